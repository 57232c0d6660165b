import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CommandInput } from '../command.js';

/** Options of commands that make a document: print it, `--write` it, or `--check` that it is current. */
export const documentOptions = {
  write: { type: 'string' },
  check: { type: 'string' },
} as const;

/** Prints a document, writes it to a file, or compares the file with it (exit code 1 when it differs). */
export function writeOrCheck(text: string, { options, say }: CommandInput): number {
  const { write, check } = options;
  if (typeof write === 'string') {
    mkdirSync(dirname(write), { recursive: true });
    writeFileSync(write, text);
    say(`Wrote ${write}.`);
    return 0;
  }
  if (typeof check === 'string') {
    const current = existsSync(check) && readFileSync(check, 'utf8') === text;
    say(current ? `${check} is current.` : `${check} is out of date; write it again with --write.`);
    return current ? 0 : 1;
  }
  say(text.trimEnd());
  return 0;
}
