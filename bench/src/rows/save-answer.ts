import { rightResponse } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import type { BareServer } from '../baselines/start-bare-server.js';
import { answersPerSecond, warmUp, type Asker } from '../load/drive.js';
import { compare, type Comparison } from '../measure/compare.js';
import { growthExponent } from '../measure/figures.js';
import type { Row } from '../measure/row.js';
import { finalQuizOf, openAttempts, type FinalQuiz } from '../stage/attempts.js';
import type { Stage } from '../stage/stage.js';
import { openClass, type Student } from '../stage/students.js';

const TAKERS = 32;
/** Entries that the journal holds already. */
const SIZES = [20_000, 80_000, 320_000];
const TURNS = 5;
const SECONDS = 3;
const BAR = 0.6;
const AT_ONCE = 20_000;

/** Saving one answer, 32 takers at a time, over a journal that grows; against the bare upsert. */
export async function saveAnswerRow(stage: Stage, bare: BareServer): Promise<Row> {
  const room = await openClass(stage, 'BENCH-SAVE', TAKERS);
  const quiz = await finalQuizOf(stage, room);
  const attempts = await openAttempts(stage, quiz, room.students);
  const takers = room.students.map((student, index) => taker(quiz, student, attempts[index] ?? ''));
  const bareTakers = room.students.map((student) => bareTaker(quiz, student));
  await warmUp(stage.system.address, takers);
  await warmUp(bare.address, bareTakers);
  const made: Comparison[] = [];
  let entries = 0;
  for (const size of SIZES) {
    await fillJournal(stage, quiz, size - entries);
    entries = size;
    const product = (): Promise<number> => answersPerSecond(stage.system.address, takers, SECONDS);
    const baseline = (): Promise<number> => answersPerSecond(bare.address, bareTakers, SECONDS);
    made.push(await compare(TURNS, product, baseline));
  }
  const last = made.at(-1);
  return {
    what: 'save one answer',
    sizes: SIZES.map((size) => `${String(size / 1000)} k entries`),
    figures: made.map(({ product }) => `${product.toFixed(0)}/s`),
    growth: growthExponent(
      SIZES,
      made.map(({ product }) => 1 / product),
    ),
    growthLimit: 0.2,
    baseline: `bare node:http + pg, ${(last?.baseline ?? 0).toFixed(0)}/s`,
    result: `${(last?.ratio ?? 0).toFixed(2)} ×`,
    bar: `≥ ${String(BAR)} ×`,
    met: (last?.ratio ?? 0) >= BAR,
  };
}

function entryOf(quiz: FinalQuiz, seq: number) {
  const question = quiz.questions[seq % quiz.questions.length];
  if (question === undefined) throw new Error('The quiz has no questions.');
  const common = {
    seq,
    scope: 'answer',
    slot: question.slot,
    value: rightResponse(question.content),
    deviceTime: new Date().toISOString(),
  };
  return { question, common };
}

function taker(quiz: FinalQuiz, student: Student, attemptId: string): Asker {
  const path = `/api/attempts/${attemptId}/journal/${student.deviceId}`;
  const clock = { monotonicMs: null, handshakeAt: null, handshakeMonotonicMs: null };
  let seq = 0;
  return {
    next: () => {
      seq += 1;
      const entry = { ...entryOf(quiz, seq).common, ...clock, previousHash: null };
      return student.request('PUT', path, JSON.stringify({ entries: [entry] }));
    },
  };
}

function bareTaker(quiz: FinalQuiz, student: Student): Asker {
  const deviceId = crypto.randomUUID();
  const { accountId } = student.actor;
  let seq = 0;
  return {
    next: () => {
      seq += 1;
      const { question, common } = entryOf(quiz, seq);
      const { nodeId, revisionId } = question;
      const said = { deviceId, accountId, attemptId: deviceId, nodeId, revisionId };
      return student.request('PUT', '/journal', JSON.stringify({ ...said, entries: [common] }));
    },
  };
}

/** Entries of other people's attempts, thirty of each; some thousand at a time. */
async function fillJournal(stage: Stage, quiz: FinalQuiz, count: number): Promise<void> {
  for (let left = count; left > 0; left -= AT_ONCE) {
    await addEntries(stage, quiz, Math.min(left, AT_ONCE));
  }
}

async function addEntries({ setting }: Stage, quiz: FinalQuiz, count: number): Promise<void> {
  const database = setting.app.get(Database);
  const first = quiz.questions[0];
  await database.query(
    `insert into journal_entry (device_id, seq, account_id, scope, scope_id, slot, node_id, revision_id, value,
       device_time, clock_trusted, effective_at, received_at, hash)
     select d, s, d, 'answer', d, s, $2, $3, '{"type":"single","optionId":"a"}', now(), true, now(), now(),
       sha256(d::text::bytea)
     from (select gen_random_uuid() as d from generate_series(1, $1::int)) devices, generate_series(1, 30) s`,
    [Math.ceil(count / 30), first?.nodeId, first?.revisionId],
  );
}
