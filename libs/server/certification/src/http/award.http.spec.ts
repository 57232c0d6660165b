import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  computeAward,
  confirmPrintedData,
  downloadCertificate,
  listProposals,
  readBatch,
  readOwnCertificate,
  readProposal,
  returnProposal,
  signAward,
  submitProposal,
  watchBatch,
  type ResponseOf,
} from '@cam-nang/contracts';
import { makeActor } from '@cam-nang/identity/testing';
import { Database, type Actor } from '@cam-nang/platform';
import { buildApp, drainJobs, type TestApp } from '@cam-nang/testing';
import { encodeQr } from '../documents/qr-symbol.js';
import { CertificationHttpModule } from '../certification-http.module.js';
import { CertificationJobsModule } from '../certification-jobs.module.js';
import {
  makeAwardSetting,
  openAwardCohort,
  studyBegun,
  type AwardSpecCohort,
  type AwardSpecSetting,
} from '../testing/award-fixtures.js';
import { decisionBody } from '../testing/signed-award.js';

type Proposal = ResponseOf<typeof readProposal>;

const NAMES = ['Bùi Văn Đức', 'Nguyễn Thị Ánh', 'Bùi Văn Dũng', 'Sùng A Chớ'];

let app: TestApp;
let setting: AwardSpecSetting;
let cohort: AwardSpecCohort;
let strangers: Actor;

beforeAll(async () => {
  app = await buildApp({
    from: studyBegun,
    modules: [CertificationHttpModule, CertificationJobsModule],
  });
  setting = await makeAwardSetting(app);
  cohort = await openAwardCohort(setting, 'K1/2024', NAMES);
  strangers = await makeActor(app, {
    fullName: 'Lò Văn Xa',
    roles: ['provincial-officer', 'signing-director'],
    unitId: setting.places.otherProvince,
  });
}, 180_000);
afterAll(() => app.close());

function trainee(index: number) {
  const found = cohort.trainees[index];
  if (found === undefined) throw new Error(`no trainee ${index}`);
  return found;
}

function own(index: number) {
  const { actor, enrolmentId } = trainee(index);
  return app.request(readOwnCertificate, { params: { enrolmentId }, as: actor });
}

function compute(as: Actor = setting.officer) {
  return app.request(computeAward, { params: { cohortId: cohort.id }, as });
}

function sign(proposal: Pick<Proposal, 'id' | 'listHash'>, as: Actor, change = {}) {
  const body = { ...decisionBody(proposal.listHash, '118/QĐ-SNV'), ...change };
  return app.request(signAward, { params: { proposalId: proposal.id }, body, as });
}

/** Takes back that one person confirmed what will be printed. */
async function unconfirm(index: number): Promise<void> {
  await app
    .get(Database)
    .write('update enrolment set printed_confirmed = null where id = $1', [
      trainee(index).enrolmentId,
    ]);
}

/** The modules that an SVG path of squares paints. */
function darkModules(qr: { readonly size: number; readonly path: string } | undefined) {
  const { size, path } = qr ?? { size: 0, path: '' };
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const line = Array.from({ length: size }, (_, index) => index);
  return line.map((y) => line.map((x) => dark.has(`${x} ${y}`)));
}

