import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  chooseElectives,
  openAttempt,
  readLesson,
  readQuizIntro,
  readStudyCourse,
  readStudyResults,
  readToday,
  saveProgress,
  type ResponseOf,
} from '@cam-nang/contracts';
import { AssessmentHttpModule } from '@cam-nang/assessment/http';
import { buildApp, testActor, type TestApp } from '@cam-nang/testing';
import { MoveCohortState, TrainingFacade } from '@cam-nang/training';
import { LearningHttpModule } from '../learning-http.module.js';
import {
  nodesBySlug,
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecCohort,
  type SpecTrainee,
  type StudySetting,
} from '../testing/study-setting.js';

type Lesson = ResponseOf<typeof readLesson>;

let app: TestApp;
let setting: StudySetting;
let cohort: SpecCohort;
let idOf: (slug: string) => string;

const NAMES = ['Bùi Văn An', 'Hà Tuấn Anh', 'Lê Thị Ấn', 'Vàng A Dơ', 'Sùng A Chớ', 'Lò Thị Hà'];

beforeAll(async () => {
  app = await buildApp({ from: studyBegun, modules: [AssessmentHttpModule, LearningHttpModule] });
  setting = studySettingOf(app);
  const dates = { opensOn: '2024-08-05', closesOn: '2024-10-31' };
  cohort = await openSpecCohort(setting, { code: 'K01/2024', ...dates }, NAMES);
  idOf = await nodesBySlug(setting, '2024-08-05');
}, 180_000);
afterAll(() => app.close());

function trainee(index: number): SpecTrainee {
  const found = cohort.trainees[index];
  if (found === undefined) throw new Error(`no trainee ${index}`);
  return found;
}

function at(day: string): void {
  app.clock.set(`${day}T02:00:00Z`);
}

async function today({ actor }: SpecTrainee) {
  const { body } = await app.request(readToday, { as: actor });
  const [first] = body.enrolments;
  if (first === undefined) throw new Error('nobody enrolled');
  return first;
}

async function course({ actor, enrolmentId }: SpecTrainee) {
  return (await app.request(readStudyCourse, { params: { enrolmentId }, as: actor })).body;
}

async function lesson({ actor, enrolmentId }: SpecTrainee, slug: string): Promise<Lesson> {
  const params = { enrolmentId, nodeId: idOf(slug) };
  return (await app.request(readLesson, { params, as: actor })).body;
}

function blockIds(text: Lesson): string[] {
  return (text.document.content as { attrs: { id: string } }[]).map((block) => block.attrs.id);
}

function save(
  { actor, enrolmentId }: SpecTrainee,
  text: Pick<Lesson, 'nodeId' | 'revisionId'>,
  blocksRead: readonly string[],
  seconds = 60,
) {
  return app.request(saveProgress, {
    params: { enrolmentId, nodeId: text.nodeId },
    body: {
      revisionId: text.revisionId,
      blocksRead: [...blocksRead],
      lastBlockId: blocksRead.at(-1) ?? null,
      seconds,
    },
    as: actor,
  });
}

async function readWhole(person: SpecTrainee, slug: string): Promise<void> {
  const text = await lesson(person, slug);
  expect((await save(person, text, blockIds(text))).status).toBe(200);
}

