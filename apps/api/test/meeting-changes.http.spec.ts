import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addMeeting,
  changeMeeting,
  listAudit,
  listMeetings,
  recordAttendance,
  removeMeeting,
  type RequestOf,
} from '@cam-nang/contracts';
import { makeActor } from '@cam-nang/identity/testing';
import {
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecCohort,
  type StudySetting,
} from '@cam-nang/learning/testing';
import { Database, type Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { httpModules } from '../src/api.module.js';

type Plan = RequestOf<typeof addMeeting>['body'];

const PLAN: Plan = {
  onDate: '2024-08-06',
  halfDay: 'morning',
  periods: 4,
  moduleNodeId: null,
  topic: 'Khai giảng',
  place: 'Hội trường',
};

let app: TestApp;
let setting: StudySetting;
let cohort: SpecCohort;

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: httpModules });
  setting = studySettingOf(app);
  const dates = { opensOn: '2024-08-05', closesOn: '2024-10-31' };
  cohort = await openSpecCohort(setting, { code: 'K01/2024', ...dates }, ['Hà Văn An']);
  app.clock.set('2024-08-12T02:00:00Z');
}, 180_000);
afterAll(() => app.close());

async function add(change: Partial<Plan> = {}) {
  const body = { ...PLAN, ...change };
  const params = { cohortId: cohort.id };
  return (await app.request(addMeeting, { params, body, as: setting.officer })).body;
}

function change(meetingId: string, plan: Partial<Plan>, as: Actor = setting.officer) {
  return app.request(changeMeeting, { params: { meetingId }, body: { ...PLAN, ...plan }, as });
}

function remove(meetingId: string, as: Actor = setting.officer) {
  return app.request(removeMeeting, { params: { meetingId }, as });
}

function takeRoll(meetingId: string) {
  const enrolmentId = cohort.trainees[0]?.enrolmentId ?? '';
  const marks = [{ enrolmentId, periodsPresent: 3, excused: false, note: '' }];
  return app.request(recordAttendance, {
    params: { meetingId },
    body: { marks },
    as: setting.officer,
  });
}

async function meetings() {
  const params = { cohortId: cohort.id };
  return (await app.request(listMeetings, { params, as: setting.officer })).body.meetings;
}

describe('a meeting that was planned wrong', () => {
  it('is put right in everything while its roll was not taken, and taken out', async () => {
    const { id } = await add();
    const right = { onDate: '2024-08-20', halfDay: 'afternoon' as const, periods: 3 };
    const { body } = await change(id, { ...right, topic: '', place: 'Phòng 2' });
    expect(body).toMatchObject({ id, ...right, topic: '', place: 'Phòng 2' });
    expect((await remove(id)).body).toEqual({ done: true });
    expect(await meetings()).toEqual([]);
    expect((await remove(id)).problem.code).toBe('resource.not_found');
  });

  it('after its roll keeps periods and records; day, place and words may still be put right', async () => {
    const { id } = await add();
    await takeRoll(id);
    const refused = await change(id, { periods: 5 });
    expect(refused.problem).toMatchObject({ status: 409, code: 'meeting.roll_taken' });
    expect((await change(id, { onDate: '2024-08-13' })).problem.code).toBe('meeting.roll_ahead');
    expect((await remove(id)).problem.code).toBe('meeting.roll_taken');
    const { body } = await change(id, { onDate: '2024-08-07', place: 'Phòng 3' });
    expect(body).toMatchObject({ onDate: '2024-08-07', place: 'Phòng 3', held: true });
    expect(body.marks).toMatchObject([{ periodsPresent: 3 }]);
  });

  it('takes no half-day of another, no day outside of the cohort, no module of another course', async () => {
    const [held] = await meetings();
    const { id } = await add({ onDate: '2024-08-21' });
    const { onDate = '', halfDay = 'morning' } = held ?? {};
    expect((await change(id, { onDate, halfDay })).problem.code).toBe('meeting.half_day_taken');
    const params = { cohortId: cohort.id };
    const body = { ...PLAN, onDate, halfDay };
    const twice = await app.request(addMeeting, { params, body, as: setting.officer });
    expect(twice.problem.code).toBe('meeting.half_day_taken');
    expect((await change(id, { onDate: '2024-11-01' })).problem).toMatchObject({
      code: 'meeting.outside_cohort',
      details: { opensOn: '2024-08-05', closesOn: '2024-10-31' },
    });
    const moduleNodeId = cohort.id;
    expect((await change(id, { moduleNodeId })).problem.code).toBe('resource.not_found');
    expect((await change(id, { onDate: '2024-08-21' })).status).toBe(200);
  });

  it('is nobody’s to change who does not look after the cohort', async () => {
    const [held] = await meetings();
    const id = held?.id ?? '';
    const { otherProvince, province } = setting.places;
    const far = await makeActor(app, {
      fullName: 'Lò Văn Thành',
      roles: ['provincial-officer'],
      unitId: otherProvince,
    });
    const trainer = await makeActor(app, {
      fullName: 'Hà Thị Dung',
      roles: ['trainer'],
      unitId: province,
    });
    for (const act of [change(id, {}, far), remove(id, far)])
      expect((await act).problem.code).toBe('resource.not_found');
    for (const act of [change(id, {}, trainer), remove(id, trainer)])
      expect((await act).problem.code).toBe('permission.denied');
  });

  it('stays as it is once the results of the cohort are closed', async () => {
    const [held, planned] = await meetings();
    await app
      .get(Database)
      .write(
        `update cohort set state = 'results_closed', results_closed_on = '2024-08-12' where id = $1`,
        [cohort.id],
      );
    expect((await change(held?.id ?? '', {})).problem.code).toBe('cohort.wrong_state');
    expect((await remove(planned?.id ?? '')).problem.code).toBe('cohort.wrong_state');
  });

  it('leaves in the audit trail what it was and what it became', async () => {
    const auditor = await makeActor(app, {
      fullName: 'Vì Thị Sao',
      roles: ['auditor'],
      unitId: setting.places.country,
    });
    const list = async (action: string) =>
      (await app.request(listAudit, { query: { action }, as: auditor })).body.entries;
    expect((await list('meeting.change'))[0]?.details).toEqual({
      cohortId: cohort.id,
      onDateBefore: '2024-08-06',
      onDate: '2024-08-07',
      placeBefore: 'Hội trường',
      place: 'Phòng 3',
    });
    expect(await list('meeting.remove')).toMatchObject([
      { details: { onDate: '2024-08-20', place: 'Phòng 2' } },
    ]);
  });
});
