import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssessmentHttpModule } from '@cam-nang/assessment/http';
import {
  handIn,
  openAttempt,
  readAttempt,
  readQuizIntro,
  readResult,
  saveAnswers,
  type InputOf,
} from '@cam-nang/contracts';
import { HandIn } from '@cam-nang/assessment';
import { Database, Ids } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { LearningHttpModule } from '../learning-http.module.js';
import {
  nodesBySlug,
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecTrainee,
} from '../testing/study-setting.js';

type Entry = InputOf<typeof saveAnswers>['body']['entries'][number];

/** Somebody who takes the final quiz. */
interface Taker extends SpecTrainee {
  readonly attemptId: string;
}

let app: TestApp;
let quizNodeId: string;
let takers: readonly Taker[];

const NAMES = ['Bùi Văn An', 'Hà Tuấn Anh', 'Lê Thị Ấn', 'Vàng A Dơ', 'Sùng A Chớ', 'Lò Thị Hà'];

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: [AssessmentHttpModule, LearningHttpModule] });
  const setting = studySettingOf(app);
  const dates = { opensOn: '2024-08-05', closesOn: '2024-10-31' };
  const cohort = await openSpecCohort(setting, { code: 'K01/2024', ...dates }, NAMES);
  await readEverything(cohort.id);
  quizNodeId = (await nodesBySlug(setting, '2024-08-05'))('kt-cuoi-khoa');
  const opened: Taker[] = [];
  for (const trainee of cohort.trainees) {
    const params = { enrolmentId: trainee.enrolmentId, quizNodeId };
    const { body } = await app.request(openAttempt, { params, as: trainee.actor });
    opened.push({ ...trainee, attemptId: body.id });
  }
  takers = opened;
}, 180_000);
afterAll(() => app.close());

/** Every lesson of everyone, written at once: what is asked here is only that the quiz is open. */
async function readEverything(cohortId: string): Promise<void> {
  await app.get(Database).query(
    `insert into lesson_progress (enrolment_id, node_id, revision_id, study_hash, blocks_total, state, started_at,
       done_at, updated_at)
     select n.id, l.id, r.id, r.study_hash, 1, 'done', now(), now(), now()
     from enrolment n cross join node l
     join lateral (select id, study_hash from node_revision where node_id = l.id order by at limit 1) r on true
     where n.cohort_id = $1 and l.kind = 'lesson'`,
    [cohortId],
  );
}

function taker(index: number): Taker {
  const found = takers[index];
  if (found === undefined) throw new Error(`no taker ${String(index)}`);
  return found;
}

function flag(seq: number, value: boolean, slot = 1): Entry {
  const clock = { monotonicMs: null, handshakeAt: null, handshakeMonotonicMs: null };
  const deviceTime = '2024-08-05T02:00:00Z';
  return { seq, scope: 'flag', slot, value, deviceTime, ...clock, previousHash: null };
}

function send({ actor, attemptId }: Taker, deviceId: string, ...entries: Entry[]) {
  const params = { attemptId, deviceId };
  return app.request(saveAnswers, { params, body: { entries }, as: actor });
}

const newDevice = (): string => app.get(Ids).next();

async function stored(deviceId: string): Promise<number[]> {
  const rows = await app
    .get(Database)
    .query<{ seq: number }>('select seq from journal_entry where device_id = $1 order by seq', [
      deviceId,
    ]);
  return rows.map((row) => row.seq);
}

describe('the journal of answers', () => {
  it('stores what many send at the same time, each under their own name and attempt', async () => {
    const sent = takers.map((person) => ({ person, device: newDevice() }));
    const answers = await Promise.all(
      sent.map(({ person, device }, index) =>
        send(person, device, flag(1, true), flag(2, index % 2 === 0, 2)),
      ),
    );
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body.receipts.map(({ seq }) => seq)).toEqual([1, 2]);
    }
    const rows = await app
      .get(Database)
      .query<{ device: string; account: string; attempt: string }>(
        `select distinct device_id as device, account_id as account, scope_id as attempt from journal_entry
       where device_id = any($1::uuid[])`,
        [sent.map(({ device }) => device)],
      );
    const expected = sent.map(({ person, device }) => ({
      device,
      account: person.actor.accountId,
      attempt: person.attemptId,
    }));
    expect(rows).toHaveLength(expected.length);
    expect(rows).toEqual(expect.arrayContaining(expected));
  });

  it('gives the first receipt again for what is sent twice, also at the same time', async () => {
    const device = newDevice();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => send(taker(0), device, flag(1, true))),
    );
    const receipts = all.map(({ body }) => JSON.stringify(body.receipts));
    expect(new Set(receipts).size).toBe(1);
    expect(await stored(device)).toEqual([1]);
  });

  it('refuses other words in the same place to one of two that come at the same time', async () => {
    const device = newDevice();
    const both = await Promise.all([
      send(taker(1), device, flag(1, true)),
      send(taker(1), device, flag(1, false)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.problem.code).toBe('journal.sequence_reused');
  });

  it('refuses a place in the journal of another person’s device', async () => {
    const device = newDevice();
    await send(taker(2), device, flag(1, true));
    const other = await send(taker(3), device, flag(1, true));
    expect(other.problem.code).toBe('journal.sequence_reused');
    expect(await stored(device)).toEqual([1]);
  });

  it('lets what one person may not say hold nobody up', async () => {
    const devices = takers.map(() => newDevice());
    const answers = await Promise.all(
      takers.map((person, index) =>
        send(person, devices[index] ?? '', flag(1, true, index === 3 ? 400 : 1)),
      ),
    );
    expect(answers.map(({ status }) => status === 200)).toEqual(
      takers.map((_, index) => index !== 3),
    );
    expect(await stored(devices[3] ?? '')).toEqual([]);
  });

  it('refuses times of no clock, naming the field', async () => {
    for (const deviceTime of ['2024-08-05T02:00:00+23:00', '0000-08-05T02:00:00Z']) {
      const answer = await send(taker(0), newDevice(), { ...flag(1, true), deviceTime });
      expect(answer.problem.errors?.[0]?.path).toBe('entries.0.deviceTime');
    }
  });
});

