import { setTimeout as delay } from 'node:timers/promises';
import type { readStudyCourse, readAttempt, ResponseOf } from '@cam-nang/contracts';
import { Accounts } from '@cam-nang/identity';
import { usernameOf } from '@cam-nang/identity/testing';
import { openSpecCohort, type SpecTrainee } from '@cam-nang/learning/testing';
import { Database } from '@cam-nang/platform';
import { Browser } from './browser.js';
import { exactly, type Finding } from './finding.js';
import { killOften } from './kill.js';
import type { Stage } from './stage.js';
import { Taker } from './taker.js';

const TAKERS = 50;
const KILLS = 3;
const PASSWORD = 'mot-cau-du-dai-de-nho';

/**
 * `kill -9` of the api, again and again, while 50 people answer: every answer that was acknowledged is
 * there afterwards, once, and it is the one that counts.
 */
export async function answersDrill(stage: Stage, say: (line: string) => void): Promise<Finding[]> {
  const takers = await seatTakers(stage);
  say(`  ${String(takers.length)} people answer while the api is killed ${String(KILLS)} times`);
  let over = false;
  const writing = takers.map(async (taker) => {
    while (!over) await taker.answerOne();
  });
  const kills = await killOften(() => stage.system.pids().api, {
    times: KILLS,
    between: () => delay(4_000),
    say,
  });
  await delay(4_000);
  over = true;
  await Promise.all(writing);
  const lost = await Promise.all(takers.map((taker) => taker.lost()));
  const stored = await storedEntries(stage, takers);
  const sent = takers.reduce((sum, taker) => sum + taker.sent, 0);
  return [
    exactly('times the api was killed', kills, KILLS),
    exactly('acknowledged answers that are not there', lost.flat().length, 0),
    exactly('entries of the journals, each once', stored, sent),
  ];
}

async function seatTakers(stage: Stage): Promise<Taker[]> {
  const { setting, clock } = stage;
  const names = Array.from({ length: TAKERS }, (_, index) => `Bùi Văn Người ${String(index + 1)}`);
  const days = { opensOn: dayFromNow(-3), closesOn: dayFromNow(30) };
  const cohort = await openSpecCohort(setting, { code: 'DIEN-TAP', ...days }, names);
  clock.release();
  const takers: Taker[] = [];
  for (const trainee of cohort.trainees) takers.push(await seat(stage, trainee));
  return takers;
}

async function seat(stage: Stage, { actor, enrolmentId }: SpecTrainee): Promise<Taker> {
  const { app } = stage.setting;
  await app.get(Accounts).setPassword(actor.accountId, PASSWORD);
  const browser = new Browser(stage.system.address);
  await browser.signIn(await usernameOf(app.get(Database), actor.accountId), PASSWORD);
  const study = `/api/study/enrolments/${enrolmentId}`;
  const course = (await browser.insist('GET', study)) as ResponseOf<typeof readStudyCourse>;
  const quiz = course.modules
    .flatMap((module) => module.items)
    .find((item) => item.kind === 'quiz' && item.state === 'open');
  if (quiz === undefined) throw new Error('No quiz is open to the takers.');
  const path = `${study}/quizzes/${quiz.nodeId}/attempts`;
  const attempt = (await browser.insist('POST', path)) as ResponseOf<typeof readAttempt>;
  return new Taker(browser, attempt);
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

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
