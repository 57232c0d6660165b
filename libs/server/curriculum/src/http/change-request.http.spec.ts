import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addNode,
  deleteNode,
  explainChange,
  moveNode,
  readChangeRequest,
  readDraft,
  readOverlay,
  readRequestDiff,
  restoreNode,
  reviewChangeRequest,
  saveDraft,
  submitChangeRequest,
} from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork, wireParagraphs } from '../testing/request-work.js';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  desk = await makeDesk(app);
  small = await makeSmallCourse(app, { ownerUnitId: desk.places.province });
  work = new RequestWork(app, desk, small);
}, 60_000);
afterAll(() => app.close());

describe('a change request', () => {
  it('goes from draft through review to the line, and tells what it changed in words', async () => {
    const requestId = await work.open();
    const saved = (await work.rewrite(requestId, 'cd01-01', 'Trả lời trong mười ngày làm việc.'))
      .body;
    expect([saved.version, saved.words > 0, saved.savedBy]).toEqual([1, true, 'Quách Thị Hằng']);
    const params = { requestId, nodeId: small.idOf('cd01-01') };
    await app.request(explainChange, {
      params,
      body: { reason: 'Theo Luật mới.' },
      as: desk.trainer,
    });
    const diff = (await app.request(readRequestDiff, { params: { requestId }, as: desk.reviewer }))
      .body;
    const [node] = diff.nodes;
    expect([node?.nodeId, node?.label, node?.reason]).toEqual([
      small.idOf('cd01-01'),
      '1.1',
      'Theo Luật mới.',
    ]);
    expect(JSON.stringify(node?.diff.document)).toContain('mười');
    expect((await work.submit(requestId)).body.state).toBe('in_review');
    expect((await work.approve(requestId)).body.state).toBe('approved');
    const merged = (await work.merge(requestId)).body;
    expect([merged.state, merged.changes.changed, merged.allowed.edit]).toEqual([
      'merged',
      1,
      false,
    ]);
    const next = await work.open('Tiếp theo');
    expect((await work.draft(next, 'cd01-01')).node.document).toMatchObject(
      wireParagraphs('cd01-01', 'Trả lời trong mười ngày làm việc.'),
    );
  });

  it('shows the tree with what happened to each node, and the hours', async () => {
    const requestId = await work.open('Cây');
    const params = { requestId };
    const added = await app.request(addNode, {
      params,
      body: {
        kind: 'lesson',
        parentId: small.idOf('cd02'),
        afterNodeId: small.idOf('cd02-01'),
        title: 'Gửi báo cáo',
      },
      as: desk.trainer,
    });
    expect([added.status, added.body.node.slug, added.body.version]).toEqual([201, 'cd02-02', 1]);
    await app.request(moveNode, {
      params: { requestId, nodeId: small.idOf('cd01-02') },
      body: { parentId: small.idOf('cd02'), afterNodeId: null },
      as: desk.trainer,
    });
    await app.request(deleteNode, {
      params: { requestId, nodeId: small.idOf('cd01-q02') },
      as: desk.trainer,
    });
    const outline = (await app.request(readOverlay, { params, as: desk.editor })).body;
    const shown = (slug: string) => outline.nodes.find((node) => node.slug === slug);
    expect([shown('cd02-02')?.change, shown('cd02-02')?.label]).toEqual(['new', '2.3']);
    expect([shown('cd01-02')?.change, shown('cd01-02')?.label]).toEqual(['moved', '2.1']);
    expect([shown('cd01-q02')?.change, shown('cd01-q02')?.label]).toEqual(['deleted', '']);
    expect([shown('cd02')?.change, shown('cd01-01')?.change]).toEqual(['through_child', 'none']);
    expect(outline.hours).toMatchObject({ required: 8, addsUp: true });
    expect(outline.request.changes).toMatchObject({ added: 1, removed: 1, moved: 1 });
    const unmet = outline.request.checks.filter((check) => check.blocking && !check.met);
    expect(unmet.map((check) => [check.code, check.nodeId])).toEqual([
      ['quiz_can_be_drawn', small.idOf('cd01-quiz')],
      ['lesson_not_empty', added.body.nodeId],
    ]);
    expect((await work.submit(requestId)).problem).toMatchObject({
      code: 'curriculum.structure_invalid',
    });
    for (const nodeId of [small.idOf('cd01-q02'), small.idOf('cd01-02'), added.body.nodeId]) {
      await app.request(restoreNode, { params: { requestId, nodeId }, as: desk.trainer });
    }
    expect((await work.submit(requestId)).problem.code).toBe('curriculum.nothing_changed');
  });

  it('sends no question to review that nobody has written', async () => {
    const requestId = await work.open('Câu mới');
    const { node } = (
      await app.request(addNode, {
        params: { requestId },
        body: {
          kind: 'question',
          parentId: small.idOf('cd01-bank'),
          afterNodeId: small.idOf('cd01-q02'),
          title: 'Ai ký?',
        },
        as: desk.trainer,
      })
    ).body;
    const unmet = (await work.read(requestId)).checks.filter((one) => one.blocking && !one.met);
    expect(unmet.map(({ code, nodeId }) => [code, nodeId])).toEqual([
      ['question_written', node.nodeId],
    ]);
    expect((await work.submit(requestId)).problem.code).toBe('curriculum.structure_invalid');
  });

  it('takes a whole module out and brings it back with everything in it', async () => {
    const requestId = await work.open('Bỏ CD02');
    const module = { requestId, nodeId: small.idOf('cd02') };
    await app.request(deleteNode, { params: module, as: desk.trainer });
    expect((await work.submit(requestId)).problem.code).toBe('curriculum.hours_do_not_add_up');
    const lesson = { requestId, nodeId: small.idOf('cd02-01') };
    await app.request(restoreNode, { params: lesson, as: desk.trainer });
    expect((await work.read(requestId)).changes).toMatchObject({ removed: 0 });
  });
});

