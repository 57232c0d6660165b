import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@cam-nang/domain';
import ExcelJS from 'exceljs';
import { MOST_ROWS, readList } from './read-list.js';
import { writeTemplate } from './write-template.js';

type Fill = (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;

const HEADINGS = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh cá nhân', 'Xã, phường'];

/** What the screen gives to fill in, filled in and saved by a spreadsheet. */
async function fromTemplate(fill: Fill): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await writeTemplate('K01/2026')).buffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('The template has no sheet.');
  fill(sheet, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function ownWorkbook(fill: Fill): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Danh sách'), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function refusalOf(content: Promise<Uint8Array>): Promise<string> {
  const error: unknown = await readList(await content).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof DomainError ? error.code : String(error);
}

describe('a list of people', () => {
  it('is read by row from the template, with the numbers that the spreadsheet shows', async () => {
    const file = await fromTemplate((sheet) => {
      sheet.getCell('A3').value = '  Bùi Thị Sen ';
      sheet.getCell('B3').value = '12/08/1998';
      sheet.getCell('D3').value = '017098001234';
      sheet.getCell('A5').value = 'Quách Văn Nhẫn';
      sheet.getCell('E5').value = 'Xã Bao La';
    });
    const { rows } = await readList(file);
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
    expect(rows[0]?.cells).toMatchObject({
      fullName: 'Bùi Thị Sen',
      birthDate: '12/08/1998',
      personalNumber: '017098001234',
      unit: null,
    });
  });

  it('takes dates, rich text, links and the results of formulas for what they show', async () => {
    const file = await ownWorkbook((sheet) => {
      sheet.addRow(HEADINGS);
      sheet.addRow([
        { richText: [{ text: 'Bùi ' }, { font: { bold: true }, text: 'Thị Sen' }] },
        new Date(Date.UTC(1998, 7, 12)),
        { formula: '"N"&"ữ"', result: 'Nữ' },
        17098001234,
        { text: 'Xã Tân Lạc', hyperlink: 'https://example.vn' },
      ]);
      sheet.getCell('B2').numFmt = 'dd/mm/yyyy';
    });
    const [first] = (await readList(file)).rows;
    expect(first?.cells).toMatchObject({
      fullName: 'Bùi Thị Sen',
      birthDate: new Date(Date.UTC(1998, 7, 12)),
      gender: 'Nữ',
      personalNumber: 17098001234,
      unit: 'Xã Tân Lạc',
    });
  });

  it('may have rows that were given a border over their whole width', async () => {
    const file = await ownWorkbook((sheet) => {
      sheet.addRow(HEADINGS);
      const row = sheet.addRow(['Bùi Thị Sen', '12/08/1998']);
      for (let column = 3; column <= 1024; column += 1) {
        row.getCell(column).border = { bottom: { style: 'thin' } };
      }
    });
    expect((await readList(file)).rows[0]?.cells).toMatchObject({ fullName: 'Bùi Thị Sen' });
  });

  it('may have a heading over two lines and two columns, and the numbers of its columns', async () => {
    const file = await ownWorkbook((sheet) => {
      sheet.addRow(['DANH SÁCH HỌC VIÊN']);
      sheet.mergeCells('A1:F1');
      sheet.addRow(['TT', 'Họ và tên', null, 'Ngày sinh', null, 'Đơn vị công tác']);
      sheet.addRow([null, null, null, 'Nam', 'Nữ', null]);
      for (const range of ['A2:A3', 'B2:C3', 'D2:E2', 'F2:F3']) sheet.mergeCells(range);
      sheet.addRow(['(1)', '(2)', null, '(3)', '(4)', '(5)']);
      sheet.addRow([1, 'Bùi Thị', 'Sen', null, '12/08/1998', 'Xã Tân Lạc']);
      sheet.addRow([2, 'Quách Văn', 'Nhẫn', '05/03/1990', null, 'Xã Bao La']);
    });
    expect((await readList(file)).rows).toEqual([
      {
        row: 5,
        cells: { fullName: 'Bùi Thị Sen', birthDate: '12/08/1998', unit: 'Xã Tân Lạc' },
      },
      {
        row: 6,
        cells: { fullName: 'Quách Văn Nhẫn', birthDate: '05/03/1990', unit: 'Xã Bao La' },
      },
    ]);
  });

  it('keeps the error of a formula, which is not an empty cell', async () => {
    const file = await ownWorkbook((sheet) => {
      sheet.addRow(HEADINGS);
      sheet.addRow(['Bùi Thị Sen', null, null, { error: '#N/A' }, 'Xã Tân Lạc']);
      sheet.getCell('B2').value = { formula: 'VLOOKUP(1,A1:A2,3)', result: { error: '#REF!' } };
    });
    expect((await readList(file)).rows[0]?.cells).toMatchObject({
      birthDate: '#REF!',
      personalNumber: '#N/A',
    });
  });

  it('stands on the first sheet that is shown', async () => {
    const file = await ownWorkbook((sheet, workbook) => {
      sheet.state = 'hidden';
      const shown = workbook.addWorksheet('Lớp');
      shown.addRow(HEADINGS);
      shown.addRow(['Bùi Thị Sen', '12/08/1998']);
    });
    expect((await readList(file)).rows).toHaveLength(1);
  });

  it('may stand behind a sheet of another kind', async () => {
    const file = await ownWorkbook((sheet, workbook) => {
      sheet.addRow(['Hướng dẫn điền']);
      const list = workbook.addWorksheet('Lớp');
      list.addRow(HEADINGS);
      list.addRow(['Bùi Thị Sen', '12/08/1998']);
    });
    expect((await readList(file)).rows).toHaveLength(1);
  });

  it('is read whole every time, also by many at once', async () => {
    const file = await fromTemplate((sheet) => {
      for (let row = 3; row < 43; row += 1) sheet.getCell(`A${row}`).value = `Hà Văn ${row}`;
    });
    const lists = await Promise.all(Array.from({ length: 60 }, () => readList(file)));
    expect(lists.map(({ rows }) => rows.length)).toEqual(Array.from({ length: 60 }, () => 40));
  });

  it('may have as many rows as are allowed and not one more', async () => {
    const long = (count: number) =>
      ownWorkbook((sheet) => {
        sheet.addRow(HEADINGS);
        for (let row = 0; row < count; row += 1) sheet.addRow(['Hà Văn An']);
      });
    expect((await readList(await long(MOST_ROWS))).rows).toHaveLength(MOST_ROWS);
    expect(await refusalOf(long(MOST_ROWS + 1))).toBe('import.too_many_rows');
    expect(await refusalOf(long(MOST_ROWS + 100))).toBe('import.too_many_rows');
  });

  it('is refused with its reason when it is none', async () => {
    const headless = ownWorkbook((sheet) => {
      sheet.addRow(['Tên', 'Tuổi']);
      sheet.addRow(['An', 20]);
    });
    expect(await refusalOf(headless)).toBe('import.columns_missing');
    const text = Promise.resolve(new TextEncoder().encode('Họ và tên;Ngày sinh'));
    expect(await refusalOf(text)).toBe('import.unreadable');
    const wide = ownWorkbook((sheet) => {
      sheet.addRow(Array.from({ length: 400 }, (_, place) => `Cột ${place}`));
    });
    expect(await refusalOf(wide)).toBe('import.columns_missing');
  });
});
