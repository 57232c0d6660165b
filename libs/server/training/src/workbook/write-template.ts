import ExcelJS from 'exceljs';
import { PERSON_COLUMNS, REQUIRED_COLUMNS, type PersonColumn } from '@cam-nang/domain';

const HEADINGS: Readonly<Record<PersonColumn, string>> = {
  fullName: 'Họ và tên',
  birthDate: 'Ngày sinh',
  gender: 'Giới tính',
  personalNumber: 'Số định danh cá nhân',
  unit: 'Xã, phường',
  positionTitle: 'Chức vụ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
};

/** The date of birth only of people who are not known yet; a list without the column is still read. */
const TO_BE_FILLED: readonly PersonColumn[] = [...REQUIRED_COLUMNS, 'birthDate'];

const WIDTHS: Readonly<Record<PersonColumn, number>> = {
  fullName: 28,
  birthDate: 14,
  gender: 12,
  personalNumber: 24,
  unit: 24,
  positionTitle: 28,
  phone: 16,
  email: 28,
};

/** The list to fill in: one heading row, cells as text so that no leading zero is lost. */
export async function writeTemplate(cohortCode: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Danh sách', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow([
    `Danh sách học viên lớp ${cohortCode}. Cột có dấu * phải điền. Ngày sinh ghi ngày/tháng/năm.`,
  ]);
  sheet.addRow(
    PERSON_COLUMNS.map(
      (column) => `${HEADINGS[column]}${TO_BE_FILLED.includes(column) ? ' *' : ''}`,
    ),
  );
  sheet.getRow(2).font = { bold: true };
  PERSON_COLUMNS.forEach((column, index) => {
    sheet.getColumn(index + 1).width = WIDTHS[column];
    sheet.getColumn(index + 1).numFmt = '@';
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