describe('what to do today', () => {
  it('begins with the first lesson, and counts the periods of the course', async () => {
    at('2024-08-06');
    const { summary, next, coming } = await today(trainee(0));
    expect(summary).toMatchObject({ periodsDone: 0, periodsTotal: 40, lessonsTotal: 27 });
    expect(summary.edition.label).toBe('1.0');
    expect(next).toMatchObject({ kind: 'lesson', nodeId: idOf('cd01-01'), moduleCode: 'CD01' });
    expect(next.why).toEqual([
      { code: 'next-in-order', params: expect.objectContaining({ moduleCode: 'CD01' }) },
    ]);
    expect(coming.map((entry) => entry.kind)).toContain('closing');
  });

  it('goes on where a lesson was left, then with the next one', async () => {
    const person = trainee(0);
    const text = await lesson(person, 'cd01-01');
    const ids = blockIds(text);
    await save(person, text, ids.slice(0, 3));
    const { next } = await today(person);
    expect(next).toMatchObject({ nodeId: text.nodeId, blocksRead: 3, blockId: ids[2] });
    expect(next.why[0]?.code).toBe('left-open');
    expect(next.minutesLeft).toBeLessThanOrEqual(text.minutes ?? 0);
    await save(person, text, ids);
    expect((await today(person)).next.nodeId).toBe(idOf('cd01-02'));
    expect((await today(person)).summary.periodsDone).toBe(1);
  });
});

describe('progress', () => {
  it('only grows, ignores blocks the text does not have, and is the same sent twice', async () => {
    const person = trainee(1);
    const text = await lesson(person, 'cd01-02');
    expect(text.progress).toMatchObject({ state: 'none', blocksRead: [], lastBlockId: null });
    const ids = blockIds(text);
    await save(person, text, ids.slice(2, 4), 90);
    const again = await save(person, text, [...ids.slice(0, 2), 'no-such-block'], 30);
    expect(again.body.progress).toMatchObject({
      blocksRead: ids.slice(0, 4),
      seconds: 90,
      state: 'started',
      doneAt: null,
    });
    await save(person, text, ids);
    const done = (await lesson(person, 'cd01-02')).progress;
    expect(done).toMatchObject({ state: 'done', blocksTotal: ids.length });
    app.clock.advance(3_600_000);
    expect((await save(person, text, [])).body.progress).toEqual({ ...done });
  });

  it('loses nothing when two tabs save at once', async () => {
    const person = trainee(1);
    const text = await lesson(person, 'cd01-03');
    const ids = blockIds(text);
    await Promise.all(ids.map((block) => save(person, text, [block])));
    expect((await lesson(person, 'cd01-03')).progress).toMatchObject({
      state: 'done',
      blocksRead: ids,
    });
  });

  it('is one’s own', async () => {
    const text = await lesson(trainee(0), 'cd01-01');
    const stranger = { actor: trainee(1).actor, enrolmentId: trainee(0).enrolmentId };
    expect((await save(stranger, text, blockIds(text))).problem.code).toBe('resource.not_found');
    const params = { enrolmentId: stranger.enrolmentId, nodeId: text.nodeId };
    const read = await app.request(readLesson, { params, as: stranger.actor });
    expect(read.problem.code).toBe('resource.not_found');
    const officer = await app.request(readLesson, { params, as: testActor('provincial-officer') });
    expect(officer.status).toBe(403);
  });

  it('is of a lesson that the edition has, and of a text of that lesson', async () => {
    const person = trainee(0);
    const first = await lesson(person, 'cd01-01');
    const quiz = { nodeId: idOf('kt-cuoi-khoa'), revisionId: first.revisionId };
    expect((await save(person, quiz, [])).problem.code).toBe('study.not_in_edition');
    const other = { nodeId: idOf('cd01-02'), revisionId: first.revisionId };
    expect((await save(person, other, [])).problem.code).toBe('study.not_in_edition');
  });
});

