import { randomUUID } from 'node:crypto';
import { HandIn, MarkReport, OpenAttempt, SaveAnswers, WriteReport } from '@cam-nang/assessment';
import { lessonBlocks, type RichDocument } from '@cam-nang/content/read';
import { CurriculumFacade, type OutlineNode } from '@cam-nang/curriculum';
import { emptyResponse, rightResponse } from '@cam-nang/domain';
import { SaveProgress } from '@cam-nang/learning';
import { Database } from '@cam-nang/platform';
import { as, type CohortSetting, type SeededCohort, type Trainee } from './seed-cohort.js';
import { dayFrom } from './seed-clock.js';

/** Everyone reads as far as the file says, day by day after the opening. */
export async function studyLessons(setting: CohortSetting, cohort: SeededCohort): Promise<void> {
  const lessons = cohort.outline.filter((node) => node.kind === 'lesson');
  const blocks = await blocksOf(setting, lessons);
  for (const [index, trainee] of cohort.trainees.entries()) {
    const count = Math.round(lessons.length * trainee.person.study);
    for (const [at, lesson] of lessons.slice(0, count).entries()) {
      const day = Math.floor((at * 10) / lessons.length) + 1;
      setting.clock.set(dayFrom(cohort.view.opensOn, day), '19:00');
      setting.clock.advance(index);
      await read(setting, trainee, lesson, blocks.get(lesson.revisionId) ?? []);
    }
  }
}

async function blocksOf(
  setting: CohortSetting,
  lessons: readonly OutlineNode[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const revisions = await setting.app
    .get(CurriculumFacade)
    .revisions(lessons.map((lesson) => lesson.revisionId));
  return new Map(
    [...revisions].map(([id, revision]) => {
      const document: unknown = revision.content.doc;
      return [id, lessonBlocks(document as RichDocument).blocks];
    }),
  );
}

async function read(
  setting: CohortSetting,
  { actor, enrolmentId }: Trainee,
  lesson: OutlineNode,
  blocks: readonly string[],
): Promise<void> {
  const params = { enrolmentId, nodeId: lesson.nodeId };
  const body = {
    revisionId: lesson.revisionId,
    blocksRead: [...blocks],
    lastBlockId: blocks.at(-1) ?? null,
    seconds: (lesson.minutes ?? 20) * 60,
  };
  await as(actor, () => setting.app.get(SaveProgress).run(actor, params, body));
}

/** Everyone with a share of right answers takes the final quiz near the end of the cohort. */
export async function takeFinalQuiz(setting: CohortSetting, cohort: SeededCohort): Promise<void> {
  const quiz = cohort.outline.find((node) => node.kind === 'quiz' && node.slug === 'kt-cuoi-khoa');
  if (quiz === undefined) throw new Error('The course has no final quiz.');
  for (const trainee of cohort.trainees) {
    if (trainee.person.answers === undefined) continue;
    setting.clock.set(dayFrom(cohort.view.closesOn, -4), '09:00');
    await takeQuiz(setting, trainee, quiz.nodeId, trainee.person.answers);
  }
}

async function takeQuiz(
  setting: CohortSetting,
  { actor, enrolmentId }: Trainee,
  quizNodeId: string,
  share: number,
): Promise<void> {
  const { app, clock } = setting;
  const attempt = await as(actor, () => app.get(OpenAttempt).run(actor, enrolmentId, quizNodeId));
  clock.advance(25);
  const entries = await answersOf(setting, attempt.id, share);
  const params = { attemptId: attempt.id, deviceId: randomUUID() };
  await as(actor, async () => {
    await app.get(SaveAnswers).run(actor, params, entries);
    clock.advance(5);
    await app.get(HandIn).run(actor, attempt.id);
  });
}

/** The journal of an attempt: so many of its questions right, the others left empty. */
async function answersOf({ app, clock }: CohortSetting, attemptId: string, share: number) {
  const pinned = await app
    .get(Database)
    .query<{ slot: number; revision: string }>(
      'select slot, question_revision_id as revision from attempt_item where attempt_id = $1 order by slot',
      [attemptId],
    );
  const revisions = await app.get(CurriculumFacade).revisions(pinned.map((item) => item.revision));
  const deviceTime = clock.now().toISOString();
  return pinned.flatMap(({ slot, revision }, index) => {
    const content = revisions.get(revision)?.content;
    if (content?.kind !== 'question') return [];
    const right = index < Math.round(pinned.length * share);
    const value = right ? rightResponse(content.meta) : emptyResponse(content.meta.type);
    return [
      {
        seq: index + 1,
        scope: 'answer' as const,
        slot,
        value: structuredClone(value) as never,
        deviceTime,
        monotonicMs: null,
        handshakeAt: null,
        handshakeMonotonicMs: null,
        previousHash: null,
      },
    ];
  });
}

const REPORT_TEXT =
  'Việc của tôi là lập báo cáo tháng của xã. Trước đây báo cáo thường trễ hai ngày vì số liệu đến từ bảy bản, mỗi bản một mẫu. ' +
  'Tôi lập một bảng theo dõi chung, ghi rõ ai gửi, gửi gì, trước ngày nào, và nhắc trước hạn ba ngày. ';
const REPEATS = 30;

/** Everyone with a mark writes the reports of the course, and the marker gives that mark. */
export async function writeReports(setting: CohortSetting, cohort: SeededCohort): Promise<void> {
  const tasks = cohort.outline.filter((node) => node.kind === 'report-task');
  for (const trainee of cohort.trainees) {
    const { report } = trainee.person;
    if (report === undefined) continue;
    for (const task of tasks) await writeAndMark(setting, cohort, trainee, task.nodeId, report);
  }
}

async function writeAndMark(
  setting: CohortSetting,
  cohort: SeededCohort,
  { actor, enrolmentId }: Trainee,
  taskNodeId: string,
  mark: number,
): Promise<void> {
  const { app, clock, marker } = setting;
  const writing = app.get(WriteReport);
  const place = { enrolmentId, taskNodeId };
  clock.set(dayFrom(cohort.view.closesOn, -3), '20:00');
  const submitted = await as(actor, async () => {
    const saved = await writing.save(actor, place, {
      version: 0,
      text: REPORT_TEXT.repeat(REPEATS),
    });
    return writing.submit(actor, place, saved.version);
  });
  clock.set(dayFrom(cohort.view.closesOn, -1), '10:00');
  const { rubric, maxPoints } = submitted.task;
  const criteria = sharedOut(rubric, mark / (maxPoints / 100), Math.round(mark * 100));
  const comment =
    mark < 5
      ? 'Tình huống rõ, còn thiếu thời hạn xử lý và số liệu.'
      : 'Bám sát việc thật, có số liệu.';
  const body = { criteria, comment, returnForImprovement: false };
  await as(marker, () => app.get(MarkReport).run(marker, submitted.submissionId ?? '', body));
}

/** Points by criterion that sum to the mark exactly, in hundredths. */
function sharedOut(
  rubric: readonly { readonly id: string; readonly points: number }[],
  share: number,
  total: number,
): { id: string; points: number }[] {
  const criteria = rubric.map(({ id, points }) => ({ id, points: Math.floor(points * share) }));
  let missing = total - criteria.reduce((sum, one) => sum + one.points, 0);
  for (const [index, one] of criteria.entries()) {
    const room = (rubric[index]?.points ?? 0) - one.points;
    const more = Math.min(room, missing);
    one.points += more;
    missing -= more;
  }
  return criteria;
}
