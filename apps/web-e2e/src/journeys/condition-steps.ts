import {
  confirmPrintedData,
  listReports,
  markReport,
  readOwnCertificate,
  readReport,
  readStudyCourse,
  readSubmission,
  readToday,
  saveReport,
  submitReport,
} from '@cam-nang/contracts/routes';
import type { Person } from '../stage/person.js';
import { daysFromToday, typed } from './days.js';
import type { Setting } from './setting.js';
import { left, type Spine } from './spine.js';

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

/** The trainee writes the reflective reports and hands them in (past the screens). */
export async function writeReports(setting: Setting, trainee: Person): Promise<void> {
  await setting.report.step('the trainee writes the reports and hands them in', async () => {
    for (const params of await reportsOf(trainee)) {
      const before = await trainee.call(readReport, { params });
      const text = 'Việc đã làm: bình xét hộ nghèo năm 2026 ở bản Mường. '.repeat(90);
      const body = { version: before.version, text };
      const { version } = await trainee.call(saveReport, { params, body });
      await trainee.call(submitReport, { params, body: { version } });
    }
  });
}

/** A marker marks the reports by their rubrics (past the screens). */
export async function markReports(setting: Setting, spine: Spine): Promise<void> {
  await setting.report.step('a marker marks the reports by their rubrics', async () => {
    const marker = await setting.comes('phanbien');
    const { id } = left(spine.cohort, 'cohort');
    const { reports } = await marker.call(listReports, { params: { cohortId: id } });
    for (const { submissionId, state } of reports) {
      if (state !== 'submitted' || submissionId === null) continue;
      const { task } = await marker.call(readSubmission, { params: { submissionId } });
      const criteria = task.rubric.map(({ id: criterion, points }) => ({ id: criterion, points }));
      const body = { criteria, comment: 'Bài viết đúng việc.', returnForImprovement: false };
      await marker.call(markReport, { params: { submissionId }, body });
    }
  });
}

/** The trainee confirms what will be printed (past the screens). */
export async function confirmPrinted(setting: Setting, trainee: Person): Promise<void> {
  await setting.report.step('the trainee confirms name and date of birth', async () => {
    const params = { enrolmentId: await enrolmentOf(trainee) };
    const { printed } = await trainee.call(readOwnCertificate, { params });
    const { fullName, birthDate } = printed;
    await trainee.call(confirmPrintedData, { params, body: { fullName, birthDate } });
  });
}

async function enrolmentOf(trainee: Person): Promise<string> {
  const { enrolments } = await trainee.call(readToday, {});
  return enrolments[0]?.summary.enrolmentId ?? '';
}

async function reportsOf(trainee: Person): Promise<{ enrolmentId: string; taskNodeId: string }[]> {
  const enrolmentId = await enrolmentOf(trainee);
  const { modules } = await trainee.call(readStudyCourse, { params: { enrolmentId } });
  return modules
    .flatMap(({ items }) => items.filter(({ kind }) => kind === 'report-task'))
    .map(({ nodeId }) => ({ enrolmentId, taskNodeId: nodeId }));
}
