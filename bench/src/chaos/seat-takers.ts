import type { readAttempt, readStudyCourse, ResponseOf } from '@cam-nang/contracts';
import { Accounts } from '@cam-nang/identity';
import { usernameOf } from '@cam-nang/identity/testing';
import { openSpecCohort, type SpecTrainee } from '@cam-nang/learning/testing';
import { Database } from '@cam-nang/platform';
import { Browser } from '../stage/browser.js';
import { dayFromNow, type Stage } from '../stage/stage.js';
import { Taker } from './taker.js';

const PASSWORD = 'mot-cau-du-dai-de-nho';

/** Opens a cohort that is running now, signs its people in and opens a quiz for each. */
export async function seatTakers(stage: Stage, code: string, count: number): Promise<Taker[]> {
  const { setting, clock } = stage;
  const names = Array.from({ length: count }, (_, index) => `Bùi Văn Người ${String(index + 1)}`);
  const days = { opensOn: dayFromNow(-3), closesOn: dayFromNow(30) };
  const cohort = await openSpecCohort(setting, { code, ...days }, names);
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