describe('the way to a certificate', () => {
  it('shows every condition with figures and basis', async () => {
    await unconfirm(3);
    const { body } = await own(3);
    expect(body).toMatchObject({ cohortCode: 'K1/2024', eligible: false, award: 'none' });
    expect(body.conditions.filter((one) => !one.met).map((one) => one.code)).toEqual([
      'data-confirmed',
    ]);
    const quiz = body.conditions.find((one) => one.code === 'quiz-passed');
    expect(quiz).toMatchObject({
      actual: { kind: 'mark', mark: 800, scale: 1000 },
      required: { kind: 'least-mark', mark: 500, scale: 1000 },
      nodeTitleEn: 'Final multiple-choice test',
      basis: { document: 'Quy chế lớp' },
    });
    expect(body.printed).toEqual({
      fullName: 'Sùng A Chớ',
      birthDate: '1998-05-02',
      confirmedAt: null,
      mayConfirm: true,
      ...{ reported: null, mayReport: true },
    });
  });

  it('is nobody else’s to see', async () => {
    const params = { enrolmentId: trainee(0).enrolmentId };
    const response = await app.raw(readOwnCertificate, { params, as: trainee(1).actor });
    expect(response.problem.code).toBe('resource.not_found');
  });

  it('takes a confirmation only of what is shown', async () => {
    const { actor, enrolmentId } = trainee(0);
    const body = { fullName: 'Bùi Văn Đưc', birthDate: '1998-05-02' };
    const stale = await app.request(confirmPrintedData, {
      params: { enrolmentId },
      body,
      as: actor,
    });
    expect(stale.problem).toMatchObject({ status: 409, code: 'request.stale' });
    const right = { fullName: 'Bùi Văn Đức', birthDate: '1998-05-02' };
    const said = await app.request(confirmPrintedData, {
      params: { enrolmentId },
      body: right,
      as: actor,
    });
    expect(said.status).toBe(200);
  });
});

