import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  listReports,
  markReport,
  moveCohortState,
  openCohort,
  readCohort,
  readLesson,
  submitReport,
} from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { makeActor } from '@cam-nang/identity/testing';
import {
  fullMarks,
  handInReport,
  openSpecCohort,
  studyBegun,
  studySettingOf,
  writeReport,
  type SpecCohort,
  type StudySetting,
} from '@cam-nang/learning/testing';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { TrainingFacade } from '@cam-nang/training';
import { httpModules } from '../src/api.module.js';

let app: TestApp;
let setting: StudySetting;
let marked: SpecCohort;
let unmarked: SpecCohort;

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: httpModules });
  setting = studySettingOf(app);
  const open = (code: string, names: readonly string[]) =>
    openSpecCohort(setting, { code, opensOn: '2024-04-01', closesOn: '2024-06-28' }, names);
  marked = await open('K01/2024', ['Bùi Văn An']);
  unmarked = await open('K02/2024', ['Hà Thị Ấn']);
  await markOneReport(marked, setting.officer);
}, 180_000);
afterAll(() => app.close());

/** The trainee hands a report in and the officer, who may mark too, gives it full points. */
async function markOneReport(cohort: SpecCohort, as: Actor): Promise<void> {
  const params = { cohortId: cohort.id };
  const [row] = (await app.request(listReports, { params, as })).body.reports;
  const [trainee] = cohort.trainees;
  if (trainee === undefined || row === undefined) throw new Error('nobody has a report to write');
  const submissionId = await handInReport(app, trainee, row.taskNodeId, 'Việc đã làm ở xã');
  const criteria = await fullMarks(app, submissionId, as);
  const body = { criteria, comment: '', returnForImprovement: false };
  const given = await app.request(markReport, { params: { submissionId }, body, as });
  expect(given.body.state).toBe('marked');
}

async function move(cohort: SpecCohort, to: 'study_ended' | 'results_closed', as: Actor) {
  return app.request(moveCohortState, { params: { cohortId: cohort.id }, body: { to }, as });
}

async function allowed({ id: cohortId }: SpecCohort, as: Actor) {
  return (await app.request(readCohort, { params: { cohortId }, as })).body.allowed;
}

describe('closing results', () => {
  it('is refused to who gave a mark in the cohort, and open to a colleague', async () => {
    await move(marked, 'study_ended', setting.officer);
    expect(await allowed(marked, setting.officer)).toMatchObject({
      nextStates: ['running'],
      closedByOthers: true,
    });
    expect((await move(marked, 'results_closed', setting.officer)).problem).toMatchObject({
      status: 403,
      code: 'cohort.closed_by_marker',
    });
    const colleague = await makeActor(app, {
      fullName: 'Vì Thị Mến',
      roles: ['provincial-officer'],
      unitId: setting.places.province,
    });
    expect(await allowed(marked, colleague)).toMatchObject({
      nextStates: ['running', 'results_closed'],
      closedByOthers: false,
    });
    const closed = await move(marked, 'results_closed', colleague);
    expect(closed.body.state).toBe('results_closed');
    expect(await app.get(TrainingFacade).cohort(marked.id)).toMatchObject({
      resultsClosedOn: app.clock.today(),
      resultsClosedAt: app.clock.now(),
    });
  });

  it('waits until every report that was handed in has its mark', async () => {
    const cohort = await openSpecCohort(
      setting,
      { code: 'K04/2024', opensOn: '2024-04-01', closesOn: '2024-06-28' },
      ['Bùi Thị Chờ'],
    );
    const marker = await makeActor(app, {
      fullName: 'Lò Thị Chấm',
      roles: ['marker'],
      unitId: setting.places.province,
    });
    const params = { cohortId: cohort.id };
    const [row, other] = (await app.request(listReports, { params, as: marker })).body.reports;
    const [trainee] = cohort.trainees;
    if (trainee === undefined || row === undefined || other === undefined)
      throw new Error('nobody has two reports to write');
    const submissionId = await handInReport(app, trainee, row.taskNodeId, 'Việc đã làm ở xã');
    const { version } = await writeReport(app, trainee, other.taskNodeId, 'Mới viết dở');
    await move(cohort, 'study_ended', setting.officer);
    expect((await move(cohort, 'results_closed', setting.officer)).problem).toMatchObject({
      status: 409,
      code: 'cohort.unsettled',
      details: { waiting: 1 },
    });
    const criteria = await fullMarks(app, submissionId, marker);
    const body = { criteria, comment: '', returnForImprovement: false };
    await app.request(markReport, { params: { submissionId }, body, as: marker });
    const closed = await move(cohort, 'results_closed', setting.officer);
    expect(closed.body.state).toBe('results_closed');
    const late = await app.request(submitReport, {
      params: { enrolmentId: trainee.enrolmentId, taskNodeId: other.taskNodeId },
      body: { version },
      as: trainee.actor,
    });
    expect(late.problem.code).toBe('report.wrong_state');
  });

  it('looks at the marks of this cohort only', async () => {
    await move(unmarked, 'study_ended', setting.officer);
    const closed = await move(unmarked, 'results_closed', setting.officer);
    expect(closed.body.state).toBe('results_closed');
  });
});

describe('a cohort whose last day is a slip of the pen', () => {
  it.each(['2034-06-28', '2024-03-31'])('is not opened: %s', async (closesOn) => {
    const { courseId, places, officer } = setting;
    const body = {
      ...{ code: 'K09/2024', title: 'Lớp', opensOn: '2024-04-01', closesOn, capacity: 30 },
      ...{ courseId, ownerUnitId: places.province, issuerId: places.office, place: '' },
    };
    const refused = await app.request(openCohort, { body, as: officer });
    expect(refused.problem).toMatchObject({ status: 400, code: 'cohort.dates_invalid' });
  });
});

describe('an erratum that takes effect after the results were closed', () => {
  it('reaches the cohorts that run, and leaves the closed one with what it studied', async () => {
    const running = await openSpecCohort(
      setting,
      { code: 'K03/2024', opensOn: '2024-04-01', closesOn: '2024-12-28' },
      ['Lò Hà'],
    );
    app.clock.set('2024-09-02T02:00:00Z');
    const read = async ({ id: cohortId, trainees: [trainee] }: SpecCohort) => {
      const as = setting.officer;
      const { edition } = (await app.request(readCohort, { params: { cohortId }, as })).body;
      const { enrolmentId, actor } = trainee ?? {};
      if (enrolmentId === undefined || actor === undefined) throw new Error('nobody studies');
      const [lesson] = (await app.get(CurriculumFacade).outline(edition.id)).filter(
        ({ kind }) => kind === 'lesson',
      );
      const params = { enrolmentId, nodeId: lesson?.nodeId ?? '' };
      const { body } = await app.request(readLesson, { params, as: actor });
      return [edition.label, body.edition.label];
    };
    expect(await read(unmarked)).toEqual(['1.0', '1.0']);
    expect(await read(running)).toEqual(['1.1', '1.1']);
  });
});
