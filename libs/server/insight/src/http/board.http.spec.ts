import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssessmentHttpModule } from '@cam-nang/assessment/http';
import {
  addMeeting,
  listMeetings,
  readBoard,
  readLesson,
  recordAttendance,
  saveProgress,
  saveReport,
  watchBoard,
  withdrawEnrolment,
} from '@cam-nang/contracts';
import { makeActor } from '@cam-nang/identity/testing';
import { LearningHttpModule } from '@cam-nang/learning/http';
import {
  nodesBySlug,
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecCohort,
  type SpecTrainee,
  type StudySetting,
} from '@cam-nang/learning/testing';
import { Closing, Database } from '@cam-nang/platform';
import { buildApp, testActor, type TestApp } from '@cam-nang/testing';
import { TrainingFacade } from '@cam-nang/training';
import { TrainingHttpModule } from '@cam-nang/training/http';
import { InsightHttpModule } from '../insight-http.module.js';
import { WatchBoard, type BoardEvent } from '../queries/watch-board.js';

let app: TestApp;
let setting: StudySetting;
let cohort: SpecCohort;
let idOf: (slug: string) => string;

const NAMES = ['Lê Thị Ấn', 'Bùi Văn Đức', 'Bùi Văn An', 'Trần Ân', 'Hà Tuấn Anh', 'Bùi Văn Dũng'];
const ORDER = ['Bùi Văn An', 'Hà Tuấn Anh', 'Trần Ân', 'Lê Thị Ấn', 'Bùi Văn Dũng', 'Bùi Văn Đức'];

beforeAll(async () => {
  const modules = [TrainingHttpModule, AssessmentHttpModule, LearningHttpModule, InsightHttpModule];
  app = await buildApp({ from: studyBegun, modules });
  setting = studySettingOf(app);
  const dates = { opensOn: '2024-04-01', closesOn: '2024-06-28' };
  cohort = await openSpecCohort(setting, { code: 'K01/2024', ...dates }, NAMES);
  idOf = await nodesBySlug(setting, '2024-04-01');
}, 180_000);
afterAll(() => app.close());

