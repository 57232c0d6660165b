import { foldForSearch } from '../organisation/folding.js';
import type { RawCell } from './birth-date.js';
import { cellText } from './person-cells.js';

/** The columns of a list of people, in the order of the template. */
export const PERSON_COLUMNS = [
  'fullName',
  'birthDate',
  'gender',
  'personalNumber',
  'unit',
  'positionTitle',
  'phone',
  'email',
] as const;

export type PersonColumn = (typeof PERSON_COLUMNS)[number];

/** Headings by which a column is known, folded; the first is the template's. */
const HEADINGS: Readonly<Record<PersonColumn, readonly string[]>> = {
  fullName: ['ho va ten', 'ho ten', 'ho, chu dem, ten', 'ho ten hoc vien', 'full name', 'name'],
  birthDate: ['ngay sinh', 'ngay, thang, nam sinh', 'ngay thang nam sinh', 'date of birth'],
  gender: ['gioi tinh', 'nam/nu', 'gender', 'sex'],
  personalNumber: ['so dinh danh ca nhan', 'so dinh danh', 'cccd', 'so cccd', 'personal number'],
  unit: ['don vi', 'xa', 'xa, phuong', 'don vi cong tac', 'co quan', 'unit', 'commune'],
  positionTitle: ['chuc vu', 'chuc danh', 'chuc vu, chuc danh', 'vi tri viec lam', 'position'],
  phone: ['dien thoai', 'so dien thoai', 'phone'],
  email: ['email', 'thu dien tu', 'e-mail'],
};

/** Columns without which a list cannot be read. */
export const REQUIRED_COLUMNS: readonly PersonColumn[] = ['fullName', 'unit'];

/** Where the columns stand in a sheet (from 0), or which required ones are missing. */
export interface HeadingReading {
  readonly columns: ReadonlyMap<PersonColumn, number>;
  readonly missing: readonly PersonColumn[];
}

function columnOf(cell: RawCell): PersonColumn | null {
  const heading = foldForSearch(cellText(cell)).replace(/[\s*:()]+$/u, '');
  return PERSON_COLUMNS.find((column) => HEADINGS[column].includes(heading)) ?? null;
}

/** Recognises the headings of a list; case, marks and a star or colon at the end are forgiven. */
export function readHeadings(cells: readonly RawCell[]): HeadingReading {
  const columns = new Map<PersonColumn, number>();
  cells.forEach((cell, index) => {
    const column = columnOf(cell);
    if (column !== null && !columns.has(column)) columns.set(column, index);
  });
  return { columns, missing: REQUIRED_COLUMNS.filter((column) => !columns.has(column)) };
}