describe('an award', () => {
  let proposal: Proposal;

  it('lists the eligible by Vietnamese names and the others with their reasons', async () => {
    const response = await compute();
    expect(response.status).toBe(201);
    proposal = response.body;
    expect(proposal.eligible.map((one) => [one.position, one.fullName])).toEqual([
      [1, 'Nguyễn Thị Ánh'],
      [2, 'Bùi Văn Dũng'],
      [3, 'Bùi Văn Đức'],
    ]);
    expect(proposal.notEligible).toMatchObject([
      { fullName: 'Sùng A Chớ', unmet: [{ code: 'data-confirmed' }] },
    ]);
    expect(proposal).toMatchObject({
      state: 'computed',
      nextSerial: 'SNV 000001',
      lastSerial: 'SNV 000003',
      grades: [{ grade: 'Trung bình', count: 3 }],
      edition: { label: '1.1' },
      allowed: { compute: true, submit: true, sign: false, whyNotSign: 'permission.denied' },
    });
    expect(proposal.checks.filter((check) => !check.met)).toEqual([]);
  });

  it('says what changed when it is computed again', async () => {
    await unconfirm(0);
    await settleResultsOf(3);
    const { body } = await compute();
    expect(body.previousComputedAt).toBe(proposal.computedAt);
    expect(body.changes).toMatchObject([
      { kind: 'in', fullName: 'Sùng A Chớ', params: { mark: 800 } },
      { kind: 'out', fullName: 'Bùi Văn Đức', params: { condition: 'data-confirmed' } },
    ]);
    await settleResultsOf(0);
    await unconfirm(3);
    proposal = (await compute()).body;
    expect(proposal.id).toBe(body.id);
  });

  it('is out of reach in another unit', async () => {
    const params = { proposalId: proposal.id };
    for (const response of [
      await app.raw(readProposal, { params, as: strangers }),
      await app.raw(computeAward, { params: { cohortId: cohort.id }, as: strangers }),
      await app.raw(submitProposal, {
        params,
        body: { listHash: proposal.listHash },
        as: strangers,
      }),
      await app.raw(signAward, {
        params,
        body: decisionBody(proposal.listHash, '1'),
        as: strangers,
      }),
    ]) {
      expect(response.problem).toMatchObject({ status: 404, code: 'resource.not_found' });
    }
    const { body } = await app.request(listProposals, { query: {}, as: strangers });
    expect(body.proposals).toEqual([]);
  });

  it('is submitted only as the person has it before them, and as the facts stand', async () => {
    const params = { proposalId: proposal.id };
    const submit = (listHash: string) =>
      app.request(submitProposal, { params, body: { listHash }, as: setting.officer });
    expect((await submit('0'.repeat(64))).problem.code).toBe('award.list_changed');
    await unconfirm(1);
    expect((await submit(proposal.listHash)).problem).toMatchObject({
      code: 'award.list_changed',
      details: { reason: 'facts_changed' },
    });
    await settleResultsOf(1);
    proposal = (await submit(proposal.listHash)).body;
    expect(proposal).toMatchObject({ state: 'submitted', submittedBy: 'Đinh Thị Mai' });
    expect((await submit(proposal.listHash)).problem.code).toBe('award.wrong_state');
  });

  it('goes back with a reason, by whoever may sign', async () => {
    const params = { proposalId: proposal.id };
    const body = { reason: 'Kiểm tra lại xếp loại.' };
    const refused = await app.request(returnProposal, { params, body, as: setting.officer });
    expect(refused.problem.code).toBe('permission.denied');
    const back = await app.request(returnProposal, { params, body, as: setting.director });
    expect(back.body).toMatchObject({ state: 'returned', returnedReason: body.reason });
    await compute();
    const again = await app.request(submitProposal, {
      params,
      body: { listHash: proposal.listHash },
      as: setting.officer,
    });
    expect(again.body).toMatchObject({ state: 'submitted', returnedReason: null });
  });

  it('is not signed by who prepared it, without fresh authentication, or carelessly', async () => {
    const both: Actor = {
      ...setting.officer,
      roles: [...setting.officer.roles, ...setting.director.roles],
    };
    expect((await sign(proposal, both)).problem).toMatchObject({
      code: 'permission.same_person',
      details: { because: 'award.compute' },
    });
    const old: Actor = { ...setting.director, freshUntil: null };
    expect((await sign(proposal, old)).problem.code).toBe('session.fresh_authentication_required');
    const typo = await sign(proposal, setting.director, { confirmation: '181/QĐ-SNV' });
    expect(typo.problem).toMatchObject({ status: 400, errors: [{ path: 'confirmation' }] });
    for (const decisionDate of ['2024-11-06', '2023-11-04']) {
      const dated = await sign(proposal, setting.director, { decisionDate });
      expect(dated.problem).toMatchObject({ status: 400, errors: [{ path: 'decisionDate' }] });
    }
    const far = await sign(proposal, setting.director, { signerTitle: 'GIÁM ĐỐC 講' });
    expect(far.problem).toMatchObject({
      code: 'award.glyph_missing',
      details: { characters: '講' },
    });
  });

  it('takes numbers with the signature, once', async () => {
    const { body } = await sign(proposal, setting.director);
    expect(body.proposal).toMatchObject({
      state: 'signed',
      nextSerial: 'SNV 000001',
      lastSerial: 'SNV 000003',
      decisionId: body.decisionId,
    });
    expect((await sign(proposal, setting.director)).problem.code).toBe('award.wrong_state');
    const batch = await app.request(readBatch, {
      params: { decisionId: body.decisionId },
      as: setting.officer,
    });
    expect(batch.body).toMatchObject({
      state: 'numbered',
      total: 3,
      registered: 0,
      firstRegister: '001/2024/BDX-SNV',
      lastRegister: '003/2024/BDX-SNV',
      signerName: 'Xa Văn Ký',
    });
    const { enrolmentId } = trainee(0);
    expect((await own(0)).body).toMatchObject({ award: 'signed', eligible: true });
    const late = await app.raw(confirmPrintedData, {
      params: { enrolmentId },
      body: { fullName: 'Bùi Văn Đức', birthDate: '1998-05-02' },
      as: trainee(0).actor,
    });
    expect(late.problem.code).toBe('award.wrong_state');
  });

  it('makes the papers and tells of it as it happens', async () => {
    const { decisionId } = (await app.request(listProposals, { query: {}, as: setting.officer }))
      .body.proposals[0] ?? { decisionId: null };
    expect(await drainJobs(app)).toMatchObject({ failed: [] });
    const params = { decisionId: decisionId ?? '' };
    const { body } = await app.request(readBatch, { params, as: setting.director });
    expect(body).toMatchObject({ state: 'done', registered: 3, failures: [], head: { size: 6 } });
    expect(body.stages.map(({ stage, done, total }) => [stage, done, total])).toEqual(
      ['number', 'render', 'store', 'register', 'seal'].map((stage) => [stage, 3, 3]),
    );
    const events = await app.raw(watchBatch, { params, as: setting.director });
    expect(events.text).toMatch(/^: open\n\ndata: \{.*"state":"done".*\}\n\n$/);
    expect((await app.raw(watchBatch, { params, as: strangers })).problem.status).toBe(404);
  });

  it('gives the holder the paper, byte for byte, and nobody else', async () => {
    const { certificate, award } = (await own(0)).body;
    expect(award).toBe('issued');
    expect(certificate).toMatchObject({
      fullName: 'Bùi Văn Đức',
      serialNumber: 'SNV 000003',
      registerNumber: '003/2024/BDX-SNV',
      grade: 'Trung bình',
      hours: 40,
      edition: { label: '1.1' },
      newerEdition: null,
      paper: { birthDate: 'ngày 02 tháng 5 năm 1998', signerName: 'Xa Văn Ký' },
      documentReady: true,
    });
    expect(darkModules(certificate?.qr)).toEqual(encodeQr(certificate?.verifyUrl ?? ''));
    const params = { entryId: certificate?.entryId ?? '' };
    const file = await app.raw(downloadCertificate, { params, as: trainee(0).actor });
    expect(file.status).toBe(200);
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.bytes.length).toBe(certificate?.bytes);
    expect(file.headers['cache-control']).toBe('no-store');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="SNV 000003 B/);
    for (const as of [trainee(1).actor, strangers]) {
      const response = await app.raw(downloadCertificate, { params, as });
      expect(response.problem).toMatchObject({ status: 404, code: 'certificate.not_found' });
    }
    expect((await app.raw(downloadCertificate, { params, as: setting.director })).status).toBe(200);
  });

  it('takes those left behind in a second round, with the next numbers, under another decision', async () => {
    await settleResultsOf(3);
    const second = (await compute()).body;
    expect(second).toMatchObject({ round: 2, nextSerial: 'SNV 000004', notEligible: [] });
    expect(second.eligible.map((one) => one.fullName)).toEqual(['Sùng A Chớ']);
    const params = { proposalId: second.id };
    const body = { listHash: second.listHash };
    await app.request(submitProposal, { params, body, as: setting.officer });
    expect((await sign(second, setting.director)).problem.code).toBe('award.decision_taken');
    const other = { decisionNo: '119/QĐ-SNV', confirmation: '119/QĐ-SNV' };
    expect((await sign(second, setting.director, other)).status).toBe(200);
    expect(await drainJobs(app)).toMatchObject({ failed: [] });
  });

  function settleResultsOf(index: number): Promise<void> {
    const person = trainee(index);
    return app
      .get(Database)
      .write(
        `update enrolment e set printed_confirmed = jsonb_build_object('fullName', p.full_name, 'birthDate', p.birth_date)
         from person p where p.id = e.person_id and e.id = $1`,
        [person.enrolmentId],
      )
      .then(() => undefined);
  }
});

