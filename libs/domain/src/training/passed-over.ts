import type { RawCell } from './birth-date.js';
import { plainHeading } from './list-headings.js';
import { cellText } from './person-cells.js';

/** A column of a list that is not read although something stands in it. */
export interface PassedOver {
  /** Its letters in the sheet: A, B, … AA. */
  readonly column: string;
  /** As it stands over the column; empty where nothing does. */
  readonly heading: string;
}

/** Headings of running numbers, which a list has for its readers alone. */
const RUNNING_NUMBERS: ReadonlySet<string> = new Set([
  'stt',
  'tt',
  'so tt',
  'so thu tu',
  'no',
  '#',
]);
const LONGEST_HEADING = 80;
const LETTERS = 26;

/** The letters of a column of a sheet, counted from 1. */
export function columnLetters(place: number): string {
  const rest = (place - 1) % LETTERS;
  const letter = String.fromCharCode('A'.charCodeAt(0) + rest);
  return place <= LETTERS ? letter : columnLetters((place - 1 - rest) / LETTERS) + letter;
}

/**
 * Watches the columns of a sheet that are not read: which of them have something in them, and what their headings
 * are. Places are counted from 1.
 */
export class UnreadColumns {
  private readonly headings = new Map<number, string>();
  private readonly filled = new Set<number>();

  constructor(private readonly read: ReadonlySet<number>) {}

  /** A row of headings; of several the first that says something counts. */
  head(cells: readonly RawCell[]): void {
    cells.forEach((cell, place) => {
      const heading = cellText(cell);
      if (heading === '' || this.headings.has(place)) return;
      this.headings.set(place, [...heading].slice(0, LONGEST_HEADING).join(''));
    });
  }

  /** Whether it still has to be found out if something stands at a place. */
  asks(place: number): boolean {
    return !this.read.has(place) && !this.filled.has(place);
  }

  /** Something stands at the place in a row of people. */
  fill(place: number): void {
    if (this.asks(place)) this.filled.add(place);
  }

  passedOver(): readonly PassedOver[] {
    return [...this.filled]
      .sort((one, other) => one - other)
      .map((place) => ({
        column: columnLetters(place),
        heading: this.headings.get(place) ?? '',
      }))
      .filter(({ heading }) => !RUNNING_NUMBERS.has(plainHeading(heading)));
  }
}
