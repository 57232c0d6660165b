import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addNode,
  decideConflict,
  deleteNode,
  readConflicts,
  readDraft,
  readOverlay,
  saveDraft,
  takeOverHead,
  type InputOf,
} from '@cam-nang/contracts';
import { plainText, type RichNode } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork, wireParagraphs } from '../testing/request-work.js';

type Decision = InputOf<typeof decideConflict>['body']['decision'];

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  desk = await makeDesk(app);
}, 60_000);
afterAll(() => app.close());

beforeEach(async () => {
  courses += 1;
  small = await makeSmallCourse(app, { ownerUnitId: desk.places.province, code: `SC${courses}` });
  work = new RequestWork(app, desk, small);
});

const LESSON = 'cd01-01';
const [FIRST, SECOND] = ['Chào người dân và mời ngồi.', 'Trả lời trong năm ngày.'];

/** A request in which the lesson has these paragraphs. */
async function requestWith(texts: readonly string[], slug = LESSON): Promise<string> {
  const requestId = await work.open(texts.join(' '));
  const before = await work.draft(requestId, slug);
  await app.request(saveDraft, {
    params: { requestId, nodeId: before.nodeId },
    body: {
      baseVersion: before.version,
      baseHash: before.hash,
      title: before.node.title,
      meta: before.node.meta,
      document: wireParagraphs(slug, ...texts),
    },
    as: desk.trainer,
  });
  return requestId;
}

async function merged(requestId: string) {
  await work.submit(requestId);
  await work.approve(requestId);
  return work.merge(requestId);
}

async function conflicts(requestId: string, as: Actor = desk.trainer) {
  return (await app.request(readConflicts, { params: { requestId }, as })).body;
}

async function decide(requestId: string, decision: Decision, as: Actor = desk.trainer) {
  const [conflict] = (await conflicts(requestId)).conflicts;
  if (conflict === undefined) throw new Error('nothing to decide');
  const { id: conflictId, triple } = conflict;
  return app.request(decideConflict, {
    params: { requestId },
    body: { conflictId, triple, decision },
    as,
  });
}

function takeOver(requestId: string, as: Actor = desk.trainer) {
  return app.request(takeOverHead, { params: { requestId }, as });
}

async function textIn(requestId: string, slug = LESSON): Promise<string> {
  const { body } = await app.request(readDraft, {
    params: { requestId, nodeId: small.idOf(slug) },
    as: desk.trainer,
  });
  return plainText(body.node.document as RichNode);
}

/** A request that collides with what was merged after it began. */
async function colliding(): Promise<string> {
  const requestId = await requestWith([FIRST, 'Trả lời trong mười ngày.']);
  const first = await requestWith([FIRST, 'Trả lời trong ba ngày.']);
  expect((await merged(first)).status).toBe(200);
  return requestId;
}

describe('a request whose base moved', () => {
  it('is merged by itself where the two changed different words, and judged again', async () => {
    const requestId = await requestWith(['Chào người dân, mời ngồi và mời nước.', SECOND]);
    await work.submit(requestId);
    await work.approve(requestId);
    expect((await merged(await requestWith([FIRST, 'Trả lời trong ba ngày.']))).status).toBe(200);
    expect((await work.merge(requestId)).problem.code).toBe('curriculum.base_moved');

    expect(await conflicts(requestId)).toMatchObject({
      outdated: true,
      settled: 1,
      open: 0,
      conflicts: [],
      allowed: { takeOver: true },
    });
    const { body: view } = await takeOver(requestId);
    expect(view).toMatchObject({ state: 'in_review', outdated: false, changes: { changed: 1 } });
    expect(view.reviews.map(({ current }) => current)).toEqual([false]);
    const text = 'Chào người dân, mời ngồi và mời nước.\nTrả lời trong ba ngày.';
    expect(await textIn(requestId)).toBe(text);
    await work.approve(requestId);
    expect((await work.merge(requestId)).status).toBe(200);
    expect(await textIn(await work.open())).toBe(text);
  });

  it('keeps its verdicts when the line changed something else', async () => {
    const requestId = await requestWith([FIRST, 'Trả lời trong mười ngày.']);
    await work.submit(requestId);
    await work.approve(requestId);
    expect((await merged(await requestWith(['Khác hẳn.'], 'cd02-01'))).status).toBe(200);
    expect((await takeOver(requestId)).body).toMatchObject({ state: 'approved', outdated: false });
    expect((await work.merge(requestId)).status).toBe(200);
  });

  it('has nothing to take over while the line stands still', async () => {
    const requestId = await requestWith([FIRST, 'Trả lời trong mười ngày.']);
    expect(await conflicts(requestId)).toMatchObject({
      outdated: false,
      open: 0,
      allowed: { takeOver: false },
    });
    expect((await takeOver(requestId)).problem.code).toBe('curriculum.nothing_changed');
  });
});

