import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../shared/calendar-date.js';
import type { RawCell } from './birth-date.js';
import { readPersonList } from './enrolment-list.js';
import { continuesHeadings, PERSON_COLUMNS, readHeadings } from './list-headings.js';
import type { PersonColumn } from './list-headings.js';
import type { PersonRow, RowContext, RowReading } from './person-row.js';

const context: RowContext = {
  today: calendarDate('2026-07-01'),
  findUnit: (typed) => (typed.toLowerCase() === 'xã đà bắc' ? 'unit-1' : null),
};
const good: PersonRow['cells'] = {
  fullName: 'Bùi Văn Đức',
  birthDate: '08/07/1996',
  gender: 'Nam',
  personalNumber: '017096000001',
  unit: 'Xã Đà Bắc',
  positionTitle: 'Công chức văn phòng',
  phone: '0912 345 678',
  email: 'Duc@Example.vn',
};
const read = (change: PersonRow['cells']): RowReading => {
  const [reading] = readPersonList([{ row: 5, cells: { ...good, ...change } }], context);
  if (reading === undefined) throw new Error('the row was passed over');
  return reading;
};
const notes = (list: RowReading['errors']): string[] =>
  list.map((note) => `${note.column}: ${note.code}`);

describe('headings', () => {
  it('are known with marks, case and stars forgiven, the first of two counting', () => {
    const { columns, missing } = readHeadings([
      'STT',
      'HỌ VÀ TÊN *',
      'Ngày sinh:',
      'Xã',
      'Số CCCD',
      'họ tên',
      null,
      5,
    ]);
    expect([...columns]).toEqual([
      ['fullName', [1]],
      ['birthDate', [2]],
      ['unit', [3]],
      ['personalNumber', [4]],
    ]);
    expect(missing).toEqual([]);
  });

  it('are known as offices write them', () => {
    const { columns } = readHeadings([
      'TT',
      'Họ và tên\n(chữ in hoa)',
      'Họ và tên\n(chữ in hoa)',
      'Ngày/tháng/năm sinh',
      'Giới tính (Nam/Nữ)',
      'Số căn cước',
      'CHỨC VỤ, CHỨC DANH',
      'Đơn vị công tác',
      'SĐT',
      'E-mail',
      'Đơn vị',
    ]);
    expect([...columns]).toEqual([
      ['fullName', [1, 2]],
      ['birthDate', [3]],
      ['gender', [4]],
      ['personalNumber', [5]],
      ['positionTitle', [6]],
      ['unit', [7]],
      ['phone', [8]],
      ['email', [9]],
    ]);
  });

  it('prefer the column that says it best', () => {
    const { columns } = readHeadings(['Họ tên', 'Cơ quan', 'Xã, phường', 'Năm sinh', 'Ngày sinh']);
    expect(columns.get('unit')).toEqual([2]);
    expect(columns.get('birthDate')).toEqual([4]);
  });

  it('may go on in a second line, or with the numbers of the columns', () => {
    expect(continuesHeadings(['TT', 'Họ và tên', 'Nam', 'Xã'])).toBe(true);
    expect(continuesHeadings(['(1)', '(2)', 3, null])).toBe(true);
    expect(continuesHeadings(['A', 'B', 1, 2])).toBe(true);
    expect(continuesHeadings([1, 'Bùi Thị Sen', '12/08/1998', 'Xã Tân Lạc'])).toBe(false);
    expect(continuesHeadings([1])).toBe(false);
  });

  it('name what is missing', () => {
    expect(readHeadings(['Ngày sinh']).missing).toEqual(['fullName', 'unit']);
  });
});

