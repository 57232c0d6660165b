import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  issueEdition,
  openChangeRequest,
  prepareEdition,
  readHandbook,
  readHandbookLesson,
  readLessonHistory,
  readLessonPassageHistory,
  saveDraft,
  withdrawEdition,
} from '@cam-nang/contracts';
import { hanoiDate } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork, wireParagraphs } from '../testing/request-work.js';

const START = '2026-03-02T02:00:00Z';
/** The paragraph that both the small course and `RequestWork.rewrite` write. */
const PASSAGE = 'cd02-01-p1';
const WAITING = 'Gửi trước khi hết giờ làm việc.';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule], clock: new FakeClock(START) });
  desk = await makeDesk(app);
}, 60_000);
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set(START);
  courses += 1;
  small = await makeSmallCourse(app, {
    ownerUnitId: desk.places.province,
    authorId: desk.trainer.accountId,
    code: `LD${courses}`,
  });
  work = new RequestWork(app, desk, small);
});

async function prepared(erratumOf?: string) {
  const params = { courseId: small.course.id };
  const body =
    erratumOf === undefined
      ? { kind: 'amendment' as const, title: 'Ấn bản' }
      : { kind: 'erratum' as const, title: 'Đính chính', editionId: erratumOf };
  return (await app.request(prepareEdition, { params, body, as: desk.editor })).body.edition;
}

async function issued(from: string, erratumOf?: string) {
  const edition = await prepared(erratumOf);
  const decisionNo = `${edition.id.slice(-6)}/QĐ-SNV`;
  const body = {
    manifestHash: edition.manifestHash,
    ...{ decisionNo, decisionTitle: 'Ban hành', confirmation: decisionNo },
    decisionDate: hanoiDate(app.clock.now()),
    effectiveFrom: from,
  };
  const params = { editionId: edition.id };
  return (await app.request(issueEdition, { params, body, as: desk.director })).body.edition;
}

/** A request that adds a paragraph, merged and in no edition yet. */
async function mergeWaiting(): Promise<void> {
  const requestId = await work.open('Thêm giờ gửi');
  const draft = await work.draft(requestId, 'cd02-01');
  const text = 'Chốt số liệu đến hết ngày mười.';
  const saved = await app.request(saveDraft, {
    params: { requestId, nodeId: draft.nodeId },
    body: {
      ...{ baseVersion: draft.version, baseHash: draft.hash },
      ...{ title: draft.node.title, meta: draft.node.meta },
      document: wireParagraphs('cd02-01', text, WAITING),
    },
    as: desk.trainer,
  });
  expect(saved.status).toBe(200);
  await work.submit(requestId);
  await work.approve(requestId);
  expect((await work.merge(requestId)).status).toBe(200);
}

/** 1.0, then 2.0 that changes one lesson, then a text that waits for its edition. */
async function story() {
  const first = await issued('2026-03-05');
  app.clock.set('2026-03-10T02:00:00Z');
  await work.merge(await work.approved('cd02-01', 'Chốt số liệu đến hết ngày mười.'));
  app.clock.set('2026-03-11T02:00:00Z');
  const second = await issued('2026-04-01');
  app.clock.set('2026-03-12T02:00:00Z');
  await mergeWaiting();
  return { first, second };
}

/** An erratum to an edition that others have overtaken. */
async function corrected(editionId: string, text: string) {
  const body = { title: 'Sửa hạn', reason: 'Viện dẫn sai.', kind: 'erratum' as const, editionId };
  const params = { courseId: small.course.id };
  const { id } = (await app.request(openChangeRequest, { params, body, as: desk.trainer })).body;
  await work.rewrite(id, 'cd02-01', text);
  await work.submit(id);
  await work.approve(id);
  expect((await work.merge(id)).status).toBe(200);
  return issued('2026-04-10', editionId);
}

const lesson = (editionId: string, slug = 'cd02-01') => ({ editionId, nodeId: small.idOf(slug) });
const asked = (editionId: string, as: Actor, slug?: string) =>
  app.request(readLessonHistory, { params: lesson(editionId, slug), as });
const passage = (editionId: string, blockId: string, as: Actor = desk.trainee) =>
  app.request(readLessonPassageHistory, { params: { ...lesson(editionId), blockId }, as });

