import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROW = /^\| (\d+) +\| (.+?) +\| (.+?) +\| (\S+) +\|$/;
const WAITS = /^waits(?: for .+|: .+)$/;

interface Case {
  readonly number: number;
  readonly test: string;
  readonly file: string;
}

function cases(): Case[] {
  const lines = readFileSync(`${ROOT}docs/hard-cases.md`, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, number, , test, file] = ROW.exec(line) ?? [];
    if (number === undefined || test === undefined || file === undefined) return [];
    return [{ number: Number(number), test, file }];
  });
}

describe('docs/hard-cases.md', () => {
  it('has every case once, in order', () => {
    const numbers = cases().map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it('names tests that exist, or says what a case waits for', () => {
    const wrong = cases().filter(({ test, file }) =>
      file === '–'
        ? !WAITS.test(test)
        : !readFileSync(`${ROOT}${file}`, 'utf8').includes(`it('${test}'`),
    );
    expect(wrong).toEqual([]);
  });
});