describe('a row', () => {
  it('becomes a person', () => {
    expect(read({})).toEqual({
      row: 5,
      errors: [],
      doubts: [],
      person: {
        name: { fullName: 'Bùi Văn Đức', familyName: 'Bùi', middleName: 'Văn', givenName: 'Đức' },
        birthDate: '1996-07-08',
        gender: 'male',
        personalNumber: '017096000001',
        unitId: 'unit-1',
        positionTitle: 'Công chức văn phòng',
        phone: '0912345678',
        email: 'duc@example.vn',
      },
    });
  });

  it('needs only name and unit', () => {
    const cells = { fullName: 'Xa Văn Khà', unit: 'xã Đà Bắc' };
    const [reading] = readPersonList([{ row: 2, cells }], context);
    expect(reading?.person).toMatchObject({ birthDate: null, personalNumber: null, email: null });
  });

  const wrong: [PersonColumn, RawCell, string][] = [
    ['fullName', ' ', 'missing'],
    ['fullName', '=HYPERLINK("x")', 'not-a-name'],
    ['fullName', 'Bùi Văn 2', 'not-a-name'],
    ['fullName', `Bùi ${'V'.repeat(130)}`, 'too-long'],
    ['birthDate', '31/02/1996', 'not-a-date'],
    ['birthDate', 1996, 'year-only'],
    ['birthDate', '02/07/2026', 'in-the-future'],
    ['birthDate', '01/01/2020', 'too-young'],
    ['birthDate', '01/01/1900', 'too-old'],
    ['gender', 'x', 'not-a-gender'],
    ['gender', 'constructor', 'not-a-gender'],
    ['personalNumber', '113456789', 'not-a-personal-number'],
    // the number of an old identity card, which is not short of three zeros
    ['personalNumber', 113_456_789, 'not-a-personal-number'],
    ['personalNumber', '01709600000a', 'not-a-personal-number'],
    ['unit', '', 'missing'],
    ['unit', 'Xã Không Có', 'unit-unknown'],
    ['phone', '12345', 'not-a-phone'],
    ['email', 'duc@', 'not-an-email'],
  ];
  it.each(wrong)('%s %j is refused: %s', (column, cell, code) => {
    const reading = read({ [column]: cell });
    expect(notes(reading.errors)).toEqual([`${column}: ${code}`]);
    expect(reading.person).toBeNull();
  });

  it('names every wrong cell at once, and never the personal number', () => {
    const reading = read({
      fullName: '',
      gender: '?',
      personalNumber: '9999999999999',
      email: 'x',
    });
    expect(notes(reading.errors)).toEqual([
      'fullName: missing',
      'gender: not-a-gender',
      'personalNumber: not-a-personal-number',
      'email: not-an-email',
    ]);
    expect(JSON.stringify(reading)).not.toContain('9999999999999');
  });

  const doubts: [PersonRow['cells'], string[]][] = [
    [{ personalNumber: 17_096_000_001 }, ['personalNumber: leading-zero-restored']],
    [{ gender: 'nữ' }, ['personalNumber: sex-differs']],
    [{ gender: 'khác' }, []],
    [{ birthDate: '08/07/1997' }, ['personalNumber: birth-year-differs']],
    [{ fullName: 'BÙI VĂN ĐỨC' }, ['fullName: case-suggested']],
    [{ fullName: 'Sình' }, ['fullName: one-word-name']],
  ];
  it.each(doubts)('%j is only doubtful: %j', (cells, expected) => {
    const reading = read(cells);
    expect(notes(reading.doubts)).toEqual(expected);
    expect(reading.errors).toEqual([]);
    expect(reading.person?.personalNumber).toBe('017096000001');
  });

  it('is kept as typed, with the proposal beside it', () => {
    const reading = read({ fullName: 'BÙI VĂN ĐỨC' });
    expect(reading.person?.name.fullName).toBe('BÙI VĂN ĐỨC');
    expect(reading.doubts[0]?.params).toEqual({ suggestion: 'Bùi Văn Đức' });
  });

  it('never throws, and is a person exactly when there is no error', () => {
    const cell: fc.Arbitrary<RawCell> = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double(),
      fc.boolean(),
      fc.date({ noInvalidDate: false }),
      fc.constant(null),
    );
    const cells = fc.record(Object.fromEntries(PERSON_COLUMNS.map((column) => [column, cell])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(cells, (given) => {
        for (const reading of readPersonList([{ row: 2, cells: { ...good, ...given } }], context)) {
          expect(reading.person !== null).toBe(reading.errors.length === 0);
        }
      }),
    );
  });
});

describe('a list', () => {
  it('passes over empty rows and keeps the numbers of the sheet', () => {
    const rows = [
      { row: 2, cells: { fullName: ' ', unit: null } },
      { row: 3, cells: good },
      { row: 9, cells: {} },
    ];
    expect(readPersonList(rows, context).map((reading) => reading.row)).toEqual([3]);
  });

  it('refuses a personal number that came before, naming the row', () => {
    const rows = [
      { row: 2, cells: good },
      { row: 3, cells: { ...good, fullName: 'Bùi Thị Hà', gender: 'Nữ' } },
    ];
    const [first, second] = readPersonList(rows, context);
    expect(first?.errors).toEqual([]);
    expect(second?.errors).toEqual([
      { column: 'personalNumber', code: 'duplicate-personal-number', params: { row: 2 } },
    ]);
    expect(second?.person).toBeNull();
  });

  it('lets two people of one name, birth date and commune in, with a doubt', () => {
    const rows = [
      { row: 2, cells: good },
      { row: 3, cells: { ...good, personalNumber: '017096000002' } },
    ];
    const second = readPersonList(rows, context)[1];
    expect(second?.person).not.toBeNull();
    expect(second?.doubts).toEqual([
      { column: 'fullName', code: 'same-name-and-birth-date', params: { row: 2 } },
    ]);
  });
});
