import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  computeAward,
  confirmPrintedData,
  correctPerson,
  listEnrolments,
  readOwnCertificate,
  reportPrintedData,
  returnProposal,
  signAward,
  submitProposal,
} from '@cam-nang/contracts';
import { Database } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { TrainingHttpModule } from '@cam-nang/training/http';
import { CertificationHttpModule } from '../certification-http.module.js';
import {
  makeAwardSetting,
  openAwardCohort,
  studyBegun,
  type AwardSpecCohort,
  type AwardSpecSetting,
} from '../testing/award-fixtures.js';
import { decisionBody } from '../testing/signed-award.js';

const SEEN = { fullName: 'Bùi Văn Đức', birthDate: '1998-05-02' };
const RIGHT = '1998-05-20';
const NOTE = 'Tôi sinh ngày 20/5';

let app: TestApp;
let setting: AwardSpecSetting;
let cohort: AwardSpecCohort;

beforeAll(async () => {
  const modules = [CertificationHttpModule, TrainingHttpModule];
  app = await buildApp({ from: studyBegun, modules });
  setting = await makeAwardSetting(app);
  cohort = await openAwardCohort(setting, 'K1/2024', [SEEN.fullName, 'Nguyễn Thị Ánh']);
}, 180_000);
afterAll(() => app.close());

function trainee() {
  const [found] = cohort.trainees;
  if (found === undefined) throw new Error('no trainee');
  return { params: { enrolmentId: found.enrolmentId }, as: found.actor };
}

async function printed() {
  return (await app.request(readOwnCertificate, trainee())).body;
}

function report(birthDate: string) {
  return app.request(reportPrintedData, {
    ...trainee(),
    body: { ...SEEN, birthDate, note: NOTE },
  });
}

async function reported() {
  const params = { cohortId: cohort.id };
  const { body } = await app.request(listEnrolments, { params, as: setting.officer });
  return body.enrolments.flatMap((one) => one.reported?.note ?? []);
}

function correct(before: string, birthDate: string) {
  return app.request(correctPerson, {
    params: trainee().params,
    body: { ...SEEN, seen: { ...SEEN, birthDate: before }, birthDate, reason: 'Căn cước' },
    as: setting.officer,
  });
}

async function submitted() {
  const params = { cohortId: cohort.id };
  const { body: proposal } = await app.request(computeAward, { params, as: setting.officer });
  const { id: proposalId, listHash } = proposal;
  const place = { params: { proposalId }, as: setting.officer };
  await app.request(submitProposal, { ...place, body: { listHash } });
  return proposal;
}

const sign = ({ id, listHash }: { readonly id: string; readonly listHash: string }) =>
  app.request(signAward, {
    params: { proposalId: id },
    body: decisionBody(listHash, '118/QĐ-SNV'),
    as: setting.director,
  });

describe('a name or date of birth that is wrong before the award', () => {
  it('is told by the person, of what was shown, to where the office puts it right', async () => {
    expect((await report(RIGHT)).problem.code).toBe('request.stale');
    expect((await report(SEEN.birthDate)).status).toBe(200);
    expect((await printed()).printed).toMatchObject({
      confirmedAt: null,
      mayConfirm: true,
      reported: { note: NOTE },
    });
    expect(await reported()).toEqual([NOTE]);
    const body = SEEN;
    await app.request(confirmPrintedData, { ...trainee(), body });
    expect(await reported()).toEqual([]);
  });

  it('stops the list that was submitted with it, and is confirmed anew', async () => {
    const proposal = await submitted();
    await report(SEEN.birthDate);
    expect((await correct(SEEN.birthDate, RIGHT)).status).toBe(200);
    expect(await reported()).toEqual([]);
    expect((await printed()).printed).toMatchObject({
      birthDate: RIGHT,
      confirmedAt: null,
      mayConfirm: true,
      reported: null,
    });
    expect((await sign(proposal)).problem.code).toBe('award.list_changed');
    await app.request(returnProposal, {
      params: { proposalId: proposal.id },
      body: { reason: 'Ngày sinh đã sửa.' },
      as: setting.director,
    });
  });
});

describe('a list that is signed at the same moment', () => {
  const confirmed = () =>
    app.request(confirmPrintedData, { ...trainee(), body: { ...SEEN, birthDate: RIGHT } });
  const sendBack = (proposalId: string) =>
    app.request(returnProposal, {
      params: { proposalId },
      body: { reason: 'Ngày sinh đã sửa.' },
      as: setting.director,
    });

  /** Signs while something else was done and is not committed yet. */
  async function signedDuring(work: () => Promise<{ readonly status: number }>) {
    const proposal = await submitted();
    const database = app.get(Database);
    const { answer } = await database.run(async () => {
      expect((await work()).status).toBe(200);
      const signing = database.apart(() => sign(proposal));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { answer: signing };
    });
    await sendBack(proposal.id);
    return (await answer).problem.code;
  }

  it('is not what it was when somebody of it is put right', async () => {
    await confirmed();
    expect(await signedDuring(() => correct(RIGHT, '1998-05-22'))).toBe('award.list_changed');
    await correct('1998-05-22', RIGHT);
  });

  it('is not what it was when somebody of it says that it is wrong', async () => {
    await confirmed();
    expect(await signedDuring(() => report(RIGHT))).toBe('award.list_changed');
    await confirmed();
  });
});

describe('a name or date of birth that is wrong after the award', () => {
  it('stays on the paper as it was printed', async () => {
    const body = { ...SEEN, birthDate: RIGHT };
    await app.request(confirmPrintedData, { ...trainee(), body });
    expect((await sign(await submitted())).status).toBe(200);
    const before = await printed();
    expect(before.certificate).toMatchObject({ fullName: SEEN.fullName });
    expect((await correct(RIGHT, '1998-05-21')).body).toMatchObject({ certified: true });
    const after = await printed();
    expect(after.certificate).toEqual(before.certificate);
    expect(after.printed).toMatchObject({ mayConfirm: false, mayReport: false });
    expect((await report('1998-05-21')).problem.code).toBe('award.wrong_state');
  });
});
