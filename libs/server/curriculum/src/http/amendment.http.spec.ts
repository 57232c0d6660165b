import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addNode,
  amendChangeRequest,
  issueEdition,
  openChangeRequest,
  prepareEdition,
  readChangeRequest,
  readRequestDiff,
  reviewChangeRequest,
  saveDraft,
} from '@cam-nang/contracts';
import { hanoiDate } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';

const START = '2026-03-02T02:00:00Z';

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
    authorId: desk.otherTrainer.accountId,
    code: `SD${courses}`,
  });
  work = new RequestWork(app, desk, small);
});

async function issued(effectiveFrom: string) {
  const params = { courseId: small.course.id };
  const body = { kind: 'amendment' as const, title: 'Ấn bản' };
  const { edition } = (await app.request(prepareEdition, { params, body, as: desk.editor })).body;
  const decisionNo = `${edition.id.slice(-6)}/QĐ-SNV`;
  const signing = {
    manifestHash: edition.manifestHash,
    ...{ decisionNo, decisionTitle: 'Ban hành', confirmation: decisionNo },
    ...{ decisionDate: hanoiDate(app.clock.now()), effectiveFrom },
  };
  const act = { params: { editionId: edition.id }, body: signing, as: desk.director };
  return (await app.request(issueEdition, act)).body.edition;
}

async function erratum(editionId?: string): Promise<string> {
  const body = {
    ...{ title: 'Sửa hạn', reason: 'Viện dẫn sai.', kind: 'erratum' as const },
    ...(editionId !== undefined && { editionId }),
  };
  const params = { courseId: small.course.id };
  return (await app.request(openChangeRequest, { params, body, as: desk.trainer })).body.id;
}

async function addLesson(requestId: string): Promise<string> {
  const body = { kind: 'lesson' as const, parentId: small.idOf('cd02'), afterNodeId: null };
  const added = await app.request(addNode, {
    params: { requestId },
    body: { ...body, title: 'Bài mới' },
    as: desk.trainer,
  });
  await work.rewrite(requestId, added.body.nodeId, 'Nội dung của bài mới.');
  return added.body.nodeId;
}

/** Other hours of a module, which no erratum may change. */
async function changeHours(requestId: string): Promise<void> {
  const { version, hash, node } = await work.draft(requestId, 'cd02');
  const meta = { ...node.meta, hours: { theory: 1, discussion: 1, practice: 2 } };
  const body = { baseVersion: version, baseHash: hash, title: node.title, meta, document: null };
  const params = { requestId, nodeId: small.idOf('cd02') };
  expect((await app.request(saveDraft, { params, body, as: desk.trainer })).status).toBe(200);
}

function amend(requestId: string, as: Actor = desk.trainer) {
  return app.request(amendChangeRequest, { params: { requestId }, as });
}

const read = async (requestId: string) =>
  (await app.request(readChangeRequest, { params: { requestId }, as: desk.trainer })).body;

async function broken(requestId: string) {
  const { checks } = await read(requestId);
  return checks.filter(({ code, met }) => code === 'only_corrections' && !met);
}

