import { splitFullName, suggestNameCase, type PersonName } from '../organisation/names.js';
import { doubtsOfPersonalNumber } from '../organisation/personal-number.js';
import { yearOf, type CalendarDate } from '../shared/calendar-date.js';
import type { RawCell } from './birth-date.js';
import { PERSON_COLUMNS, type PersonColumn } from './list-headings.js';
import {
  cellText,
  readBirthDate,
  readEmail,
  readGender,
  readLine,
  readName,
  readPersonalNumberCell,
  readPhone,
  type CellCode,
  type CellParams,
  type Gender,
  type ReadCell,
} from './person-cells.js';

/** A row of a list, by column; a column that the sheet lacks is absent. */
export interface PersonRow {
  /** Number of the row in the sheet, from 1, as the office sees it. */
  readonly row: number;
  readonly cells: Partial<Readonly<Record<PersonColumn, RawCell>>>;
}

/** Something about one cell. */
export interface RowNote {
  readonly column: PersonColumn;
  readonly code: CellCode;
  readonly params: CellParams;
}

/** A person as read from a row. `unitId` was found by the caller's directory of units. */
export interface ListedPerson {
  readonly name: PersonName;
  readonly birthDate: CalendarDate | null;
  readonly gender: Gender | null;
  readonly personalNumber: string | null;
  readonly unitId: string;
  readonly positionTitle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What a row says: a person unless there are errors; doubts stop nothing. */
export interface RowReading {
  readonly row: number;
  readonly person: ListedPerson | null;
  readonly errors: readonly RowNote[];
  readonly doubts: readonly RowNote[];
}

/** What reading a row depends on. */
export interface RowContext {
  readonly today: CalendarDate;
  /** Finds a unit by its name or code as typed; null when there is none or more than one. */
  readonly findUnit: (typed: string) => string | null;
}

function readUnit(cell: RawCell | undefined, findUnit: RowContext['findUnit']): ReadCell<string> {
  const text = cellText(cell);
  if (text === '') return { value: null, error: { code: 'missing', params: {} }, doubt: null };
  const unitId = findUnit(text);
  const error = { code: 'unit-unknown' as const, params: { typed: text.slice(0, 80) } };
  return { value: unitId, error: unitId === null ? error : null, doubt: null };
}

type RowCells = Readonly<{
  fullName: ReadCell<string>;
  birthDate: ReadCell<CalendarDate>;
  gender: ReadCell<Gender>;
  personalNumber: ReadCell<string>;
  unit: ReadCell<string>;
  positionTitle: ReadCell<string>;
  phone: ReadCell<string>;
  email: ReadCell<string>;
}>;

function readCells({ cells }: PersonRow, context: RowContext): RowCells {
  return {
    fullName: readName(cells.fullName, suggestNameCase),
    birthDate: readBirthDate(cells.birthDate, context.today),
    gender: readGender(cells.gender),
    personalNumber: readPersonalNumberCell(cells.personalNumber),
    unit: readUnit(cells.unit, context.findUnit),
    positionTitle: readLine(cells.positionTitle),
    phone: readPhone(cells.phone),
    email: readEmail(cells.email),
  };
}

function numberDoubts(read: RowCells): readonly RowNote[] {
  const personalNumber = read.personalNumber.value;
  if (personalNumber === null) return [];
  const gender = read.gender.value;
  const birthDate = read.birthDate.value;
  const profile = {
    sex: gender === 'other' ? null : gender,
    birthYear: birthDate === null ? null : yearOf(birthDate),
  };
  return doubtsOfPersonalNumber(personalNumber, profile).map((code) => ({
    column: 'personalNumber',
    code,
    params: {},
  }));
}

function personOf(read: RowCells): ListedPerson | null {
  const name = splitFullName(read.fullName.value ?? '');
  const unitId = read.unit.value;
  if (name === null || unitId === null) return null;
  return {
    name,
    birthDate: read.birthDate.value,
    gender: read.gender.value,
    personalNumber: read.personalNumber.value,
    unitId,
    positionTitle: read.positionTitle.value,
    phone: read.phone.value,
    email: read.email.value,
  };
}

/** True when nothing stands in any known column: such rows are passed over. */
export function isEmptyRow({ cells }: PersonRow): boolean {
  return PERSON_COLUMNS.every((column) => {
    const cell = cells[column] ?? null;
    return cell === null || (typeof cell === 'string' && cellText(cell) === '');
  });
}

/** Reads one row into a person, or says of every wrong cell what is wrong with it. */
export function readPersonRow(row: PersonRow, context: RowContext): RowReading {
  const read = readCells(row, context);
  const notes = (pick: 'error' | 'doubt'): readonly RowNote[] =>
    PERSON_COLUMNS.flatMap((column): readonly RowNote[] => {
      const note = read[column][pick];
      return note === null ? [] : [{ column, ...note }];
    });
  const errors = notes('error');
  const doubts = [...notes('doubt'), ...numberDoubts(read)];
  return { row: row.row, person: errors.length === 0 ? personOf(read) : null, errors, doubts };
}
