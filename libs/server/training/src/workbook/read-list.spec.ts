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
    const rows = await readList(file);
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
    const [first] = await readList(file);
    expect(first?.cells).toMatchObject({
      fullName: 'Bùi Thị Sen',
      birthDate: new Date(Date.UTC(1998, 7, 12)),
      gender: 'Nữ',
      personalNumber: 17098001234,
      unit: 'Xã Tân Lạc',
    });
  });

  it('stands on the first sheet that is shown', async () => {
    const file = await ownWorkbook((sheet, workbook) => {
      sheet.state = 'hidden';
      const shown = workbook.addWorksheet('Lớp');
      shown.addRow(HEADINGS);
      shown.addRow(['Bùi Thị Sen', '12/08/1998']);
    });
    expect(await readList(file)).toHaveLength(1);
  });

  it('is read whole every time, also by many at once', async () => {
    const file = await fromTemplate((sheet) => {
      for (let row = 3; row < 43; row += 1) sheet.getCell(`A${row}`).value = `Hà Văn ${row}`;
    });
    const lists = await Promise.all(Array.from({ length: 60 }, () => readList(file)));
    expect(lists.map((rows) => rows.length)).toEqual(Array.from({ length: 60 }, () => 40));
  });

  it('may have as many rows as are allowed and not one more', async () => {
    const long = (count: number) =>
      ownWorkbook((sheet) => {
        sheet.addRow(HEADINGS);
        for (let row = 0; row < count; row += 1) sheet.addRow(['Hà Văn An']);
      });
    expect(await readList(await long(MOST_ROWS))).toHaveLength(MOST_ROWS);
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
    expect(await refusalOf(wide)).toBe('import.unreadable');
  });
});
