import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROW = /^\| (\d+) +\| (.+?) +\| (.+?) +\| (\S+) +\|$/;
const LAW = /^\| (?!Law|---)(.+?) +\| (.+?) +\| (\S+) +\|$/;
const WAITS = /^waits(?: for .+|: .+)$/;

interface Held {
  readonly test: string;
  readonly file: string;
}

interface Case extends Held {
  readonly number: number;
}

function cases(): Case[] {
  const lines = readFileSync(`${ROOT}docs/hard-cases.md`, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, number, , test, file] = ROW.exec(line) ?? [];
    if (number === undefined || test === undefined || file === undefined) return [];
    return [{ number: Number(number), test, file }];
  });
}

function laws(): Held[] {
  const lines = readFileSync(`${ROOT}docs/merge-properties.md`, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, , test, file] = LAW.exec(line) ?? [];
    return test === undefined || file === undefined ? [] : [{ test, file }];
  });
}

/** What names no test that is there, and does not say what it waits for. */
function unheld<T extends Held>(held: readonly T[]): readonly T[] {
  return held.filter(({ test, file }) =>
    file === '–'
      ? !WAITS.test(test)
      : !readFileSync(`${ROOT}${file}`, 'utf8').includes(`it('${test}'`),
  );
}

describe('docs/hard-cases.md', () => {
  it('has every case once, in order', () => {
    const numbers = cases().map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it('names tests that exist, or says what a case waits for', () => {
    expect(unheld(cases())).toEqual([]);
  });
});

describe('docs/merge-properties.md', () => {
  it('names tests that exist, or says what a law waits for', () => {
    expect(laws().length).toBeGreaterThan(20);
    expect(unheld(laws())).toEqual([]);
  });
});
