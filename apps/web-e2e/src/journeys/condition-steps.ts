import type { Page } from 'playwright-core';
import type { Person } from '../stage/person.js';
import { daysFromToday, typed } from './days.js';
import type { Setting } from './setting.js';
import { left, type Spine } from './spine.js';

const SENTENCE = 'Việc đã làm: bình xét hộ nghèo năm 2026 ở bản Mường, có họp dân, có biên bản. ';
const REPORTS = 2;

/** The officer plans a meeting and takes the roll: everyone was there. */
export async function holdMeeting(setting: Setting, officer: Person, spine: Spine): Promise<void> {
  const { id } = left(spine.cohort, 'cohort');
  const { page } = officer;
  await setting.report.step('the officer plans a meeting', async () => {
    await officer.open(`/desk/cohorts/${id}/meetings`);
    await page.getByLabel('Ngày', { exact: true }).fill(typed(daysFromToday(0)));
    await page.getByLabel('Số tiết').fill('4');
    await page.getByRole('button', { name: 'Xếp buổi học này' }).click();
    await page.getByRole('link', { name: 'Điểm danh' }).waitFor();
  });
  await setting.look(officer, 'meetings');
  await setting.report.step('takes the roll by one press for everyone', async () => {
    await page.getByRole('link', { name: 'Điểm danh' }).click();
    await page.getByRole('button', { name: 'Tất cả đủ 4 tiết' }).click();
    await page.getByRole('button', { name: 'Ghi điểm danh' }).click();
    await page.getByText('Đủ tiết 3/3').waitFor();
  });
}

/** The trainee writes the reflective reports that today asks for, and hands them in. */
export async function writeReports(setting: Setting, trainee: Person): Promise<void> {
  const { page } = trainee;
  for (let number = 1; number <= REPORTS; number += 1) {
    await setting.report.step(`the trainee writes report ${number} and hands it in`, async () => {
      await trainee.open('/');
      await page.getByRole('link', { name: /^Viết bài thu hoạch/ }).click();
      await page.getByLabel('Viết bài ở đây').fill(SENTENCE.repeat(60));
      await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Nộp bài thu hoạch' });
      await dialog.getByRole('button', { name: /^Nộp bài, / }).click();
      await page.getByText(/^Đã nộp lúc /).waitFor();
    });
    if (number === 1) await setting.look(trainee, 'report, handed in');
  }
}

/** A marker marks the reports by their rubrics. */
export async function markReports(setting: Setting, spine: Spine): Promise<void> {
  const marker = await setting.comes('phanbien');
  const { page } = marker;
  const { id } = left(spine.cohort, 'cohort');
  for (let number = 1; number <= REPORTS; number += 1) {
    await setting.report.step(
      `a marker gives report ${number} its points by the rubric`,
      async () => {
        await marker.open(`/desk/cohorts/${id}/reports`);
        const waiting = page.getByRole('table', { name: 'Bài thu hoạch của lớp' });
        const row = waiting.getByRole('row').filter({ hasText: 'Chờ chấm' });
        await row.getByRole('link').first().click();
        await givePoints(page);
        await page.getByLabel('Nhận xét').fill('Bài viết đúng việc, có số liệu.');
        if (number === 1) await setting.look(marker, 'marking');
        await page.getByRole('button', { name: 'Ghi điểm' }).click();
        await page
          .getByText(/: \d+(,\d+)? điểm\.$/)
          .first()
          .waitFor();
      },
    );
  }
}

/** Every criterion gets the most it can. */
async function givePoints(page: Page): Promise<void> {
  const fields = page.getByLabel(/^Điểm cho: .*, tối đa [\d,]+$/);
  await fields.first().waitFor();
  for (const field of await fields.all()) {
    const name = (await field.getAttribute('aria-label')) ?? '';
    await field.fill(/[\d,]+$/.exec(name)?.[0] ?? '');
  }
}

/** The trainee sees each condition of the certificate with its rule, and confirms what will be printed. */
export async function seeConditions(setting: Setting, trainee: Person): Promise<void> {
  const { page } = trainee;
  await setting.report.step(
    'the trainee sees each condition, met or missing, with its rule',
    async () => {
      await trainee.open('/results');
      await page.getByRole('link', { name: 'Xem từng điều kiện' }).click();
      await page.getByRole('heading', { name: /^Đã đủ: Học đủ \d+\/\d+ bài bắt buộc$/ }).waitFor();
      await page
        .getByRole('heading', { name: 'Còn thiếu: Chưa xác nhận họ tên, ngày sinh để in' })
        .waitFor();
      await page
        .getByText(/Thông tư 03\/2023\/TT-BNV, Điều 6/)
        .first()
        .waitFor();
    },
  );
  await setting.look(trainee, 'conditions of the certificate');
  await setting.report.step('confirms name and date of birth as they will be printed', async () => {
    await page.getByRole('button', { name: 'Đúng, in như trên' }).click();
    await page.getByText(/^Bạn đã xác nhận lúc /).waitFor();
    await page.getByRole('heading', { level: 1, name: /^Bạn đã đủ điều kiện/ }).waitFor();
  });
}