describe('review', () => {
  it('is about exactly what was seen, by somebody else, and falls with the next edit', async () => {
    const requestId = await work.open('Xem xét');
    await work.rewrite(requestId, 'cd02-01', 'Chốt số liệu đến hết ngày mười lăm.');
    const stale = await work.read(requestId);
    await work.rewrite(requestId, 'cd02-01', 'Chốt số liệu đến hết ngày mười sáu.');
    await work.submit(requestId);
    const { overlayHash, kind: requestKind } = stale;
    const body = { overlayHash, requestKind, verdict: 'approve' as const, comment: '' };
    const outdated = await app.request(reviewChangeRequest, {
      params: { requestId },
      body,
      as: desk.reviewer,
    });
    expect(outdated.problem.code).toBe('change_request.verdict_outdated');
    const compared = await app.request(readRequestDiff, {
      params: { requestId },
      as: desk.reviewer,
    });
    await work.approve(requestId);
    const approved = await work.read(requestId);
    expect(approved.approvals).toEqual({ needed: 1, given: 1 });
    expect(approved.reviews.map((review) => review.overlayHash)).toEqual([
      compared.body.overlayHash,
    ]);
    await work.rewrite(requestId, 'cd02-01', 'Chốt số liệu đến hết ngày mười bảy.');
    const edited = await work.read(requestId);
    expect([edited.state, edited.reviews[0]?.current]).toEqual(['in_review', false]);
    expect([edited.approvals.given, edited.reviews[0]?.overlayHash]).toEqual([
      0,
      approved.overlayHash,
    ]);
    expect(edited.overlayHash).not.toBe(approved.overlayHash);
    expect((await work.merge(requestId)).problem.code).toBe('change_request.wrong_state');
  });

  it('is not for whoever wrote in it, whatever their roles', async () => {
    const requestId = await work.open('Tự duyệt', desk.editor);
    await work.rewrite(requestId, 'cd02-01', 'Chốt số liệu đến hết ngày hai mươi.', desk.editor);
    await app.request(submitChangeRequest, { params: { requestId }, as: desk.editor });
    const allowed = async (as: Actor) => (await work.read(requestId, as)).allowed;
    expect(await allowed(desk.editor)).toMatchObject({
      wrote: true,
      review: false,
      whyNotReview: 'permission.same_person',
    });
    expect((await allowed(desk.trainer)).whyNotReview).toBe('permission.denied');
    expect(await allowed(desk.reviewer)).toMatchObject({
      wrote: false,
      review: true,
      whyNotReview: null,
    });
    expect((await work.approve(requestId, desk.editor)).problem.code).toBe(
      'permission.same_person',
    );
    expect((await work.approve(requestId, desk.trainer)).problem.code).toBe('permission.denied');
  });
});

describe('merging', () => {
  it('lets requests that touch different lessons in one after the other', async () => {
    const one = await work.approved('cd01-01', 'Chào người dân trước khi hỏi việc.');
    const other = await work.approved('cd02-01', 'Gửi báo cáo trước ngày mười sáu.');
    expect((await work.merge(one)).body.state).toBe('merged');
    expect((await work.read(other)).outdated).toBe(true);
    expect((await work.merge(other)).body.state).toBe('merged');
  });

  it('refuses a request over a lesson that was changed meanwhile, and names it', async () => {
    const one = await work.approved('cd01-02', 'Ghi rõ ngày đến.');
    const other = await work.approved('cd01-02', 'Ghi rõ giờ đến.');
    await work.merge(one);
    expect((await work.merge(other)).problem).toMatchObject({
      status: 409,
      code: 'curriculum.base_moved',
      details: { nodes: [{ nodeId: small.idOf('cd01-02'), title: 'Ghi sổ' }] },
    });
  });

  it('happens once, however often the button is pressed', async () => {
    const requestId = await work.approved('cd01-01', 'Mời người dân ngồi.');
    const outcomes = await Promise.all([
      work.merge(requestId),
      work.merge(requestId),
      work.merge(requestId),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('strangers', () => {
  it('of the same role in another unit find nothing', async () => {
    const requestId = await work.open('Riêng');
    const reads = await app.request(readChangeRequest, {
      params: { requestId },
      as: desk.strangerTrainer,
    });
    const saves = await app.raw(saveDraft, {
      params: { requestId, nodeId: small.idOf('cd01-01') },
      body: { baseVersion: 0, baseHash: 'a'.repeat(64), title: 'x', meta: {}, document: null },
      as: desk.strangerTrainer,
    });
    const merges = await work.merge(requestId, desk.strangerEditor);
    expect([reads.status, saves.status, merges.status]).toEqual([404, 404, 404]);
  });

  it('of another role are refused', async () => {
    const requestId = await work.open('Sai vai');
    const params = { requestId };
    const statuses = await Promise.all(
      [desk.trainee, desk.administrator].map(
        async (as) => (await app.request(readChangeRequest, { params, as })).status,
      ),
    );
    expect(statuses).toEqual([403, 403]);
    expect((await work.merge(requestId, desk.director)).status).toBe(403);
  });

  it('who may not read questions see no key of one', async () => {
    const requestId = await work.open('Đáp án');
    const params = { requestId, nodeId: small.idOf('cd01-q01') };
    expect((await app.request(readDraft, { params, as: desk.ministry })).status).toBe(404);
  });
});