describe('a request that is no erratum', () => {
  it('is told node by node what is more than one, by number and title', async () => {
    await issued('2026-03-05');
    const id = await erratum();
    const added = await addLesson(id);
    await changeHours(id);
    const found = (await broken(id)).map(({ nodeId, params }) => ({ nodeId, ...params }));
    expect(found).toEqual(
      expect.arrayContaining([
        { nodeId: added, refusal: 'node_added', title: '2.1 Bài mới' },
        {
          nodeId: small.idOf('cd02'),
          refusal: 'setting_changed',
          field: 'hours.theory',
          title: '2 Báo cáo',
        },
        {
          nodeId: small.idOf('cd02'),
          refusal: 'setting_changed',
          field: 'hours.practice',
          title: '2 Báo cáo',
        },
      ]),
    );
    expect((await work.submit(id)).problem).toMatchObject({ code: 'curriculum.structure_invalid' });
  });

  it('37. becomes an amendment with everything it says, and goes the ordinary way', async () => {
    await issued('2026-03-05');
    const id = await erratum();
    await addLesson(id);
    const diff = async () =>
      (await app.request(readRequestDiff, { params: { requestId: id }, as: desk.trainer })).body;
    const before = await diff();
    expect((await read(id)).allowed.amend).toBe(true);
    const after = (await amend(id)).body;
    expect(after).toMatchObject({ kind: 'amendment', state: 'draft', allowed: { amend: false } });
    expect(await diff()).toEqual({ ...before, requestKind: 'amendment' });
    expect(await broken(id)).toEqual([]);
    expect((await work.submit(id)).status).toBe(200);
    await work.approve(id);
    expect((await work.merge(id)).status).toBe(200);
    expect((await amend(id)).problem.code).toBe('change_request.wrong_state');
  });

  it('on the line of an older edition goes to the main line, and is merged with what came since', async () => {
    const first = await issued('2026-03-05');
    await work.merge(await work.approved('cd02-01', 'Chốt số liệu đến ngày mười.'));
    await issued('2026-04-01');
    const id = await erratum(first.id);
    const added = await addLesson(id);
    const amended = (await amend(id)).body;
    expect(amended).toMatchObject({ kind: 'amendment', corrects: false, outdated: true });
    await work.submit(id);
    await work.approve(id);
    expect((await work.merge(id)).status).toBe(200);
    const third = await issued('2026-06-01');
    expect(third.label).toBe('3.0');
    const look = await work.open('Xem');
    const text = async (slug: string) =>
      JSON.stringify((await work.draft(look, slug)).node.document);
    expect(await text(added)).toContain('Nội dung của bài mới.');
    expect(await text('cd02-01')).toContain('ngày mười.');
  });

  it('is not touched when it is an amendment, is approved as an erratum, or by strangers', async () => {
    await issued('2026-03-05');
    expect((await amend(await work.open())).problem.code).toBe('change_request.wrong_state');
    const id = await erratum();
    await work.rewrite(id, 'cd02-01', 'Chốt số liệu đến hết ngày mười lăm.');
    expect((await amend(id, desk.strangerTrainer)).status).toBe(404);
    expect((await amend(id, desk.trainee)).status).toBe(403);
    await work.submit(id);
    await work.approve(id);
    expect((await read(id)).allowed.amend).toBe(false);
    expect((await amend(id)).problem.code).toBe('change_request.wrong_state');
  });
});

describe('a verdict on an erratum that has become an amendment', () => {
  async function inReview(): Promise<string> {
    await issued('2026-03-05');
    const id = await erratum();
    await work.rewrite(id, 'cd02-01', 'Chốt số liệu đến hết ngày mười lăm.');
    await work.submit(id);
    return id;
  }

  it('is refused from the page that showed the erratum, and says that the kind changed', async () => {
    const id = await inReview();
    const about = { params: { requestId: id }, as: desk.reviewer };
    const { overlayHash, requestKind } = (await app.request(readRequestDiff, about)).body;
    expect(requestKind).toBe('erratum');
    expect((await amend(id)).body).toMatchObject({ overlayHash, kind: 'amendment' });
    const body = { overlayHash, requestKind, verdict: 'approve' as const, comment: '' };
    const stale = await app.request(reviewChangeRequest, { ...about, body });
    expect(stale.problem).toMatchObject({
      code: 'change_request.verdict_outdated',
      details: { overlayHash, requestKind: 'amendment', changed: ['kind'] },
    });
    expect(await read(id)).toMatchObject({ state: 'in_review', reviews: [] });
    const now = (await app.request(readRequestDiff, about)).body;
    const again = { ...body, requestKind: now.requestKind };
    expect((await app.request(reviewChangeRequest, { ...about, body: again })).status).toBe(201);
    expect((await work.merge(id)).status).toBe(200);
  });

  it('no longer counts when it was given before, though not a word changed', async () => {
    const id = await inReview();
    await work.approve(id);
    await work.rewrite(id, 'cd02-01', 'Chốt số liệu đến hết ngày mười sáu.');
    await work.rewrite(id, 'cd02-01', 'Chốt số liệu đến hết ngày mười lăm.');
    expect(await read(id)).toMatchObject({ state: 'in_review', approvals: { given: 1 } });
    app.clock.set('2026-03-03T02:00:00Z');
    const after = (await amend(id)).body;
    expect(after).toMatchObject({
      state: 'in_review',
      approvals: { needed: 1, given: 0 },
      reviews: [{ requestKind: 'erratum', overlayHash: after.overlayHash, current: false }],
    });
    expect((await work.merge(id)).problem.code).toBe('change_request.wrong_state');
    await work.approve(id);
    const judged = (await read(id)).reviews.map((one) => [one.requestKind, one.current]);
    expect(judged).toEqual([
      ['erratum', false],
      ['amendment', true],
    ]);
  });
});
