import { foldForSearch } from '../organisation/folding.js';
import {
  isEmptyRow,
  readPersonRow,
  type ListedPerson,
  type PersonRow,
  type RowContext,
  type RowNote,
  type RowReading,
} from './person-row.js';

/** The first earlier reading with the same key, by row number. */
function firstRows(
  readings: readonly RowReading[],
  keyOf: (person: ListedPerson) => string | null,
): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const repeated = new Map<number, number>();
  for (const { row, person } of readings) {
    const key = person === null ? null : keyOf(person);
    if (key === null) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else repeated.set(row, earlier);
  }
  return repeated;
}

const likeness = ({ name, birthDate, unitId }: ListedPerson): string =>
  JSON.stringify([foldForSearch(name.fullName), birthDate, unitId]);

/**
 * Finds repetitions inside one list. The same personal number twice is an error of the later row;
 * the same name, date of birth and unit is only a doubt, because two such people are real.
 */
export function markRepetitions(readings: readonly RowReading[]): readonly RowReading[] {
  const numbers = firstRows(readings, (person) => person.personalNumber);
  const people = firstRows(readings, likeness);
  return readings.map((reading): RowReading => {
    const sameNumber = numbers.get(reading.row);
    if (sameNumber !== undefined) {
      const error: RowNote = {
        column: 'personalNumber',
        code: 'duplicate-personal-number',
        params: { row: sameNumber },
      };
      return { ...reading, person: null, errors: [...reading.errors, error] };
    }
    const samePerson = people.get(reading.row);
    if (samePerson === undefined) return reading;
    const doubt: RowNote = {
      column: 'fullName',
      code: 'same-name-and-birth-date',
      params: { row: samePerson },
    };
    return { ...reading, doubts: [...reading.doubts, doubt] };
  });
}

/** Reads a whole list: empty rows are passed over, every other row is read, repetitions are marked. */
export function readPersonList(
  rows: readonly PersonRow[],
  context: RowContext,
): readonly RowReading[] {
  const filled = rows.filter((row) => !isEmptyRow(row));
  return markRepetitions(filled.map((row) => readPersonRow(row, context)));
}