describe('the final quiz', () => {
  const FIRST = 'cd01-01';

  it('is locked until the lessons before it are done, and says what is left', async () => {
    const person = trainee(2);
    const params = { enrolmentId: person.enrolmentId, quizNodeId: idOf('kt-cuoi-khoa') };
    const refused = await app.request(openAttempt, { params, as: person.actor });
    expect(refused.problem).toMatchObject({
      code: 'study.locked',
      details: { code: 'after', params: { moduleCode: 'CD01', remaining: 3, total: 26 } },
    });
    const intro = await app.request(readQuizIntro, { params, as: person.actor });
    expect(intro.body).toMatchObject({ mayOpen: false, reason: { code: 'after' } });
    const item = (await course(person)).modules
      .flatMap((module) => module.items)
      .find((one) => one.nodeId === params.quizNodeId);
    expect(item).toMatchObject({ state: 'locked', reason: { params: { total: 26 } } });
  });

  it('opens with the last of those lessons', async () => {
    const person = trainee(2);
    const { modules } = await course(person);
    const slugs = modules
      .filter((module) => module.code !== 'TH')
      .flatMap((module) => module.items.filter((item) => item.kind === 'lesson'));
    const rest = slugs.filter((item) => item.nodeId !== idOf(FIRST));
    for (const item of rest) await readNode(person, item.nodeId);
    const params = { enrolmentId: person.enrolmentId, quizNodeId: idOf('kt-cuoi-khoa') };
    const still = await app.request(openAttempt, { params, as: person.actor });
    expect(still.problem.details).toMatchObject({ params: { moduleCode: 'CD01', total: 1 } });
    await readWhole(person, FIRST);
    const opened = await app.request(openAttempt, { params, as: person.actor });
    expect(opened.status).toBe(201);
    const { next } = await today(person);
    expect(next).toMatchObject({ kind: 'quiz', nodeId: params.quizNodeId });
    expect(next.attemptId).not.toBeNull();
    const at = opened.body.deadlineAt;
    expect(at).not.toBeNull();
    expect(next.why).toEqual([{ code: 'time-runs', params: { at } }]);
  });

  async function readNode(person: SpecTrainee, nodeId: string): Promise<void> {
    const params = { enrolmentId: person.enrolmentId, nodeId };
    const text = (await app.request(readLesson, { params, as: person.actor })).body;
    await save(person, text, blockIds(text));
  }
});

describe('results', () => {
  function results({ actor, enrolmentId }: SpecTrainee) {
    return app.request(readStudyResults, { params: { enrolmentId }, as: actor });
  }

  it('list every quiz and report with each try at it', async () => {
    const { body } = await results(trainee(2));
    const final = body.works.find((work) => work.nodeId === idOf('kt-cuoi-khoa'));
    expect(final).toMatchObject({
      kind: 'quiz',
      purpose: 'final',
      state: 'started',
      score: null,
      attempts: [{ number: 1, closed: false, score: null, passed: null }],
    });
    const report = body.works.find((work) => work.moduleCode === 'CD02' && work.kind !== 'quiz');
    expect(report).toMatchObject({ kind: 'report-task', purpose: null, attempts: [] });
    expect(new Set(body.works.map((work) => work.kind))).toEqual(new Set(['quiz', 'report-task']));
    const none = { planned: 0, present: 0, madeUp: 0, excused: 0, absent: 0 };
    expect(body.attendance).toEqual(none);
  });

  it('are one’s own', async () => {
    const { enrolmentId } = trainee(2);
    const stranger = await results({ actor: trainee(1).actor, enrolmentId });
    expect(stranger.problem.code).toBe('resource.not_found');
    const officer = await results({ actor: testActor('provincial-officer'), enrolmentId });
    expect(officer.status).toBe(403);
  });
});