function trainee(name: string): SpecTrainee {
  const found = cohort.trainees[NAMES.indexOf(name)];
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

async function board(cohortId = cohort.id) {
  return (await app.request(readBoard, { params: { cohortId }, as: setting.officer })).body;
}

async function rowOf(name: string) {
  const row = (await board()).rows.find((one) => one.fullName === name);
  if (row === undefined) throw new Error(`nobody is called ${name}`);
  return row;
}

/** Reads a lesson: all of it, or its first blocks. */
async function study({ actor, enrolmentId }: SpecTrainee, slug: string, blocks = Infinity) {
  app.clock.advance(1000);
  const params = { enrolmentId, nodeId: idOf(slug) };
  const { body: text } = await app.request(readLesson, { params, as: actor });
  const content = text.document.content as { attrs: { id: string } }[];
  const blocksRead = content.slice(0, blocks).map((block) => block.attrs.id);
  const body = { revisionId: text.revisionId, blocksRead, lastBlockId: null, seconds: 60 };
  await app.request(saveProgress, { params, body, as: actor });
}

describe('the board of a cohort', () => {
  it('lists people in Vietnamese name order under the modules of the edition', async () => {
    const { modules, rows, cohort: view } = await board();
    expect(view.edition.label).toBe('1.0');
    expect(rows.map((row) => row.fullName)).toEqual(ORDER);
    expect(modules.map((module) => module.code)).toEqual(
      ['CD01', 'CD02', 'CD03', 'CD04', 'CD05', 'CD06', 'CD07', 'CD08', 'KT', 'TH'], // in reading order
    );
    expect(modules.reduce((sum, module) => sum + module.periods, 0)).toBe(40);
    expect(rows[0]).toMatchObject({ periodsDone: 0, periodsTotal: 40, report: 'none' });
  });

  it('draws periods done and begun, and says what is missing', async () => {
    const person = trainee('Bùi Văn An');
    for (const slug of ['cd01-01', 'cd01-02', 'cd01-03']) await study(person, slug);
    await study(person, 'cd02-01', 2);
    const row = await rowOf('Bùi Văn An');
    expect(row.cells.slice(0, 3)).toEqual([
      { moduleCode: 'CD01', done: 4, started: 0, total: 4, absent: 0 },
      { moduleCode: 'CD02', done: 0, started: 1, total: 6, absent: 0 },
      { moduleCode: 'CD03', done: 0, started: 0, total: 5, absent: 0 },
    ]);
    expect(row.periodsDone).toBe(4);
    expect(row.lastSeenAt).toBe(app.clock.now().toISOString());
    expect(row.missing).toContainEqual({
      code: 'study-completed',
      nodeTitle: null,
      actual: { kind: 'share', part: 3, whole: 27 },
      required: { kind: 'least-share', share: 10_000 },
    });
    const codes = row.missing.map((one) => one.code);
    expect(codes).toEqual(
      expect.arrayContaining(['quiz-passed', 'report-passed', 'data-confirmed']),
    );
    expect(codes).not.toContain('attendance');
    const quiz = row.missing.find((one) => one.code === 'quiz-passed');
    expect(quiz?.nodeTitle).toBe('Bài kiểm tra trắc nghiệm cuối khóa');
  });

  it('offers the modules of the edition for a meeting, to who may plan one', async () => {
    const params = { cohortId: cohort.id };
    const { body } = await app.request(listMeetings, { params, as: setting.officer });
    expect(body.modules[0]).toMatchObject({ nodeId: idOf('cd01'), code: 'CD01' });
    expect(body.modules.map((module) => module.code)).toEqual(
      (await board()).modules.map((module) => module.code),
    );
    expect(body.allowed).toEqual({ add: true, record: true });
    const trainer = testActor([
      { role: 'trainer', unitId: setting.places.province, courseId: null },
    ]);
    const seen = await app.request(listMeetings, { params, as: trainer });
    expect(seen.body.allowed).toEqual({ add: false, record: true });
  });

  it('takes periods missed in class off what was read', async () => {
    const { body: meeting } = await app.request(addMeeting, {
      params: { cohortId: cohort.id },
      body: {
        onDate: '2024-04-01',
        halfDay: 'morning',
        periods: 4,
        moduleNodeId: idOf('cd01'),
        topic: '',
        place: '',
      },
      as: setting.officer,
    });
    const mark = (name: string, periodsPresent: number) => ({
      enrolmentId: trainee(name).enrolmentId,
      periodsPresent,
      excused: false,
      note: '',
    });
    const body = { marks: [mark('Bùi Văn An', 1), mark('Trần Ân', 4)] };
    const params = { meetingId: meeting.id };
    await app.request(recordAttendance, { params, body, as: setting.officer });
    const { body: coming } = await app.request(addMeeting, {
      params: { cohortId: cohort.id },
      body: {
        ...{ onDate: '2024-04-02', halfDay: 'morning', periods: 4, moduleNodeId: null },
        ...{ topic: '', place: '' },
      },
      as: setting.officer,
    });
    const early = await app.request(recordAttendance, {
      params: { meetingId: coming.id },
      body,
      as: setting.officer,
    });
    expect(early.problem).toMatchObject({ status: 409, code: 'meeting.not_yet' });
    const absent = await rowOf('Bùi Văn An');
    expect(absent.cells[0]).toMatchObject({ done: 1, started: 0, absent: 3, total: 4 });
    expect(absent.periodsDone).toBe(1);
    expect(absent.missing.map((one) => one.code)).toContain('attendance');
    const there = await rowOf('Trần Ân');
    expect(there.cells[0]).toMatchObject({ done: 0, absent: 0 });
    expect(there.missing.map((one) => one.code)).not.toContain('attendance');
    // Who has no record was not there.
    expect((await rowOf('Lê Thị Ấn')).cells[0]).toMatchObject({ absent: 4 });
  });

  it('shows the report that is furthest behind', async () => {
    const { actor, enrolmentId } = trainee('Trần Ân');
    const [first = '', second = ''] = await reportTasks();
    for (const [taskNodeId, shown] of [
      [first, 'none'],
      [second, 'draft'],
    ] as const) {
      const params = { enrolmentId, taskNodeId };
      const body = { version: 0, text: 'Việc của tôi' };
      await app.request(saveReport, { params, body, as: actor });
      expect((await rowOf('Trần Ân')).report).toBe(shown);
    }
  });

  it('leaves out who has left', async () => {
    const params = { enrolmentId: trainee('Bùi Văn Dũng').enrolmentId };
    const body = { reason: 'Chuyển công tác' };
    await app.request(withdrawEnrolment, { params, body, as: setting.officer });
    expect((await board()).rows.map((row) => row.fullName)).not.toContain('Bùi Văn Dũng');
  });

  it('is for who may follow the cohort', async () => {
    const { places } = setting;
    const person = { fullName: 'Lò Văn Panh', roles: ['provincial-officer' as const] };
    const stranger = await makeActor(app, { ...person, unitId: places.otherProvince });
    const params = { cohortId: cohort.id };
    for (const endpoint of [readBoard, watchBoard]) {
      const hidden = await app.raw(endpoint, { params, as: stranger });
      expect(hidden.problem.code).toBe('resource.not_found');
      const refused = await app.raw(endpoint, { params, as: testActor('system-administrator') });
      expect(refused.problem.code).toBe('permission.denied');
    }
  });

  async function reportTasks(): Promise<string[]> {
    const rows = await app
      .get(Database)
      .query<{ id: string }>(`select id from node where kind = 'report-task' order by slug`);
    return rows.map((row) => row.id);
  }
});

describe('sixty people', () => {
  it('are all in one answer, each with what they have read', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `Bùi Văn ${String(index)}`);
    const dates = { opensOn: '2024-05-06', closesOn: '2024-06-28' };
    const large = await openSpecCohort(setting, { code: 'K02/2024', ...dates }, names);
    await readEverything(large.id);
    const { rows } = await board(large.id);
    expect(rows).toHaveLength(60);
    expect(rows.every((row) => row.periodsDone === 40)).toBe(true);
  });

  /** Every lesson of everyone, written at once: only the figures matter here. */
  async function readEverything(cohortId: string): Promise<void> {
    await app.get(Database).query(
      `insert into lesson_progress (enrolment_id, node_id, revision_id, study_hash, blocks_read, blocks_total, seconds,
         state, started_at, done_at, updated_at)
       select n.id, l.id, r.id, r.study_hash,
         (select jsonb_agg('block-' || i) from generate_series(1, 20) i), 20, 600, 'done', now(), now(), now()
       from enrolment n cross join node l
       join lateral (select id, study_hash from node_revision where node_id = l.id order by at limit 1) r on true
       where n.cohort_id = $1 and l.kind = 'lesson'`,
      [cohortId],
    );
  }
});

