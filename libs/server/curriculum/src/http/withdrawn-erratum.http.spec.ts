import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  compareEditions,
  readCourse,
  readCurriculumHistory,
  readEdition,
  readEditionNode,
  returnEdition,
} from '@cam-nang/contracts';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumFacade } from '../curriculum.facade.js';
import { CurriculumHttpModule } from '../http.js';
import { VerifyCurriculum } from '../integrity/verify-curriculum.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { EditionWork } from '../testing/edition-work.js';
import { RequestWork } from '../testing/request-work.js';

const START = '2026-03-02T02:00:00Z';
const WRONG = 'Chốt số liệu đến hết ngày mười năm.';
const RIGHT = 'Chốt số liệu đến hết ngày mười lăm.';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;
let editions: EditionWork;
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
    authorId: desk.otherTrainer.accountId,
    code: `TD${courses}`,
  });
  work = new RequestWork(app, desk, small);
  editions = new EditionWork(app, desk, small, work);
});

async function words(editionId: string, slug: string): Promise<string> {
  const params = { editionId, nodeId: small.idOf(slug) };
  const { body } = await app.request(readEditionNode, { params, as: desk.trainer });
  return JSON.stringify(body.node.document);
}

async function draftWords(requestId: string, slug: string): Promise<string> {
  return JSON.stringify((await work.draft(requestId, slug)).node.document);
}

const detail = async (editionId: string) =>
  (await app.request(readEdition, { params: { editionId }, as: desk.trainer })).body;

async function correctable() {
  const params = { courseId: small.course.id };
  return (await app.request(readCourse, { params, as: desk.trainer })).body.correctable;
}

async function changedIn(editionId: string): Promise<readonly string[]> {
  const params = { editionId };
  const act = { params, query: {}, as: desk.director };
  return (await app.request(compareEditions, act)).body.rows.map(({ nodeId }) => nodeId);
}

const opensOn = async (day: string) =>
  (await app.get(CurriculumFacade).editionInForce(small.course.id, day))?.label ?? null;

async function applies(editionId: string, day: string) {
  const levels = await app
    .get(CurriculumFacade)
    .editionsApplying([editionId], { day, until: null });
  return levels.get(editionId)?.label;
}

