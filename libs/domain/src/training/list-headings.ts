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

/** Headings by which a column is known, in plain form; the surest first, which is preferred to a vaguer one. */
const HEADINGS: Readonly<Record<PersonColumn, readonly string[]>> = {
  fullName: [
    ...['ho va ten', 'ho ten', 'ho chu dem ten', 'ho chu dem va ten', 'ho ten hoc vien'],
    ...['ho va ten hoc vien', 'ho va ten khai sinh', 'ho ten khai sinh', 'full name', 'name'],
  ],
  birthDate: [
    ...['ngay thang nam sinh', 'ngay sinh', 'ngay thang sinh', 'sinh ngay', 'date of birth'],
    ...['nam sinh'],
  ],
  gender: ['gioi tinh', 'nam nu', 'gioi', 'gender', 'sex'],
  personalNumber: [
    ...['so dinh danh ca nhan', 'so dinh danh', 'ma dinh danh ca nhan', 'ma dinh danh'],
    ...['so can cuoc', 'so the can cuoc', 'so can cuoc cong dan', 'so cccd', 'cccd', 'can cuoc'],
    ...['can cuoc cong dan', 'the can cuoc', 'so dinh danh cccd', 'so cccd so dinh danh'],
    ...['so cmnd cccd', 'so cccd cmnd', 'cmnd cccd', 'cccd cmnd', 'personal number'],
  ],
  unit: [
    ...['xa phuong', 'xa phuong dac khu', 'xa', 'ten xa', 'don vi cong tac', 'noi cong tac'],
    ...['co quan cong tac', 'co quan don vi cong tac', 'co quan don vi', 'don vi', 'co quan'],
    ...['unit', 'commune'],
  ],
  positionTitle: [
    ...['chuc vu', 'chuc danh', 'chuc vu chuc danh', 'chuc danh chuc vu', 'vi tri viec lam'],
    ...['chuc vu vi tri viec lam', 'chuc danh vi tri viec lam', 'vi tri cong tac', 'position'],
  ],
  phone: [
    ...['dien thoai', 'so dien thoai', 'dien thoai di dong', 'so dien thoai di dong', 'so dt'],
    ...['sdt', 'dt', 'phone'],
  ],
  email: [
    ...[
      'email',
      'thu dien tu',
      'e mail',
      'dia chi email',
      'dia chi thu dien tu',
      'hop thu dien tu',
    ],
    ...['thu dien tu cong vu', 'email cong vu'],
  ],
};

/** Columns without which a list cannot be read. */
export const REQUIRED_COLUMNS: readonly PersonColumn[] = ['fullName', 'unit'];

/** Where the columns stand in a sheet (from 0), or which required ones are missing. */
export interface HeadingReading {
  /** More than one place where a heading stands over several columns. */
  readonly columns: ReadonlyMap<PersonColumn, readonly number[]>;
  readonly missing: readonly PersonColumn[];
}

/** `Ngày/tháng/năm sinh (dd/mm/yyyy) *` → `ngay thang nam sinh`. */
export function plainHeading(cell: RawCell): string {
  const folded = foldForSearch(cellText(cell)).replace(/\([^)]*\)/gu, ' ');
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

interface Found {
  readonly rank: number;
  readonly places: number[];
}

/**
 * Recognises the headings of a list; case, marks, stops, remarks in brackets and a star at the end are
 * forgiven. Of two columns that could be one the surer counts, else the first; one heading over several
 * columns that stand side by side is all of them.
 */
export function readHeadings(cells: readonly RawCell[]): HeadingReading {
  const found = new Map<PersonColumn, Found>();
  cells.forEach((cell, place) => {
    const heading = plainHeading(cell);
    const column = PERSON_COLUMNS.find((one) => HEADINGS[one].includes(heading));
    if (column === undefined) return;
    const rank = HEADINGS[column].indexOf(heading);
    const before = found.get(column);
    if (before === undefined || rank < before.rank) found.set(column, { rank, places: [place] });
    else if (rank === before.rank && before.places.at(-1) === place - 1) before.places.push(place);
  });
  const columns = new Map([...found].map(([column, { places }]) => [column, places] as const));
  return { columns, missing: REQUIRED_COLUMNS.filter((column) => !columns.has(column)) };
}

/**
 * Whether a row below the headings only goes on with them: their second line, or the numbers of the
 * columns (`(1) (2) (3)`, `A B 1 2`).
 */
export function continuesHeadings(cells: readonly RawCell[]): boolean {
  const filled = cells.map((cell) => cellText(cell)).filter((text) => text !== '');
  if (filled.length > 1 && filled.every((text) => /^\(?(?:\d{1,2}|[A-Z])\)?$/u.test(text)))
    return true;
  return readHeadings(cells).missing.length === 0;
}
