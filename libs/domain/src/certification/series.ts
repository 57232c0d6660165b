import { hanoiDate, yearOf } from '../shared/calendar-date.js';
import type { NumberKind } from './numbering.js';

/** What a series belongs to. */
export interface SeriesOwner {
  /** Code of the certificate type. */
  readonly typeCode: string;
  /** Id of the issuing unit. */
  readonly issuerId: string;
}

/** A series of numbers. `year` is null for serial numbers, which never restart. */
export interface NumberSeries extends SeriesOwner {
  readonly kind: NumberKind;
  readonly year: number | null;
}

/**
 * The two series that a paper signed at this instant takes its numbers from. The register restarts
 * at the New Year of Hanoi, not of UTC (law 12, scenario 10.6.13).
 */
export function seriesAt(
  owner: SeriesOwner,
  signedAt: Date,
): { readonly serial: NumberSeries; readonly register: NumberSeries } {
  const { typeCode, issuerId } = owner;
  return {
    serial: { typeCode, issuerId, kind: 'serial', year: null },
    register: { typeCode, issuerId, kind: 'register', year: yearOf(hanoiDate(signedAt)) },
  };
}

/** The last number given in each of the two series; 0 where none has been given yet. */
export interface Counters {
  readonly serial: number;
  readonly register: number;
}

/** A paper with its two running numbers. */
export interface Numbered<T> {
  readonly item: T;
  readonly serial: number;
  readonly register: number;
}

/**
 * Gives numbers to the papers of one decision in the order of its list, from the counters on, without
 * gap (law 4). The caller holds the counters locked, stores the new ones with the entries, and never
 * takes them from the highest number present.
 */
export function assignNumbers<T>(
  counters: Counters,
  list: readonly T[],
): { readonly counters: Counters; readonly numbered: readonly Numbered<T>[] } {
  return {
    counters: {
      serial: counters.serial + list.length,
      register: counters.register + list.length,
    },
    numbered: list.map((item, index) => ({
      item,
      serial: counters.serial + index + 1,
      register: counters.register + index + 1,
    })),
  };
}

/** What is wrong in a series that should be 1…n in order. */
export type SeriesFault =
  | { readonly code: 'gap'; readonly from: number; readonly to: number }
  | { readonly code: 'double'; readonly number: number }
  | { readonly code: 'not-a-number'; readonly number: number };

/**
 * Checks that numbers, in any order, are exactly 1…n: names every gap, double and number below 1.
 * Voided numbers are part of the series.
 */
export function checkSeries(numbers: readonly number[]): readonly SeriesFault[] {
  const faults: SeriesFault[] = [];
  let last = 0;
  for (const number of [...numbers].sort((one, other) => one - other)) {
    if (!Number.isInteger(number) || number < 1) faults.push({ code: 'not-a-number', number });
    else if (number === last) faults.push({ code: 'double', number });
    else if (number > last + 1) faults.push({ code: 'gap', from: last + 1, to: number - 1 });
    last = Math.max(last, number);
  }
  return faults;
}
