import { parseArgs } from 'node:util';
import { DomainError } from '@cam-nang/domain';
import { ConfigError } from '@cam-nang/platform';
import { UsageError, type Command } from './command.js';
import { causeInWords } from './cause-in-words.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The list of commands for people. */
export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: cli <command> [options]\n\n${lines.join('\n')}`;
}

function parse(command: Command, words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: command.options ?? {},
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs the command that the words name. Returns the exit code: 0 done, 1 failed, 2 called wrongly, 78
 * wrong settings. Reasons go to `complain`.
 */
export async function runCommand(
  commands: readonly Command[],
  words: readonly string[],
  io: { say: (line: string) => void; complain: (line: string) => void; environment: Environment },
): Promise<number> {
  const [name = 'help', ...rest] = words;
  if (name === 'help' || name === '--help') {
    io.say(helpText(commands));
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    io.complain(`There is no command ${name}.\n\n${helpText(commands)}`);
    return 2;
  }
  if (rest.includes('--help')) {
    io.say(command.help ?? command.summary);
    return 0;
  }
  try {
    const { values, positionals } = parse(command, rest);
    const options = values as Record<string, string | boolean | undefined>;
    const { say, environment } = io;
    return (await command.run({ options, words: positionals, say, environment })) ?? 0;
  } catch (error) {
    return explain(error, io.complain);
  }
}

function explain(error: unknown, complain: (line: string) => void): number {
  if (error instanceof UsageError) {
    complain(error.message);
    return 2;
  }
  if (error instanceof ConfigError) {
    complain(error.message);
    return 78;
  }
  if (error instanceof DomainError) {
    complain(`${error.code} ${JSON.stringify(error.details)}`);
    return 1;
  }
  const known = causeInWords(error);
  complain(known ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return 1;
}
