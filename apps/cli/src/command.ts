import type { ParseArgsConfig } from 'node:util';

/** What a command is given to work with. */
export interface CommandInput {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
  /** One line for people, on standard output. */
  readonly say: (line: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One command of the program: `cli <name> [options]`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole story, for `--help`. */
  readonly help?: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Returns the exit code; 0 when nothing is returned. Throws `UsageError` for wrong arguments. */
  run(input: CommandInput): Promise<number | undefined>;
}

/** The command was called wrongly; its message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