describe('a collision', () => {
  it('shows the three texts, holds the request back, and does as is decided', async () => {
    const requestId = await colliding();
    const seen = await conflicts(requestId);
    expect(seen).toMatchObject({
      outdated: true,
      open: 1,
      allowed: { decide: true, takeOver: false },
    });
    const [conflict] = seen.conflicts;
    expect(conflict).toMatchObject({
      nodeId: small.idOf(LESSON),
      subject: { kind: 'block', layers: ['text'] },
      decision: null,
    });
    const words = [conflict?.base, conflict?.ours, conflict?.theirs].map((blocks) =>
      (blocks as readonly RichNode[]).map(plainText).join(),
    );
    expect(words).toEqual([SECOND, 'Trả lời trong ba ngày.', 'Trả lời trong mười ngày.']);
    expect((await takeOver(requestId)).problem).toMatchObject({
      code: 'curriculum.conflicts_open',
      details: { open: 1 },
    });
    expect(await textIn(requestId)).toContain('mười ngày');

    const decided = await decide(requestId, { choice: 'both', first: 'theirs' });
    expect(decided.body).toMatchObject({
      open: 0,
      conflicts: [{ decision: { decision: { choice: 'both' }, decidedBy: 'Quách Thị Hằng' } }],
    });
    expect((await takeOver(requestId)).status).toBe(200);
    expect(await textIn(requestId)).toBe(
      `${FIRST}\nTrả lời trong mười ngày.\nTrả lời trong ba ngày.`,
    );
  });

  it.each([
    [{ choice: 'ours' as const }, 'ba'],
    [{ choice: 'theirs' as const }, 'mười'],
    [
      {
        choice: 'written' as const,
        written: [
          { type: 'paragraph', content: [{ type: 'text', text: 'Trả lời trong bảy ngày.' }] },
        ],
      },
      'bảy',
    ],
  ])('ends as %j says', async (decision, word) => {
    const requestId = await colliding();
    await decide(requestId, decision);
    expect((await takeOver(requestId)).status).toBe(200);
    expect(await textIn(requestId)).toBe(`${FIRST}\nTrả lời trong ${word} ngày.`);
  });

  it('opens again when one of the three texts is another', async () => {
    const requestId = await colliding();
    await decide(requestId, { choice: 'theirs' });
    const [before] = (await conflicts(requestId)).conflicts;
    expect((await merged(await requestWith([FIRST, 'Trả lời trong hai ngày.']))).status).toBe(200);
    const now = await conflicts(requestId);
    expect(now).toMatchObject({ open: 1, conflicts: [{ decision: null }] });
    const late = {
      conflictId: before?.id ?? '',
      triple: before?.triple ?? { base: '', ours: '', theirs: '' },
    };
    expect(
      (
        await app.request(decideConflict, {
          params: { requestId },
          body: { ...late, decision: { choice: 'ours' } },
          as: desk.trainer,
        })
      ).problem.code,
    ).toBe('curriculum.conflict_changed');
  });

  it('between a lesson taken out and one rewritten loses nothing', async () => {
    const slug = 'cd02-01';
    const requestId = await requestWith(['Chốt số liệu đến hết ngày mười.'], slug);
    const gone = await work.open('Bỏ bài');
    const params = { requestId: gone, nodeId: small.idOf(slug) };
    await app.request(deleteNode, { params, as: desk.trainer });
    expect((await merged(gone)).status).toBe(200);
    expect((await conflicts(requestId)).conflicts).toMatchObject([
      { subject: { kind: 'structure', layers: ['existence'] }, ours: null },
    ]);
    const both = await decide(requestId, { choice: 'both', first: 'ours' });
    expect(both.problem).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'decision.choice' }],
    });
    await decide(requestId, { choice: 'theirs' });
    expect((await takeOver(requestId)).status).toBe(200);
    const { body } = await app.request(readOverlay, { params: { requestId }, as: desk.trainer });
    const lessons = body.nodes.filter(({ parentId }) => parentId === small.idOf('cd02'));
    expect(lessons.map((node) => node.slug)).toEqual([slug]);
    expect(await textIn(requestId, slug)).toContain('ngày mười');
    expect((await merged(requestId)).status).toBe(200);
  });

  it('takes a new lesson of both along', async () => {
    const add = async (title: string) => {
      const requestId = await work.open(title);
      const params = { requestId };
      const place = { parentId: small.idOf('cd01'), afterNodeId: small.idOf(LESSON) };
      const made = await app.request(addNode, {
        params,
        body: { kind: 'lesson', title, ...place },
        as: desk.trainer,
      });
      await app.request(saveDraft, {
        params: { requestId, nodeId: made.body.nodeId },
        body: {
          baseVersion: made.body.version,
          baseHash: made.body.hash,
          title,
          meta: made.body.node.meta,
          document: wireParagraphs(made.body.nodeId, title),
        },
        as: desk.trainer,
      });
      return requestId;
    };
    const requestId = await add('Bài hai');
    expect((await merged(await add('Bài một'))).status).toBe(200);
    expect((await conflicts(requestId)).open).toBe(0);
    expect((await takeOver(requestId)).status).toBe(200);
    const { body } = await app.request(readOverlay, { params: { requestId }, as: desk.trainer });
    const titles = body.nodes.filter(({ kind }) => kind === 'lesson').map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Bài một', 'Bài hai']));
    expect((await merged(requestId)).status).toBe(200);
  });
});

