import type { Visit } from './visit.js';

/** The middle of several visits. */
export type Middle = Visit;

/** One budget of a phone on a bad line; `kept` is null for what is not built yet. */
export interface Budget {
  readonly what: string;
  readonly found: string;
  readonly allowed: string;
  readonly kept: boolean | null;
}

const notBuilt = (what: string, allowed: string): Budget => ({
  what,
  found: 'not built yet',
  allowed,
  kept: null,
});

const seconds = (value: number): string => `${value.toFixed(2)} s`;
const kilobytes = (value: number): string => `${(value / 1000).toFixed(1)} kB`;

function below(
  what: string,
  value: number,
  limit: number,
  unit: (value: number) => string,
): Budget {
  return { what, found: unit(value), allowed: `< ${unit(limit)}`, kept: value < limit };
}

/** The budgets, judged. Bytes are what came over the line, heads included. */
export function budgetsOf(cold: Middle, warm: Middle): Budget[] {
  return [
    below('deep link to readable lesson, empty cache', cold.readable, 4, seconds),
    below('bytes until readable', cold.bytes, 120_000, kilobytes),
    below('of them script and style', cold.programBytes, 100_000, kilobytes),
    below('fonts, the files alone', cold.fontBytes, 60_001, kilobytes),
    {
      what: 'fonts after the text',
      found: cold.fontsAfter ? 'yes' : 'no',
      allowed: 'yes',
      kept: cold.fontsAfter,
    },
    below('all bytes with fonts', cold.totalBytes, 150_000, kilobytes),
    below('layout shift', cold.shift, 0.0501, (value) => value.toFixed(3)),
    below('input delay', cold.inputDelay, 200, (value) => `${value.toFixed(0)} ms`),
    below('readable again, warm cache', warm.readable, 1, seconds),
    notBuilt('next lesson of a downloaded pack, network off', '< 300 ms'),
    notBuilt('a 1 % change of text, share of the pack', '< 2 %'),
  ];
}

const SIGNS = new Map<boolean | null, string>([
  [true, '✓'],
  [false, '✗'],
  [null, '–'],
]);

/** A table in Markdown. */
export function budgetLines(budgets: readonly Budget[]): string[] {
  const rows = budgets.map(({ what, found, allowed, kept }) => [
    what,
    found,
    allowed,
    SIGNS.get(kept) ?? '',
  ]);
  const table = [['budget', 'found', 'allowed', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(3, ...table.map((cells) => [...(cells[column] ?? '')].length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(table[0] ?? []), rule, ...rows.map(line)];
}
