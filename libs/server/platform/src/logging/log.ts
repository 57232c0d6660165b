import { pino, type DestinationStream, type Level } from 'pino';
import { RequestContext } from '../request-context/request-context.js';
import { scrubText, scrubValue } from './scrub.js';

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/**
 * The structured log: one JSON line an entry, with the correlation id and the work that is running.
 * Injected by class. Fields are scrubbed of secrets, codes and personal numbers (`scrub.ts`).
 */
export abstract class Log {
  abstract readonly debug: Write;
  abstract readonly info: Write;
  abstract readonly warn: Write;
  abstract readonly error: Write;
  abstract readonly fatal: Write;
  /** True when lines of the level are written: to leave out costly fields. */
  abstract enabled(level: Level): boolean;
}

function contextFields(): Record<string, unknown> {
  const context = RequestContext.current();
  if (context === undefined) return {};
  return {
    correlationId: context.correlationId,
    ...(context.work === undefined ? {} : { work: context.work }),
    ...(context.actor === undefined ? {} : { accountId: context.actor.accountId }),
  };
}

/**
 * Standard output, written a few kilobytes at a time and at least twice a second: one write a line
 * costs a busy api a sixth of its time. What is left is written when the process ends.
 */
function standardOutput(): DestinationStream {
  return pino.destination({ fd: 1, sync: false, minLength: 4_096, periodicFlush: 500 });
}

/** Makes the log of a program. Lines go to `destination`, else to standard output. */
export function createLog(
  options: { readonly program: string; readonly level: string },
  destination: DestinationStream = standardOutput(),
): Log {
  const writer = pino(
    {
      level: options.level,
      base: { program: options.program, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: contextFields,
      serializers: { err: (value: unknown) => value },
    },
    destination,
  );
  const write =
    (level: Level): Write =>
    (fields, message) => {
      if (!writer.isLevelEnabled(level)) return;
      writer[level](scrubValue(fields) as object, scrubText(message));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    fatal: write('fatal'),
    enabled: (level) => writer.isLevelEnabled(level),
  };
}
