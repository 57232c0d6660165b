import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { rm } from 'node:fs/promises';
import { listCohorts } from '@cam-nang/contracts/routes';
import type { Person } from '../stage/person.js';
import { makeList } from './people-list.js';
import type { Setting } from './setting.js';
import type { Spine } from './spine.js';
import { daysFromToday, typed } from './days.js';

/** An officer opens a cohort on the edition in force and enrols people, one by hand and a list. */
export async function cohortJourney(setting: Setting, spine: Spine): Promise<void> {
  const { report } = setting;
  const officer = await report.step('the officer signs in', () => setting.comes('chuyenvien'));
  await report.step('opens a cohort; the page says which edition and rules it goes by', () =>
    openCohort(setting, officer, spine),
  );
  await setting.look(officer, 'board of the new cohort');
  await report.step('is told what is missing in the form, by field', () => refuse(officer));
  await report.step('enrols one person and gets the code to hand out', () =>
    enrolOne(setting, officer, spine),
  );
  await setting.look(officer, 'people of the cohort');
  await report.step('reads a list in: errors by row and column, nobody is enrolled yet', () =>
    readList(officer),
  );
  await setting.look(officer, 'list with row errors');
  await report.step('enrols the rows without an error', () => applyList(officer));
}

async function openCohort(setting: Setting, officer: Person, spine: Spine): Promise<void> {
  const { page } = officer;
  await officer.open('/desk/cohorts');
  await page.getByRole('link', { name: 'Mở lớp', exact: true }).click();
  await page.getByLabel('Ngày khai giảng').fill(typed(daysFromToday(0)));
  await page.getByText(/^Lớp sẽ học ấn bản \d+\.\d+, có hiệu lực từ/).waitFor();
  await page.getByText(/^Xét cấp theo Quy tắc xét cấp/).waitFor();
  await page.getByLabel('Ngày bế giảng').fill(typed(daysFromToday(30)));
  const code = page.getByLabel('Mã lớp');
  const title = `Lớp đi thử, ${setting.screen.name} ${await code.inputValue()}`;
  await page.getByLabel('Tên lớp').fill(title);
  await page.getByLabel('Địa điểm').fill('Hội trường xã Mường Bi');
  await page.getByRole('button', { name: 'Mở lớp', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const { cohorts } = await officer.call(listCohorts, { query: {} });
  const made = cohorts.find((cohort) => cohort.title === title);
  if (made === undefined) throw new Error('The cohort is not in the list.');
  spine.cohort = { id: made.id, code: made.code };
}

async function refuse({ page }: Person): Promise<void> {
  await page.getByRole('link', { name: 'Danh sách', exact: true }).click();
  await page.getByRole('button', { name: 'Ghi danh', exact: true }).click();
  await page.getByText('Ghi ngày theo dạng ngày/tháng/năm.').waitFor();
}

async function enrolOne(setting: Setting, { page }: Person, spine: Spine): Promise<void> {
  const fullName = setting.screen.name === 'phone' ? 'Lường Thị Mây' : 'Hà Thị Lụa';
  await page.getByLabel('Họ, chữ đệm, tên').fill(fullName);
  await page.getByLabel('Ngày sinh').fill('05/03/1999');
  await page.getByLabel('Xã, phường').selectOption({ label: 'Xã Mường Bi' });
  await page.getByLabel('Chức vụ').fill('Công chức Văn hóa – xã hội');
  await page.getByRole('button', { name: 'Ghi danh', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Mã đăng nhập lần đầu' });
  const cell = sheet.getByRole('cell');
  const username = await cell.nth(0).innerText();
  const oneTimeCode = await cell.nth(1).innerText();
  await sheet.getByRole('button', { name: 'Đã giao xong' }).click();
  await page.getByRole('rowheader', { name: fullName }).waitFor();
  spine.trainee = { fullName, username, oneTimeCode, password: `đi học ${fullName}` };
}

async function readList({ page }: Person): Promise<void> {
  const file = join(tmpdir(), `cam-nang-list-${process.pid}.xlsx`);
  await page.getByRole('link', { name: 'Nạp danh sách XLSX' }).click();
  try {
    const template = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải mẫu XLSX' }).click();
    await makeList(await (await template).path(), file);
    await page.getByLabel('Tệp danh sách (.xlsx)').setInputFiles(file);
    await page.getByRole('button', { name: 'Đọc thử' }).click();
    await page.getByText('2 trong 4 dòng ghi danh được').waitFor();
  } finally {
    await rm(file, { force: true });
  }
  const errors = page.getByRole('table', { name: /chỗ cần sửa/ });
  await errors.getByText('Chỉ có năm. Ghi đủ ngày/tháng/năm.').waitFor();
  await errors.getByText(/Không có xã, phường nào tên “Xã Không Có”/).waitFor();
}

async function applyList({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Bỏ qua dòng lỗi, ghi danh 2 người' }).click();
  const sheet = page.getByRole('dialog', { name: 'Phiếu giao tài khoản, 2 người' });
  await sheet.getByRole('button', { name: 'Đã giao xong' }).click();
  await page.getByText('Đã ghi danh 2 người.').first().waitFor();
}
