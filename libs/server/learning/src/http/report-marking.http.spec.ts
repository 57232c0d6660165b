import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssessmentHttpModule } from '@cam-nang/assessment/http';
import {
  listReports,
  markReport,
  moveCohortState,
  readSubmission,
  submitReport,
} from '@cam-nang/contracts';
import { makeActor } from '@cam-nang/identity/testing';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { TrainingHttpModule } from '@cam-nang/training/http';
import { LearningHttpModule } from '../learning-http.module.js';
import { fullMarks, handInReport, writeReport } from '../testing/report-work.js';
import {
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecCohort,
  type SpecTrainee,
  type StudySetting,
} from '../testing/study-setting.js';

let app: TestApp;
let setting: StudySetting;
let cohort: SpecCohort;
let marker: Actor;

beforeAll(async () => {
  app = await buildApp({
    from: studyBegun,
    modules: [AssessmentHttpModule, LearningHttpModule, TrainingHttpModule],
  });
  setting = studySettingOf(app);
  const dates = { opensOn: '2024-04-01', closesOn: '2024-06-28' };
  const names = ['Bùi Văn An', 'Hà Tuấn Anh', 'Trần Ân', 'Lò Thị Hà'];
  cohort = await openSpecCohort(setting, { code: 'K01/2024', ...dates }, names);
  const unitId = setting.places.province;
  marker = await makeActor(app, { fullName: 'Hà Thị Dung', roles: ['marker'], unitId });
}, 180_000);
afterAll(() => app.close());

function trainee(index: number): SpecTrainee {
  const found = cohort.trainees[index];
  if (found === undefined) throw new Error(`no trainee ${index}`);
  return found;
}

async function list(as = marker) {
  return (await app.request(listReports, { params: { cohortId: cohort.id }, as })).body;
}

async function rowOf({ enrolmentId }: SpecTrainee) {
  const row = (await list()).reports.find((one) => one.enrolmentId === enrolmentId);
  if (row === undefined) throw new Error('the person is not in the list');
  return row;
}

async function write(person: SpecTrainee, text: string) {
  return writeReport(app, person, (await rowOf(person)).taskNodeId, text);
}

/** Writes and hands in; gives back the submission. */
async function handIn(person: SpecTrainee, text: string): Promise<string> {
  return handInReport(app, person, (await rowOf(person)).taskNodeId, text);
}

async function seen(submissionId: string, as = marker) {
  return (await app.request(readSubmission, { params: { submissionId }, as })).body;
}