describe('a major whose latest erratum was withdrawn after it began to apply', () => {
  it('is corrected from what stands, under a new number, and is in force again from its day', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd02-01', WRONG);
    const wrong = await editions.issued('2026-03-20', 'erratum');
    app.clock.set('2026-03-25T02:00:00Z');
    await editions.withdraw(wrong.id, '2026-03-25');
    expect((await editions.correct(wrong.id)).problem).toMatchObject({
      code: 'edition.wrong_state',
      details: { reason: 'withdrawn', latest: '1.0' },
    });
    expect(await correctable()).toEqual([{ editionId: first.id, next: '1.2', apart: true }]);
    const request = (await editions.correct()).body;
    expect(request).toMatchObject({ corrects: true, baseEdition: { label: '1.0' } });
    expect(await draftWords(request.id, 'cd02-01')).toContain('mười bốn');
    expect((await editions.prepare('erratum')).problem.code).toBe('curriculum.nothing_changed');
    await editions.corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    expect((await detail(first.id)).correcting).toEqual({ next: '1.2', waiting: true });
    const { edition } = (await editions.prepare('erratum')).body;
    expect(await changedIn(edition.id)).toEqual([small.idOf('cd01-02')]);
    const again = (await editions.issue(edition, '2026-04-01')).body.edition;
    expect(again).toMatchObject({ label: '1.2', forceFrom: '2026-04-01', forceTo: null });
    expect(await words(again.id, 'cd02-01')).toContain('mười bốn');
    expect([await opensOn('2026-03-31'), await opensOn('2026-04-01')]).toEqual([null, '1.2']);
    expect([await applies(first.id, '2026-03-31'), await applies(first.id, '2026-04-01')]).toEqual([
      '1.0',
      '1.2',
    ]);
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('does not bring the withdrawn words back, and keeps what was merged after them', async () => {
    const first = await editions.issued('2026-03-05');
    await work.merge(await work.approved('cd02-01', 'Chốt số liệu đến ngày mười.'));
    await editions.issued('2026-04-01');
    app.clock.set('2026-04-02T02:00:00Z');
    await editions.corrected(first.id, 'cd02-01', WRONG);
    const wrong = await editions.issued('2026-04-10', 'erratum', first.id);
    const waiting = await editions.corrected(wrong.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    app.clock.set('2026-04-12T02:00:00Z');
    expect((await editions.withdraw(wrong.id, '2026-04-12')).status).toBe(200);
    expect((await detail(first.id)).correcting).toEqual({ next: '1.2', waiting: true });
    const { id } = (await editions.correct(first.id)).body;
    expect(await draftWords(id, 'cd02-01')).toContain('mười bốn');
    expect(await draftWords(id, 'cd01-02')).toContain('Ghi rõ họ tên, nơi ở.');
    await work.rewrite(id, 'cd02-01', RIGHT);
    await work.submit(id);
    await work.approve(id);
    expect((await work.merge(id)).status).toBe(200);
    const again = await editions.issued('2026-04-20', 'erratum', first.id);
    expect(again).toMatchObject({ label: '1.2', forceFrom: null });
    expect(await words(again.id, 'cd02-01')).toContain('mười lăm');
    const { previous, history } = await detail(again.id);
    expect(previous?.label).toBe('1.0');
    expect(history.requests.map((request) => request.id)).toEqual([waiting, id]);
    expect(await opensOn('2026-04-20')).toBe('2.0');
    const params = { courseId: small.course.id };
    const act = { params, as: desk.trainer };
    const { entries } = (await app.request(readCurriculumHistory, act)).body;
    expect(entries.filter(({ what, request }) => what === 'merged' && request === null)).toEqual(
      entries.slice(-1),
    );
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('has nothing to correct once nothing of it stands', async () => {
    const first = await editions.issued('2026-03-05');
    app.clock.set('2026-03-06T02:00:00Z');
    await editions.withdraw(first.id, '2026-03-06');
    expect(await correctable()).toEqual([]);
    expect((await editions.correct(first.id)).problem).toMatchObject({
      details: { reason: 'withdrawn', latest: null },
    });
    expect((await editions.prepare('erratum')).problem).toMatchObject({
      code: 'edition.wrong_state',
      details: { reason: 'nothing_to_correct' },
    });
  });
});

describe('an amendment after a withdrawn erratum', () => {
  it('is compared with what stood, so that the withdrawn words are seen', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd02-01', WRONG);
    const wrong = await editions.issued('2026-03-20', 'erratum');
    app.clock.set('2026-03-25T02:00:00Z');
    await editions.withdraw(wrong.id, '2026-03-25', first.id);
    const { edition } = (await editions.prepare('amendment')).body;
    expect((await detail(edition.id)).previous?.label).toBe('1.0');
    expect(await changedIn(edition.id)).toEqual([small.idOf('cd02-01')]);
  });
});

describe('an erratum that waits for its signature while what it corrects is withdrawn', () => {
  it('is not signed, and is prepared anew from what stands', async () => {
    const first = await editions.issued('2026-03-05');
    await editions.corrected(undefined, 'cd02-01', WRONG);
    const wrong = await editions.issued('2026-03-20', 'erratum');
    await editions.corrected(undefined, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const waiting = (await editions.prepare('erratum')).body.edition;
    expect(await changedIn(waiting.id)).toEqual([small.idOf('cd01-02')]);
    app.clock.set('2026-03-25T02:00:00Z');
    const allowed = async () => {
      const act = { params: { editionId: waiting.id }, as: desk.director };
      return (await app.request(readEdition, act)).body.allowed;
    };
    expect(await allowed()).toEqual({ issue: true, return: true, whyNot: null });
    expect((await editions.withdraw(wrong.id, '2026-03-25', first.id)).status).toBe(200);
    expect(await allowed()).toEqual({ issue: false, return: true, whyNot: 'edition.wrong_state' });
    expect((await editions.issue(waiting, '2026-04-01')).problem).toMatchObject({
      code: 'edition.wrong_state',
      details: { reason: 'corrected_withdrawn' },
    });
    const params = { editionId: waiting.id };
    const body = { reason: 'Ấn bản 1.1 đã thu hồi.' };
    expect((await app.request(returnEdition, { params, body, as: desk.director })).status).toBe(
      200,
    );
    await editions.corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    const again = await editions.issued('2026-04-01', 'erratum', first.id);
    expect(await words(again.id, 'cd02-01')).toContain('mười bốn');
    expect(await words(again.id, 'cd01-02')).toContain('nơi ở.');
  });
});

describe('an erratum after a scheduled amendment was withdrawn before its day', () => {
  async function neverInForce() {
    const first = await editions.issued('2026-03-05');
    await work.merge(await work.approved('cd02-01', 'Chốt số liệu đến ngày mười.'));
    const second = await editions.issued('2026-04-01');
    app.clock.set('2026-03-10T02:00:00Z');
    await editions.withdraw(second.id, '2026-03-10', first.id);
    expect([await opensOn('2026-03-31'), await opensOn('2026-04-01')]).toEqual(['1.0', '1.0']);
    await editions.corrected(first.id, 'cd01-02', 'Ghi rõ họ tên, nơi ở.');
    return first;
  }

  it('is in force from its day, where that comes after the day of the amendment', async () => {
    const first = await neverInForce();
    const erratum = await editions.issued('2026-04-10', 'erratum', first.id);
    expect(erratum).toMatchObject({ label: '1.1', forceFrom: '2026-04-10', forceTo: null });
    expect([await opensOn('2026-04-09'), await opensOn('2026-04-10')]).toEqual(['1.0', '1.1']);
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });

  it('is in force past that day, where its own comes before', async () => {
    const first = await neverInForce();
    const erratum = await editions.issued('2026-03-20', 'erratum', first.id);
    expect(erratum).toMatchObject({ label: '1.1', forceFrom: '2026-03-20', forceTo: null });
    expect([await opensOn('2026-03-19'), await opensOn('2026-04-01')]).toEqual(['1.0', '1.1']);
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });
});
