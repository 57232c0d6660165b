import { cpus } from 'node:os';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { plainText } from '@cam-nang/domain';
import { SessionCookie } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { median } from '../measure/figures.js';
import { onStage, type Stage } from '../stage/stage.js';
import { openClass } from '../stage/students.js';
import { budgetLines, budgetsOf, type Middle } from './budgets.js';
import { launchChromium } from './chromium.js';
import { visitTwice, type Deed, type Visit } from './visit.js';

const VISITS = 5;

const say = (line: string): void => console.log(line);

/** A trainee who is signed in and follows a link to the first lesson of the course. */
async function deedOf(stage: Stage): Promise<Deed> {
  const { app } = stage.setting;
  const room = await openClass(stage, 'BENCH-PHONE', 1);
  const [student] = room.students;
  const cohort = await app.get(TrainingFacade).cohort(room.cohortId);
  if (student === undefined || cohort === null) throw new Error('Nobody is in the class.');
  const edition = await app.get(TrainingFacade).editionOf(cohort);
  const curriculum = app.get(CurriculumFacade);
  const lesson = (await curriculum.outline(edition.id)).find(({ kind }) => kind === 'lesson');
  const revision =
    lesson && (await curriculum.revisions([lesson.revisionId])).get(lesson.revisionId);
  const doc = revision?.content.kind === 'lesson' ? revision.content.doc : null;
  const first = doc?.content?.find(({ type }) => type === 'paragraph');
  if (lesson === undefined || first === undefined) throw new Error('The lesson has no paragraph.');
  return {
    address: stage.system.address,
    path: `/course/${student.enrolmentId}/lessons/${lesson.nodeId}`,
    cookie: { name: app.get(SessionCookie).name, value: student.token },
    words: plainText(first).slice(0, 40).trim(),
  };
}

function middle(visits: readonly Visit[]): Middle {
  const of = (pick: (visit: Visit) => number): number => median(visits.map(pick));
  return {
    readable: of((visit) => visit.readable),
    bytes: of((visit) => visit.bytes),
    programBytes: of((visit) => visit.programBytes),
    requests: of((visit) => visit.requests),
    fontBytes: of((visit) => visit.fontBytes),
    totalBytes: of((visit) => visit.totalBytes),
    shift: of((visit) => visit.shift),
    inputDelay: of((visit) => visit.inputDelay),
    fontsAfter: visits.every((visit) => visit.fontsAfter),
  };
}

/** Visits a lesson on a bad line several times; true when every budget is kept. */
async function measure(stage: Stage): Promise<boolean> {
  const deed = await deedOf(stage);
  const browser = await launchChromium();
  try {
    const made: { readonly cold: Visit; readonly warm: Visit }[] = [];
    for (let turn = 0; turn < VISITS; turn += 1) made.push(await visitTwice(browser, deed));
    const cold = middle(made.map((one) => one.cold));
    const budgets = budgetsOf(cold, middle(made.map((one) => one.warm)));
    const [processor] = cpus();
    say(`\n${String(cpus().length)} × ${processor?.model ?? '?'}, Chromium ${browser.version()}`);
    say(`400 kbit/s, 400 ms round trip, processor four times slower, HTTP/1.1`);
    say(`middle of ${String(VISITS)} visits; ${String(cold.requests)} requests until readable\n`);
    for (const line of budgetLines(budgets)) say(line);
    return budgets.every(({ kept }) => kept !== false);
  } finally {
    await browser.close();
  }
}

process.exitCode = (await onStage('phone', say, measure)) ? 0 : 1;