describe('bad input and other people', () => {
  it('names the field of words that are no text', async () => {
    const requestId = await colliding();
    const wrong = [
      { type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'blink' }] }] },
    ];
    expect((await decide(requestId, { choice: 'written', written: wrong })).problem).toMatchObject({
      code: 'curriculum.document_invalid',
      errors: [{ path: 'decision.written.0.content.0.marks.0' }],
    });
    expect((await decide(requestId, { choice: 'written', written: 'chữ' })).status).toBe(400);
    expect((await conflicts(requestId)).open).toBe(1);
  });

  it('does not exist for strangers, and is not decided by reviewers', async () => {
    const requestId = await colliding();
    const params = { requestId };
    expect((await app.request(readConflicts, { params, as: desk.strangerTrainer })).status).toBe(
      404,
    );
    expect((await takeOver(requestId, desk.strangerEditor)).status).toBe(404);
    expect((await decide(requestId, { choice: 'ours' }, desk.reviewer)).status).toBe(403);
    expect((await conflicts(requestId, desk.reviewer)).allowed).toEqual({
      decide: false,
      takeOver: false,
    });
  });

  it('leaves whoever decided without a verdict, also when somebody else takes the line over', async () => {
    const requestId = await colliding();
    const written = [
      { type: 'paragraph', content: [{ type: 'text', text: 'Trả lời trong bảy ngày.' }] },
    ];
    expect((await decide(requestId, { choice: 'written', written }, desk.editor)).status).toBe(200);
    expect((await takeOver(requestId)).status).toBe(200);
    await work.submit(requestId);
    expect((await work.approve(requestId, desk.editor)).problem.code).toBe(
      'permission.same_person',
    );
  });

  it('is taken over once when two do it at the same moment', async () => {
    const requestId = await colliding();
    await decide(requestId, { choice: 'ours' });
    const both = await Promise.all([takeOver(requestId), takeOver(requestId, desk.otherTrainer)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await textIn(requestId)).toContain('ba ngày');
  });

  it('stays as it was when it breaks half-way', async () => {
    const requestId = await colliding();
    await decide(requestId, { choice: 'ours' });
    const owner = new pg.Client({ connectionString: app.database.superuserUrl });
    await owner.connect();
    const table = 'alter table change_request_event';
    await owner.query(`${table} add constraint broken check (event <> 'rebased') not valid`);
    expect((await takeOver(requestId)).status).toBe(500);
    expect(await conflicts(requestId)).toMatchObject({ outdated: true, open: 0 });
    expect(await textIn(requestId)).toContain('mười ngày');
    await owner.query(`${table} drop constraint broken`);
    await owner.end();
    expect((await takeOver(requestId)).status).toBe(200);
    expect(await textIn(requestId)).toContain('ba ngày');
  });
});
