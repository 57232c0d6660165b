import { Database } from '@cam-nang/platform';
import { BareGrading } from '../baselines/bare-grading.js';
import { Connection } from '../load/connection.js';
import { waveMs } from '../load/drive.js';
import { compare, type Comparison } from '../measure/compare.js';
import { growthExponent } from '../measure/figures.js';
import type { Row } from '../measure/row.js';
import { answerAll, finalQuizOf, openAttempts, type FinalQuiz } from '../stage/attempts.js';
import type { Stage } from '../stage/stage.js';
import { openClass, type Student } from '../stage/students.js';

const SIZES = [4, 16, 64];
const TURNS = 7;
/** Waves after which both sides run as they do in a program that has been up for a while. */
const WARM_WAVES = 25;
const BAR = 0.5;

/** Handing in and grading 30 questions, all takers at the same time; against the bare statements. */
export async function gradeAttemptsRow(stage: Stage): Promise<Row> {
  const largest = Math.max(...SIZES);
  const room = await openClass(stage, 'BENCH-GRADE', largest);
  const quiz = await finalQuizOf(stage, room);
  const bare = new BareGrading(stage.system.databaseUrl);
  const open = (): Promise<Connection> => Connection.open(stage.system.address);
  const connections = await Promise.all(room.students.map(open));
  try {
    const hall: Hall = { stage, quiz, connections, bare, items: '[]' };
    await productWave(hall, room.students);
    const graded = { ...hall, items: await itemsOfOne(stage) };
    for (let wave = 0; wave < WARM_WAVES; wave += 1) {
      await productWave(graded, room.students);
      await bareWave(graded, room.students);
    }
    const made: Comparison[] = [];
    for (const size of SIZES) {
      const takers = room.students.slice(0, size);
      made.push(
        await compare(
          TURNS,
          () => productWave(graded, takers),
          () => bareWave(graded, takers),
        ),
      );
    }
    return rowOf(made, quiz.questions.length);
  } finally {
    for (const connection of connections) connection.close();
    await bare.close();
  }
}

interface Hall {
  readonly stage: Stage;
  readonly quiz: FinalQuiz;
  readonly connections: readonly Connection[];
  readonly bare: BareGrading;
  readonly items: string;
}

async function answered({ stage, quiz }: Hall, takers: readonly Student[]): Promise<string[]> {
  const attempts = await openAttempts(stage, quiz, takers);
  await answerAll(stage, quiz, attempts);
  return attempts;
}

async function productWave(hall: Hall, takers: readonly Student[]): Promise<number> {
  const attempts = await answered(hall, takers);
  const requests = takers.map((taker, index) =>
    taker.request('POST', `/api/attempts/${attempts[index] ?? ''}/hand-in`),
  );
  return waveMs(hall.connections, requests);
}

async function bareWave(hall: Hall, takers: readonly Student[]): Promise<number> {
  const attempts = await answered(hall, takers);
  return hall.bare.waveMs(attempts, hall.quiz.revisionId, hall.items);
}

/** What the product has written as graded, and that everything right was marked right. */
async function itemsOfOne({ setting }: Stage): Promise<string> {
  const [row] = await setting.app
    .get(Database)
    .query<{ items: string; points: number; most: number }>(
      'select items::text, points, max_points as most from grading order by graded_at desc limit 1',
    );
  if (row === undefined || row.points !== row.most) throw new Error('Right answers got no marks.');
  return row.items;
}

function rowOf(made: readonly Comparison[], questions: number): Row {
  const last = made.at(-1);
  const share = last === undefined ? 0 : 1 / last.ratio;
  return {
    what: `finish and grade an attempt of ${String(questions)} questions`,
    sizes: SIZES.map((size) => `${String(size)} takers`),
    figures: made.map(({ product }) => `${product.toFixed(0)} ms`),
    growth: growthExponent(
      SIZES,
      made.map(({ product }) => product),
    ),
    growthLimit: 1.1,
    baseline: `bare pg, same statements, ${(last?.baseline ?? 0).toFixed(0)} ms`,
    result: `${share.toFixed(2)} ×`,
    bar: `≥ ${String(BAR)} ×`,
    met: share >= BAR,
  };
}