describe('the history of a lesson for its readers', () => {
  it('is the editions that changed it, with decision, reason and the words', async () => {
    const { first, second } = await story();
    const { body } = await asked(second.id, desk.trainee);
    expect(body).toMatchObject({ label: '2.1', title: 'Viết báo cáo', edition: { label: '2.0' } });
    expect(body.steps.map(({ edition, what }) => [edition.label, what])).toEqual([
      ['1.0', 'first'],
      ['2.0', 'changed'],
    ]);
    expect(body.steps[1]).toMatchObject({
      edition: { decisionNo: second.decisionNo, signer: 'Hà Quang Tiến', forceFrom: '2026-04-01' },
      passages: [{ blockId: PASSAGE, type: 'paragraph', change: 'changed' }],
    });
    expect(body.steps[1]?.passages[0]?.lines).toEqual([
      [
        { op: 'same', text: 'Chốt số liệu đến hết ngày mười' },
        { op: 'delete', text: ' bốn' },
        { op: 'same', text: '.' },
      ],
    ]);
    expect(body.changed).toEqual([{ blockId: PASSAGE, step: 1 }]);
    // Who reads the older edition is told the same line; its own text has not changed yet.
    const older = (await asked(first.id, desk.trainee)).body;
    expect([older.steps.length, older.changed]).toEqual([2, []]);
  });

  it('tells nothing of drafts, of requests, or of who wrote', async () => {
    const { second } = await story();
    const told = JSON.stringify([
      (await asked(second.id, desk.trainee)).body,
      (await passage(second.id, PASSAGE)).body,
    ]);
    for (const hidden of [WAITING, desk.trainer.fullName, desk.editor.fullName, 'request']) {
      expect(told).not.toContain(hidden);
    }
    expect((await passage(second.id, 'cd02-01-p2')).status).toBe(404);
  });

  it('says from when an edition is withdrawn', async () => {
    const { second } = await story();
    const { body } = await app.request(withdrawEdition, {
      params: { editionId: second.id },
      body: {
        ...{ decisionNo: '88/QĐ-SNV', decisionDate: hanoiDate(app.clock.now()), on: '2026-05-01' },
        ...{ reason: 'Căn cứ đã hết hiệu lực.', fallbackId: null, confirmation: '88/QĐ-SNV' },
      },
      as: desk.director,
    });
    expect(body.edition.withdrawal?.on).toBe('2026-05-01');
    const { steps } = (await asked(second.id, desk.trainee)).body;
    expect(steps.map(({ edition }) => edition.withdrawnFrom)).toEqual([null, '2026-05-01']);
  });

  it('exists only in issued editions, only of texts, and only for readers of the handbook', async () => {
    const { second } = await story();
    const waiting = await prepared();
    expect((await asked(waiting.id, desk.trainee)).status).toBe(404);
    expect((await asked(waiting.id, desk.editor)).status).toBe(404);
    expect((await asked(second.id, desk.trainee, 'cd01-q01')).status).toBe(404);
    expect((await asked(second.id, desk.trainer, 'cd01')).status).toBe(404);
    expect((await asked(second.id, desk.strangerTrainer)).status).toBe(404);
    expect((await passage(second.id, PASSAGE, desk.strangerTrainer)).status).toBe(404);
    const params = lesson(second.id);
    expect((await app.raw(readLessonHistory, { params })).status).toBe(404);
    const nowhere = { ...params, nodeId: second.id };
    const none = await app.request(readLessonHistory, { params: nowhere, as: desk.trainee });
    expect(none.status).toBe(404);
    expect((await passage(second.id, 'x'.repeat(101))).status).toBe(400);
  });
});

describe('the history of a passage for its readers', () => {
  it('is its wordings with the edition of each, and which brought the words it has', async () => {
    const { second } = await story();
    const { wordings, runs } = (await passage(second.id, PASSAGE)).body;
    expect(wordings.map(({ text, edition }) => [text, edition.label])).toEqual([
      ['Chốt số liệu đến hết ngày mười bốn.', '1.0'],
      ['Chốt số liệu đến hết ngày mười.', '2.0'],
    ]);
    expect(runs.map(({ text }) => text).join('')).toBe('Chốt số liệu đến hết ngày mười.');
  });
});

describe('an erratum to an older edition', () => {
  it('goes on from that edition, and changes nothing for readers of the newer one', async () => {
    const { first, second } = await story();
    app.clock.set('2026-04-02T02:00:00Z');
    const erratum = await corrected(first.id, 'Chốt số liệu đến hết ngày mười lăm.');
    const { body } = await asked(erratum.id, desk.trainee);
    expect(body.steps.map(({ edition, what }) => [edition.label, what])).toEqual([
      ['1.0', 'first'],
      ['2.0', 'changed'],
      ['1.1', 'changed'],
    ]);
    expect(JSON.stringify(body.steps[2]?.passages)).toContain('bốn');
    expect(body.changed).toEqual([{ blockId: PASSAGE, step: 2 }]);
    const newer = (await asked(second.id, desk.trainee)).body;
    expect(newer.changed).toEqual([{ blockId: PASSAGE, step: 1 }]);
    const words = async (editionId: string) =>
      (await passage(editionId, PASSAGE)).body.runs.map(({ text }) => text).join('');
    expect(await words(erratum.id)).toBe('Chốt số liệu đến hết ngày mười lăm.');
    expect(await words(second.id)).toBe('Chốt số liệu đến hết ngày mười.');
  });
});

describe('the handbook', () => {
  it('names who signed an edition, not who prepared it', async () => {
    const { first } = await story();
    const on = { params: { courseId: small.course.id }, query: { on: '2026-03-06' } };
    const { edition } = (await app.request(readHandbook, { ...on, as: desk.trainee })).body;
    expect(edition).toMatchObject({ signer: 'Hà Quang Tiến', preparedBy: null });
    const params = lesson(first.id);
    const read = (await app.request(readHandbookLesson, { params, as: desk.trainee })).body;
    expect(read.edition.preparedBy).toBeNull();
  });
});
