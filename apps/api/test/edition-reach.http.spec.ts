import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCourse, readEdition, withdrawEnrolment } from '@cam-nang/contracts';
import { makeActor } from '@cam-nang/identity/testing';
import {
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecCohort,
  type StudySetting,
} from '@cam-nang/learning/testing';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { MoveCohortState } from '@cam-nang/training';
import { httpModules } from '../src/api.module.js';

let app: TestApp;
let setting: StudySetting;
let director: Actor;
let old: SpecCohort;

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: httpModules });
  setting = studySettingOf(app);
  const unitId = setting.places.province;
  director = await makeActor(app, {
    fullName: 'Hà Quang Tiến',
    roles: ['signing-director'],
    unitId,
  });
  const open = (code: string, opensOn: string, closesOn: string, names: readonly string[]) =>
    openSpecCohort(setting, { code, opensOn, closesOn }, names);
  old = await open('K01/2024', '2024-08-05', '2024-10-31', ['Bùi Văn An', 'Hà Thị Ấn', 'Lò Hà']);
  await open('K02/2024', '2024-09-09', '2024-10-31', ['Vàng A Dơ']);
  await open('K01/2026', '2026-03-02', '2026-05-31', ['Sùng A Chớ', 'Lò Thị Hà']);
}, 180_000);
afterAll(() => app.close());

async function reach(label: string) {
  const params = { courseId: setting.courseId };
  const { editions } = (await app.request(readCourse, { params, as: director })).body;
  const edition = editions.find((one) => one.label === label);
  if (edition === undefined) throw new Error(`no edition ${label}`);
  const answer = await app.request(readEdition, {
    params: { editionId: edition.id },
    as: director,
  });
  return { affected: answer.body.affected, keeping: answer.body.keeping };
}

describe('whom an edition reaches', () => {
  it('for an erratum are the running cohorts of its major, whatever level they opened on', async () => {
    expect(await reach('1.1')).toEqual({
      affected: { runningCohorts: 2, trainees: 4 },
      keeping: { runningCohorts: 1, trainees: 2 },
    });
  });

  it('for an amendment is nobody: every running cohort stays with what it has', async () => {
    expect(await reach('2.0')).toEqual({
      affected: { runningCohorts: 0, trainees: 0 },
      keeping: { runningCohorts: 3, trainees: 6 },
    });
  });

  it('leaves out who left and cohorts whose study has ended', async () => {
    const { officer } = setting;
    const [first] = old.trainees;
    const left = await app.request(withdrawEnrolment, {
      params: { enrolmentId: first?.enrolmentId ?? '' },
      body: { reason: 'Chuyển công tác' },
      as: officer,
    });
    expect(left.status).toBe(200);
    expect((await reach('1.1')).affected).toEqual({ runningCohorts: 2, trainees: 3 });
    await app.get(MoveCohortState).run(officer, old.id, 'study_ended');
    expect((await reach('1.1')).affected).toEqual({ runningCohorts: 1, trainees: 1 });
  });
});