describe('a cohort in which nobody is ready', () => {
  it('has nothing to submit', async () => {
    const empty = await openAwardCohort(setting, 'K2/2024', ['Hà Thị Diệp']);
    await app
      .get(Database)
      .write('update enrolment set printed_confirmed = null where cohort_id = $1', [empty.id]);
    const { body } = await app.request(computeAward, {
      params: { cohortId: empty.id },
      as: setting.officer,
    });
    expect(body).toMatchObject({ eligible: [], lastSerial: null, allowed: { submit: false } });
    const refused = await app.request(submitProposal, {
      params: { proposalId: body.id },
      body: { listHash: body.listHash },
      as: setting.officer,
    });
    expect(refused.problem.code).toBe('award.nobody_eligible');
  });

  it('waits for the end of study', async () => {
    app.clock.set('2024-10-01T02:00:00Z');
    const running = await openAwardCohort(setting, 'K3/2024', ['Hà Thị Nhung']);
    app.clock.set('2024-10-15T02:00:00Z');
    const { body } = await app.request(computeAward, {
      params: { cohortId: running.id },
      as: setting.officer,
    });
    expect(body.checks.find((check) => !check.met)?.code).toBe('study-ended');
    const refused = await app.request(submitProposal, {
      params: { proposalId: body.id },
      body: { listHash: body.listHash },
      as: setting.officer,
    });
    expect(refused.problem).toMatchObject({
      code: 'award.wrong_state',
      details: { reason: 'study_not_ended' },
    });
  });
});