describe('an attempt whose time ran out while nobody looked', () => {
  const read = async ({ actor, attemptId }: Taker) =>
    (await app.request(readAttempt, { params: { attemptId }, as: actor })).body;
  const result = async ({ actor, attemptId }: Taker) =>
    (await app.request(readResult, { params: { attemptId }, as: actor })).body;
  const intro = async ({ actor, enrolmentId }: Taker) =>
    (await app.request(readQuizIntro, { params: { enrolmentId, quizNodeId }, as: actor })).body;

  it('does not stand in the way of the next one', async () => {
    const { actor, enrolmentId, attemptId } = taker(4);
    const params = { enrolmentId, quizNodeId };
    const { deadlineAt } = await read(taker(4));
    app.clock.set(deadlineAt ?? '');
    app.clock.advance(1000);
    expect(await intro(taker(4))).toMatchObject({ mayOpen: true, openAttemptId: null });
    // Twice at once: both get the same one.
    const opened = await Promise.all(
      [1, 2].map(() => app.request(openAttempt, { params, as: actor })),
    );
    expect(opened.map(({ status, body }) => [status, body.number])).toEqual([
      [201, 2],
      [201, 2],
    ]);
    const { attempts } = await intro(taker(4));
    expect(attempts[0]).toMatchObject({ id: attemptId, state: 'graded' });
  });

  it('is handed in soon after, and graded again when what was given in time arrives', async () => {
    const { deadlineAt, openedAt, items } = await read(taker(3));
    const single = items.find(({ question }) => question.type === 'single');
    if (deadlineAt === null || single?.question.type !== 'single') throw new Error('no such quiz');
    app.clock.set(deadlineAt);
    app.clock.advance(5_000);
    await app.get(HandIn).closeDue(null);
    expect((await read(taker(3))).state).toBe('open');
    app.clock.advance(60_000);
    await app.get(HandIn).closeDue(null);
    expect(await result(taker(3))).toMatchObject({ state: 'graded', handedInAt: deadlineAt });
    const answer = { type: 'single' as const, optionId: single.question.options[0]?.id ?? '' };
    const given = {
      ...{ seq: 1, scope: 'answer' as const, slot: single.slot, value: answer, previousHash: null },
      ...{
        deviceTime: openedAt,
        monotonicMs: 9000,
        handshakeAt: openedAt,
        handshakeMonotonicMs: 0,
      },
    };
    const saved = await send(taker(3), newDevice(), given);
    expect(saved.body).toMatchObject({ closed: true, receipts: [{ late: false }] });
    const graded = (await result(taker(3))).items.find(({ slot }) => slot === single.slot);
    expect(graded?.response).toEqual(answer);
  });
});

describe('the result of a quiz whose answers are shown after its close', () => {
  it('says nothing of what was right before that, and everything after', async () => {
    const { actor, attemptId } = taker(5);
    await app.request(handIn, { params: { attemptId }, as: actor });
    const read = async () =>
      (await app.request(readResult, { params: { attemptId }, as: actor })).body;
    const before = await read();
    expect(before).toMatchObject({ review: 'own_answers', score: 0 });
    expect(before.items.length).toBeGreaterThan(0);
    // An outcome with one question would tell whether it was right.
    expect(before.outcomes).toEqual([]);
    for (const { points, rightAnswer, parts, feedback } of before.items) {
      expect({ points, rightAnswer, parts, feedback }).toEqual({
        ...{ points: null, rightAnswer: null, parts: [], feedback: '' },
      });
    }
    app.clock.set('2024-11-01T00:00:00Z');
    const after = await read();
    expect(after.review).toBe('full');
    expect(after.outcomes.length).toBeGreaterThan(0);
    expect(after.items.map(({ points }) => points)).toEqual(after.items.map(() => 0));
  });
});