describe('an erratum', () => {
  it('leaves lessons done, and names the passages it changed until they are read', async () => {
    const [done, half] = [trainee(3), trainee(4)];
    at('2024-08-20');
    await readWhole(done, 'cd02-03');
    await readWhole(done, 'cd01-01');
    const before = await lesson(half, 'cd02-03');
    await save(half, before, blockIds(before).slice(0, -1));
    at('2024-09-02');
    const now = await lesson(done, 'cd02-03');
    expect(now.edition.label).toBe('1.1');
    expect(now.revisionId).not.toBe(before.revisionId);
    expect(now.progress.state).toBe('done');
    const changed = now.correction?.blockIds ?? [];
    expect(changed).toHaveLength(1);
    expect(now.correction).toMatchObject({
      editionLabel: '1.1',
      reason: expect.stringContaining('Điều 16'),
      reasonEn: expect.stringContaining('Article 15'),
    });
    expect(now.progress.blocksRead).toHaveLength(blockIds(now).length - 1);
    expect((await lesson(done, 'cd01-01')).correction).toBeNull();
    expect((await lesson(half, 'cd02-03')).progress).toMatchObject({ state: 'started' });
    const { corrections } = await today(done);
    expect(corrections).toMatchObject([{ nodeId: now.nodeId, editionLabel: '1.1' }]);
    await save(done, now, changed);
    expect((await lesson(done, 'cd02-03')).correction).toBeNull();
    expect((await today(done)).corrections).toEqual([]);
  });

  it('takes what a device still sends of the earlier text', async () => {
    const person = trainee(5);
    at('2024-08-20');
    const before = await lesson(person, 'cd03-02');
    at('2024-09-03');
    const saved = await save(person, before, blockIds(before));
    expect(saved.body.progress.state).toBe('done');
    const now = await lesson(person, 'cd03-02');
    expect(now.progress.state).toBe('done');
    expect(now.correction?.blockIds).toHaveLength(1);
  });
});

describe('electives', () => {
  it('leave nothing to choose where the edition asks for all of them', async () => {
    const person = trainee(0);
    const { groups } = await course(person);
    expect(groups).toMatchObject([{ code: 'TC', choose: 2, mayChoose: false }]);
    const refused = await choose(person, groups[0]?.moduleNodeIds ?? []);
    expect(refused.problem.code).toBe('study.locked');
  });

  it('are asked for when their turn comes, and count as chosen', async () => {
    const dates = { opensOn: '2026-03-02', closesOn: '2026-05-29' };
    const opened = await openSpecCohort(setting, { code: 'K01/2026', ...dates }, ['Đinh Văn Huy']);
    const [person] = opened.trainees;
    if (person === undefined) throw new Error('nobody enrolled');
    const [group] = (await course(person)).groups;
    expect(group).toMatchObject({ choose: 1, mayChoose: true, chosenNodeIds: [] });
    const [one = '', other = ''] = group?.moduleNodeIds ?? [];
    expect((await choose(person, [one, other])).problem).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'body.moduleNodeIds' }],
    });
    const chosen = await choose(person, [other]);
    expect(chosen.body.groups).toMatchObject([{ chosenNodeIds: [other] }]);
    const { modules, summary } = await course(person);
    expect(modules.find((module) => module.nodeId === one)).toMatchObject({
      chosen: false,
      reason: { code: 'not-chosen' },
    });
    expect(modules.find((module) => module.nodeId === other)?.chosen).toBe(true);
    expect(summary.periodsTotal).toBe(40);
  });

  function choose({ actor, enrolmentId }: SpecTrainee, moduleNodeIds: readonly string[]) {
    return app.request(chooseElectives, {
      params: { enrolmentId, groupCode: 'TC' },
      body: { moduleNodeIds: [...moduleNodeIds] },
      as: actor,
    });
  }
});

describe('a cohort that is over', () => {
  it('keeps its lessons readable and takes no more progress', async () => {
    at('2024-11-01');
    await app.get(MoveCohortState).run(setting.officer, cohort.id, 'study_ended');
    const text = await lesson(trainee(3), 'cd01-01');
    expect(text.progress.state).toBe('done');
    expect((await save(trainee(3), text, [])).problem.code).toBe('enrolment.not_active');
    const { next, coming } = await today(trainee(3));
    expect(next.kind).toBe('confirm-data');
    expect(coming).toEqual([]);
  });

  it('asks nobody to confirm what they said is wrong: they wait for the office', async () => {
    const person = trainee(3);
    await app.get(TrainingFacade).reportPrinted(person.enrolmentId, 'Chữ cuối là Anh.');
    const { next } = await today(person);
    expect(next.kind).toBe('wait');
    expect(next.why.map(({ code }) => code)).toEqual(['data-reported']);
  });
});
