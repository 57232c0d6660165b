import { cpus } from 'node:os';
import { startBareServer } from './baselines/start-bare-server.js';
import { cellsOf, passes, tableLines, type NotBuilt, type Row } from './measure/row.js';
import { asOfRow } from './rows/as-of.js';
import { certificatesRow } from './rows/certificates.js';
import { differenceRows } from './rows/differences.js';
import { gradeAttemptsRow } from './rows/grade-attempts.js';
import { readLessonRows } from './rows/read-lesson.js';
import { saveAnswerRow } from './rows/save-answer.js';
import { durability, onStage, type Stage } from './stage/stage.js';

type Rows = readonly (Row | NotBuilt)[];

/** What can be measured, by the name under which it is asked for. */
const MEASURES: Readonly<Record<string, (stage: Stage) => Promise<Rows>>> = {
  save: (stage) => withBareServer(stage, async (bare) => [await saveAnswerRow(stage, bare)]),
  read: (stage) => withBareServer(stage, (bare) => readLessonRows(stage, bare)),
  grade: async (stage) => [await gradeAttemptsRow(stage)],
  'as-of': async (stage) => [await asOfRow(stage)],
  diff: () => Promise.resolve(differenceRows()),
  certificates: async (stage) => [await certificatesRow(stage)],
};

const say = (line: string): void => console.log(line);

async function withBareServer(
  { system }: Stage,
  work: (bare: Awaited<ReturnType<typeof startBareServer>>) => Promise<Rows>,
): Promise<Rows> {
  const bare = await startBareServer(system.databaseUrl);
  try {
    return await work(bare);
  } finally {
    await bare.stop();
  }
}

/**
 * Measures the named rows, all without a name (`npm run bench -- save read`), and prints one table.
 * @returns whether every bar is met
 */
async function measure(stage: Stage, names: readonly string[]): Promise<boolean> {
  const rows: (Row | NotBuilt)[] = [];
  for (const name of names) {
    const made = await MEASURES[name]?.(stage);
    for (const row of made ?? []) {
      rows.push(row);
      say(`  ${cellsOf(row).filter(Boolean).join(' · ')}`);
    }
  }
  const [processor] = cpus();
  say(`\n${String(cpus().length)} × ${processor?.model ?? '?'}, Node ${process.versions.node}`);
  say(`${await durability(stage)}\n`);
  for (const line of tableLines(rows)) say(line);
  return rows.every(passes);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => MEASURES[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `Nothing is called ${unknown.join(', ')}. Known: ${Object.keys(MEASURES).join(', ')}.`,
  );
  process.exitCode = 1;
} else {
  const names = asked.length === 0 ? Object.keys(MEASURES) : asked;
  process.exitCode = (await onStage('bench', say, (stage) => measure(stage, names))) ? 0 : 1;
}
