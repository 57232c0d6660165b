import exceljs from 'exceljs';

/** The template says in its first row how to fill it in; the headings follow. */
const HEADING_ROW = 2;

/** Rows as an officer types them; two have a mistake each. */
const ROWS: readonly Readonly<Record<string, string>>[] = [
  { 'Họ và tên': 'Bùi Thị Sen', 'Ngày sinh': '12/08/1998', Xã: 'Xã Tân Lạc' },
  { 'Họ và tên': 'Xa Văn Pháng', 'Ngày sinh': '1997', Xã: 'Xã Mai Châu' },
  { 'Họ và tên': 'Vàng A Tủa', 'Ngày sinh': '30/11/1996', Xã: 'Xã Không Có' },
  { 'Họ và tên': 'Quách Văn Nhẫn', 'Ngày sinh': '01/02/1999', Xã: 'Xã Bao La' },
];

/** Fills the template of the system in, as an officer would, and saves it under another name. */
export async function makeList(template: string, file: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(template);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('The template has no sheet.');
  const columns = new Map<string, number>();
  sheet.getRow(HEADING_ROW).eachCell((cell, column) => columns.set(cell.text.trim(), column));
  for (const [index, row] of ROWS.entries()) {
    for (const [head, value] of Object.entries(row)) {
      const column = [...columns].find(([name]) => name.startsWith(head))?.[1];
      if (column === undefined) throw new Error(`The template has no column "${head}".`);
      sheet.getRow(HEADING_ROW + 1 + index).getCell(column).value = value;
    }
  }
  await workbook.xlsx.writeFile(file);
}
