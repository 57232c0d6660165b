import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import type { Person } from '../stage/person.js';
import { holdMeeting, markReports, seeConditions, writeReports } from './condition-steps.js';
import { daysFromToday, typed } from './days.js';
import type { Setting } from './setting.js';
import { left, type Spine } from './spine.js';

const PAPER_MS = 90_000;

/** The officer follows the cohort and computes the list, the director signs, a job makes the papers. */
export async function awardJourney(setting: Setting, spine: Spine): Promise<void> {
  const { report } = setting;
  const trainee = await setting.arrive();
  await trainee.signIn(left(spine.trainee, 'trainee'));
  const officer = await setting.comes('chuyenvien');
  await holdMeeting(setting, officer, spine);
  await report.step('opens the board of the cohort', () => openBoard(officer, spine));
  await writeReports(setting, trainee);
  await report.step('the board says so at once, without a reload', () =>
    rowOf(officer, spine).getByText('Đã nộp').waitFor(),
  );
  await setting.look(officer, 'board');
  await markReports(setting, spine);
  await seeConditions(setting, trainee);
  await report.step('the officer ends study and closes the results', () => closeCohort(officer));
  await report.step('computes the list: who is eligible, who is not and why', () =>
    computeList(officer, spine),
  );
  await setting.look(officer, 'award list');
  await report.step('submits the list; the one who made it may not sign it', () =>
    submitList(officer),
  );
  const director = await setting.comes('giamdoc');
  await report.step('the director signs with decision number and date', () =>
    sign(director, setting, spine),
  );
  await report.step('the paper is made while the director watches', () => watchPapers(director));
  await setting.look(director, 'papers made');
  await report.step('the trainee takes the PDF', () => takePaper(trainee, spine));
  await setting.look(trainee, 'certificate');
}

async function openBoard(officer: Person, spine: Spine): Promise<void> {
  const { id } = left(spine.cohort, 'cohort');
  await officer.open(`/desk/cohorts/${id}`);
  await officer.page.getByText(/^Trực tiếp, cập nhật /).waitFor();
  await rowOf(officer, spine).getByText('Chưa nộp').waitFor();
}

/** The row of the one trainee; the officer has not touched the page since it was opened. */
function rowOf({ page }: Person, spine: Spine): Locator {
  return page.getByRole('row', { name: new RegExp(left(spine.trainee, 'trainee').fullName) });
}

async function closeCohort({ page }: Person): Promise<void> {
  for (const act of ['Kết thúc học', 'Chốt kết quả']) {
    await page.getByRole('button', { name: act, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
}

async function computeList({ page }: Person, spine: Spine): Promise<void> {
  await page.getByRole('button', { name: 'Xét cấp', exact: true }).click();
  await page.waitForURL(/\/desk\/awards\//);
  const { fullName } = left(spine.trainee, 'trainee');
  const eligible = page.getByRole('table', { name: /^Danh sách đủ điều kiện/ });
  await eligible.getByRole('rowheader', { name: new RegExp(fullName) }).waitFor();
  await page.getByText('2 người chưa đủ').first().waitFor();
  await page
    .getByText(/^Học xong 0\/\d+ bài, cần/)
    .first()
    .waitFor();
}

async function submitList({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Trình ký đợt 1' }).click();
  await page.getByText(/không được tự ký|Đang chờ người có thẩm quyền ký/).waitFor();
}

async function sign(director: Person, setting: Setting, spine: Spine): Promise<void> {
  const { page } = director;
  const { code } = left(spine.cohort, 'cohort');
  const number = `${setting.screen.name === 'phone' ? 812 : 811}/QĐ-SNV`;
  await page.getByRole('link', { name: new RegExp(`^Ký cấp 1 giấy, lớp ${code}`) }).click();
  await page.getByLabel('Số quyết định', { exact: true }).fill(number);
  await page.getByLabel('Gõ lại số quyết định để xác nhận').fill(number);
  await page.getByLabel('Ngày quyết định').fill(typed(daysFromToday(0)));
  await page.getByLabel('Nơi ký').fill('Phú Thọ');
  await setting.look(director, 'decision');
  await page.getByRole('button', { name: 'Ký và lấy số' }).click();
  await page.waitForURL(/\/desk\/issuing\//);
}

async function watchPapers({ page }: Person): Promise<void> {
  await page.getByRole('heading', { level: 2, name: 'Vào sổ gốc' }).waitFor();
  const done = page.getByRole('heading', { level: 1, name: 'Đã cấp 1 giấy chứng nhận' });
  await done.waitFor({ timeout: PAPER_MS });
  await page.getByText('Không có việc nào bị lỗi.').waitFor();
}

async function takePaper(trainee: Person, spine: Spine): Promise<void> {
  const { page } = trainee;
  await trainee.open('/');
  await page.getByRole('link', { name: /^Mở giấy chứng nhận/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Giấy chứng nhận của bạn' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Tải PDF/ }).click(),
  ]);
  const shown = (await page.getByRole('main').innerText()).replaceAll('\u00a0', ' ');
  const found = (pattern: RegExp) => pattern.exec(shown)?.[1] ?? `nothing like ${pattern.source}`;
  spine.certificate = {
    pdf: await readFile(await download.path()),
    fullName: left(spine.trainee, 'trainee').fullName,
    serialNumber: found(/(SNV \d+)/),
    registerNumber: found(/(\d+\/\d{4}\/BDX-SNV)/),
    editionLabel: found(/Bạn học ấn bản (\d+\.\d+)/),
  };
}
