import { setTimeout as delay } from 'node:timers/promises';
import { Database } from '@cam-nang/platform';
import type { Stage } from '../stage/stage.js';
import { exactly, type Finding } from './finding.js';
import { killOften } from './kill.js';
import { seatTakers } from './seat-takers.js';
import type { Taker } from './taker.js';

const TAKERS = 50;
const KILLS = 3;
/** Answers between two kills, so that each falls in the middle of writing. */
const ANSWERS = 300;
const LONGEST_MS = 120_000;

/**
 * `kill -9` of the api, or of PostgreSQL with all its processes, again and again, while 50 people answer:
 * every answer that was acknowledged is there afterwards, once, and it is the one that counts.
 */
export async function answersDrill(
  stage: Stage,
  victim: 'api' | 'database',
  say: (line: string) => void,
): Promise<Finding[]> {
  const takers = await seatTakers(stage, `DIEN-TAP-${victim.toUpperCase()}`, TAKERS);
  say(`  ${String(TAKERS)} people answer while it is killed ${String(KILLS)} times`);
  let over = false;
  const writing = takers.map(async (taker) => {
    while (!over) await taker.answerOne();
  });
  const kills = await killOften(() => stage.system.pids()[victim], {
    times: KILLS,
    between: () => moreAnswers(takers),
    say,
  }).finally(() => (over = true));
  await Promise.all(writing);
  const lost = await Promise.all(takers.map((taker) => taker.lost()));
  const stored = await storedEntries(stage, takers);
  return [
    exactly('times it was killed', kills, KILLS),
    exactly('acknowledged answers that are not there', lost.flat().length, 0),
    exactly('entries of the journals, each once', stored, acknowledged(takers)),
  ];
}

function acknowledged(takers: readonly Taker[]): number {
  return takers.reduce((sum, taker) => sum + taker.acknowledgedCount, 0);
}

/** Waits until so many more answers are acknowledged: then the system is at work again. */
async function moreAnswers(takers: readonly Taker[]): Promise<void> {
  const enough = acknowledged(takers) + ANSWERS;
  const end = Date.now() + LONGEST_MS;
  while (acknowledged(takers) < enough) {
    if (Date.now() > end) throw new Error('No answer was acknowledged for a long time.');
    await delay(20);
  }
}

async function storedEntries(stage: Stage, takers: readonly Taker[]): Promise<number> {
  const [row] = await stage.setting.app
    .get(Database)
    .query<{ n: number }>(
      'select count(*)::int as n from journal_entry where device_id = any($1::uuid[])',
      [takers.map((taker) => taker.deviceId)],
    );
  return row?.n ?? 0;
}