describe('marking reports', () => {
  it('keeps a report that is still being written from its markers', async () => {
    const { submissionId } = await write(trainee(0), 'Việc tôi đang viết dở');
    expect(await rowOf(trainee(0))).toMatchObject({ state: 'draft', words: 5, points: null });
    const view = await seen(submissionId ?? '');
    expect(view).toMatchObject({ state: 'draft', text: '', fullName: 'Bùi Văn An', marks: [] });
    const criteria = await fullMarks(app, submissionId ?? '', marker);
    const refused = await app.raw(markReport, {
      params: { submissionId: submissionId ?? '' },
      body: { criteria, comment: '', returnForImprovement: false },
      as: marker,
    });
    expect(refused.problem).toMatchObject({ status: 409, code: 'report.wrong_state' });
  });

  it('adds marks and keeps the earlier ones, each with who gave it', async () => {
    const submissionId = await handIn(trainee(0), 'Bài đã xong');
    const criteria = await fullMarks(app, submissionId, marker);
    const send = (points: number, comment: string, returnForImprovement: boolean) => {
      app.clock.advance(60_000);
      const [first, ...rest] = criteria;
      const body = {
        criteria: first === undefined ? [] : [{ ...first, points }, ...rest],
        ...{ comment, returnForImprovement },
      };
      return app.request(markReport, { params: { submissionId }, body, as: marker });
    };
    const returned = (await send(0, 'Nêu rõ văn bản đến', true)).body;
    expect(returned).toMatchObject({ state: 'returned', allowed: { mark: true, isOwn: false } });
    await handIn(trainee(0), 'Bài đã sửa');
    const best = criteria[0]?.points ?? 0;
    const { body } = await send(best, 'Đã rõ', false);
    expect(body).toMatchObject({ state: 'marked', text: 'Bài đã sửa', mark: { passed: true } });
    expect(body.marks.map((mark) => [mark.comment, mark.markedBy])).toEqual([
      ['Đã rõ', 'Hà Thị Dung'],
      ['Nêu rõ văn bản đến', 'Hà Thị Dung'],
    ]);
    expect((body.marks[0]?.points ?? 0) - (body.marks[1]?.points ?? 0)).toBe(best);
    expect(await rowOf(trainee(0))).toMatchObject({ points: body.marks[0]?.points, passed: true });
  });

  it('takes points of every criterion, within its points', async () => {
    const submissionId = await handIn(trainee(1), 'Bài thứ hai');
    const criteria = await fullMarks(app, submissionId, marker);
    const send = (given: typeof criteria) =>
      app.raw(markReport, {
        params: { submissionId },
        body: { criteria: given, comment: '', returnForImprovement: false },
        as: marker,
      });
    const tooMany = criteria.map((one, index) => (index === 0 ? { ...one, points: 99_999 } : one));
    expect((await send(tooMany)).problem).toMatchObject({
      status: 400,
      code: 'request.invalid',
      errors: [{ path: 'criteria.0.points', params: { maximum: criteria[0]?.points } }],
    });
    const short = await send(criteria.slice(1));
    expect(short.problem).toMatchObject({ status: 400, errors: [{ path: 'criteria' }] });
    expect((await seen(submissionId)).marks).toEqual([]);
  });

  it('is not for the office that only follows, nor after the results are closed', async () => {
    const unitId = setting.places.province;
    const manager = await makeActor(app, { fullName: 'Đinh A', roles: ['class-manager'], unitId });
    expect((await list(manager)).allowed.mark).toBe(false);
    const submissionId = await handIn(trainee(2), 'Bài thứ ba');
    const { version } = await write(trainee(3), 'Bài chưa kịp nộp');
    expect((await seen(submissionId, manager)).allowed).toEqual({ mark: false, isOwn: false });
    const body = {
      ...{
        criteria: await fullMarks(app, submissionId, marker),
        comment: '',
        returnForImprovement: false,
      },
    };
    const move = (to: 'study_ended' | 'results_closed', as: Actor) =>
      app.request(moveCohortState, { params: { cohortId: cohort.id }, body: { to }, as });
    const ended = await move('study_ended', manager);
    expect(ended.body.allowed.nextStates).toEqual(['running']);
    // Closing marks is a right of its own; looking after the class is not enough.
    expect((await move('results_closed', manager)).problem).toMatchObject({
      code: 'permission.denied',
      details: { permission: 'mark.close' },
    });
    const stale = { ...setting.officer, freshUntil: null };
    expect((await move('results_closed', stale)).problem.code).toBe(
      'session.fresh_authentication_required',
    );
    expect((await move('results_closed', setting.officer)).status).toBe(200);
    const late = await app.raw(markReport, { params: { submissionId }, body, as: marker });
    expect(late.problem).toMatchObject({ status: 409, code: 'cohort.wrong_state' });
    expect((await list()).allowed.mark).toBe(false);
    const { actor, enrolmentId } = trainee(3);
    const params = { enrolmentId, taskNodeId: (await rowOf(trainee(3))).taskNodeId };
    const handed = await app.raw(submitReport, { params, body: { version }, as: actor });
    expect(handed.problem).toMatchObject({ status: 409, code: 'report.wrong_state' });
    expect(await rowOf(trainee(3))).toMatchObject({ state: 'draft' });
  });
});