describe('watching a board', () => {
  const TIMES = { everyMs: 20, beatMs: 60, endMs: 10_000 };

  async function watched(): Promise<AsyncGenerator<BoardEvent>> {
    const row = await app.get(TrainingFacade).cohort(cohort.id);
    if (row === null) throw new Error('no cohort');
    const events = app.get(WatchBoard).watch(row, TIMES);
    expect((await events.next()).value).toMatchObject({ kind: 'beat', rows: [] });
    return events;
  }

  it('sends the line that changed, and beats while nothing does', async () => {
    const events = await watched();
    expect((await events.next()).value).toMatchObject({ kind: 'beat', rows: [] });
    await study(trainee('Hà Tuấn Anh'), 'cd02-01');
    let event = (await events.next()).value as BoardEvent;
    if (event.kind === 'beat') event = (await events.next()).value as BoardEvent;
    expect(event).toMatchObject({ kind: 'rows', rows: [{ fullName: 'Hà Tuấn Anh' }] });
    expect(event.rows[0]?.cells[1]).toMatchObject({ done: 1, started: 1 });
    await events.return(undefined);
  });

  it('ends with the program, over the wire as events', async () => {
    const params = { cohortId: cohort.id };
    const streamed = app.request(watchBoard, { params, as: setting.officer });
    await new Promise((resolve) => setTimeout(resolve, 300));
    app.get(Closing).begin();
    const response = await streamed;
    expect(response.headers['content-type']).toContain('text/event-stream');
    expect(response.text).toContain('"kind":"beat"');
  });
});
