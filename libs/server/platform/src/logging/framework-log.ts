import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

function text(message: unknown): string {
  return message instanceof Error ? message.message : String(message);
}

function fields(message: unknown, rest: readonly unknown[]): Record<string, unknown> {
  const context = rest.at(-1);
  return {
    ...(typeof context === 'string' ? { context } : {}),
    ...(message instanceof Error ? { err: message } : {}),
  };
}

/** Lets the framework write into the program's log; its start-up chatter goes to `debug`. */
export function frameworkLog(log: Log): LoggerService {
  return {
    log: (message, ...rest) => log.debug(fields(message, rest), text(message)),
    verbose: (message, ...rest) => log.debug(fields(message, rest), text(message)),
    debug: (message, ...rest) => log.debug(fields(message, rest), text(message)),
    warn: (message, ...rest) => log.warn(fields(message, rest), text(message)),
    error: (message, ...rest) => log.error(fields(message, rest), text(message)),
    fatal: (message, ...rest) => log.fatal(fields(message, rest), text(message)),
  };
}
