import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addNode,
  deleteNode,
  explainChange,
  mergeChangeRequest,
  moveNode,
  openChangeRequest,
  readChangeRequest,
  readDraft,
  readOverlay,
  readRequestDiff,
  restoreNode,
  reviewChangeRequest,
  saveDraft,
  submitChangeRequest,
  takeLease,
} from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { wireDocument } from '../policies/wire-document.js';
import { paragraphs as richParagraphs } from '../testing/small-course.js';

function paragraphs(seed: string, ...texts: readonly string[]) {
  return wireDocument(richParagraphs(seed, ...texts));
}

let app: TestApp;
let desk: Desk;
let small: SmallCourse;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  desk = await makeDesk(app);
  small = await makeSmallCourse(app, { ownerUnitId: desk.places.province });
}, 60_000);
afterAll(() => app.close());

async function open(title = 'Rõ thời hạn trả lời', by: Actor = desk.trainer): Promise<string> {
  const { body } = await app.request(openChangeRequest, {
    params: { courseId: small.course.id },
    body: { title, reason: 'Các xã hỏi nhiều.', kind: 'amendment' },
    as: by,
  });
  return body.id;
}

async function draft(requestId: string, slug: string, by: Actor = desk.trainer) {
  const params = { requestId, nodeId: small.idOf(slug) };
  return (await app.request(readDraft, { params, as: by })).body;
}

async function rewrite(requestId: string, slug: string, text: string, by: Actor = desk.trainer) {
  const before = await draft(requestId, slug, by);
  return app.request(saveDraft, {
    params: { requestId, nodeId: before.nodeId },
    body: {
      baseVersion: before.version,
      title: before.node.title,
      meta: before.node.meta,
      document: paragraphs(slug, text),
    },
    as: by,
  });
}

async function read(requestId: string, as: Actor = desk.editor) {
  return (await app.request(readChangeRequest, { params: { requestId }, as })).body;
}

async function submit(requestId: string) {
  return app.request(submitChangeRequest, { params: { requestId }, as: desk.trainer });
}

async function approve(requestId: string, as: Actor = desk.reviewer) {
  const { overlayHash } = await read(requestId);
  const body = { overlayHash, verdict: 'approve' as const, comment: '' };
  return app.request(reviewChangeRequest, { params: { requestId }, body, as });
}

async function merge(requestId: string, as: Actor = desk.editor) {
  return app.request(mergeChangeRequest, { params: { requestId }, as });
}

describe('a change request', () => {
  it('goes from draft through review to the line, and tells what it changed in words', async () => {
    const requestId = await open();
    const saved = (await rewrite(requestId, 'cd01-01', 'Trả lời trong mười ngày làm việc.')).body;
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
    expect((await submit(requestId)).body.state).toBe('in_review');
    expect((await approve(requestId)).body.state).toBe('approved');
    const merged = (await merge(requestId)).body;
    expect([merged.state, merged.changes.changed, merged.allowed.edit]).toEqual([
      'merged',
      1,
      false,
    ]);
    const next = await open('Tiếp theo');
    expect((await draft(next, 'cd01-01')).node.document).toMatchObject(
      paragraphs('cd01-01', 'Trả lời trong mười ngày làm việc.'),
    );
  });

  it('shows the tree with what happened to each node, and the hours', async () => {
    const requestId = await open('Cây');
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
    expect((await submit(requestId)).problem).toMatchObject({
      code: 'curriculum.structure_invalid',
    });
    for (const nodeId of [small.idOf('cd01-q02'), small.idOf('cd01-02'), added.body.nodeId]) {
      await app.request(restoreNode, { params: { requestId, nodeId }, as: desk.trainer });
    }
    expect((await submit(requestId)).problem.code).toBe('curriculum.nothing_changed');
  });

  it('takes a whole module out and brings it back with everything in it', async () => {
    const requestId = await open('Bỏ CD02');
    const module = { requestId, nodeId: small.idOf('cd02') };
    await app.request(deleteNode, { params: module, as: desk.trainer });
    expect((await submit(requestId)).problem.code).toBe('curriculum.hours_do_not_add_up');
    const lesson = { requestId, nodeId: small.idOf('cd02-01') };
    await app.request(restoreNode, { params: lesson, as: desk.trainer });
    expect((await read(requestId)).changes).toMatchObject({ removed: 0 });
  });
});

describe('saving', () => {
  it('refuses a save from an older version and keeps both texts', async () => {
    const requestId = await open('Hai người');
    const before = await draft(requestId, 'cd01-02');
    await rewrite(requestId, 'cd01-02', 'Ghi họ tên, nơi ở và số điện thoại.', desk.otherTrainer);
    const late = await app.request(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: {
        baseVersion: before.version,
        title: 'Ghi sổ tiếp dân',
        meta: before.node.meta,
        document: paragraphs('cd01-02', 'Ghi họ tên và ngày đến.'),
      },
      as: desk.trainer,
    });
    expect(late.status).toBe(409);
    expect(late.problem).toMatchObject({
      code: 'curriculum.stale_draft',
      details: {
        current: { version: 1, savedBy: 'Bùi Văn Đức' },
        sent: { title: 'Ghi sổ tiếp dân' },
      },
    });
  });

  it('keeps block ids of unchanged blocks and gives every new block one of its own', async () => {
    const requestId = await open('Mã khối');
    const before = await draft(requestId, 'cd01-01');
    const blocks = before.node.document?.content ?? [];
    const copy = { ...(blocks[0] as object) };
    const fresh = { type: 'paragraph', content: [{ type: 'text', text: 'Đoạn mới.' }] };
    const saved = await app.request(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: {
        baseVersion: 0,
        title: before.node.title,
        meta: before.node.meta,
        document: { type: 'doc', content: [...blocks, copy, fresh] },
      },
      as: desk.trainer,
    });
    const ids = (saved.body.node.document?.content ?? []).map(
      (block) => (block as { attrs: { id: string } }).attrs.id,
    );
    const [first] = blocks as { attrs: { id: string } }[];
    expect(ids[0]).toBe(first?.attrs.id);
    expect(new Set(ids).size).toBe(blocks.length + 2);
  });

  it.each<[string, unknown, string]>([
    ['raw HTML', { type: 'doc', content: [{ type: 'html', text: '<script>' }] }, 'node_unknown'],
    [
      'a dangerous link',
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: 'bấm',
                marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
              },
            ],
          },
        ],
      },
      'link_not_allowed',
    ],
    [
      'an image that nobody uploaded',
      { type: 'doc', content: [{ type: 'image', attrs: { file: 'a'.repeat(64), alt: 'x' } }] },
      'file_not_stored',
    ],
    ['a bottomless pit', pit(200), 'too_deep'],
  ])('refuses %s and names the place', async (_name, document, code) => {
    const requestId = await open('Văn bản lạ');
    const before = await draft(requestId, 'cd02-01');
    const answer = await app.raw(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: { baseVersion: 0, title: 'x', meta: before.node.meta, document },
      as: desk.trainer,
    });
    expect([answer.status, answer.problem.code]).toEqual([400, 'curriculum.document_invalid']);
    expect(answer.problem.errors?.map((error) => error.code)).toContain(code);
    expect(answer.problem.errors?.[0]?.path).toMatch(/^document/);
  });

  it('refuses settings that make no sense, naming the field', async () => {
    const requestId = await open('Thuộc tính');
    const before = await draft(requestId, 'cd02');
    const meta = { ...before.node.meta, hours: { theory: -1, discussion: 1, practice: 2.5 } };
    const answer = await app.request(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: { baseVersion: 0, title: 'Báo cáo', meta, document: null },
      as: desk.trainer,
    });
    expect(answer.problem.code).toBe('request.invalid');
    expect(answer.problem.errors?.map((error) => error.path)).toEqual([
      'meta.hours.theory',
      'meta.hours.practice',
    ]);
  });

  it('refuses a question whose key nobody can meet, and keeps ids of options', async () => {
    const requestId = await open('Câu hỏi');
    const before = await draft(requestId, 'cd01-q01');
    const options = before.node.meta['options'] as { id: string; correct: boolean }[];
    const save = (parts: readonly unknown[]) =>
      app.request(saveDraft, {
        params: { requestId, nodeId: before.nodeId },
        body: {
          baseVersion: 0,
          title: 'x',
          meta: { ...before.node.meta, options: parts },
          document: null,
        },
        as: desk.trainer,
      });
    const wrong = await save(options.map((option) => ({ ...option, correct: false })));
    expect(wrong.problem).toMatchObject({
      code: 'curriculum.question_invalid',
      errors: [{ path: 'meta.options', code: 'right_options' }],
    });
    const added = { text: 'Không trả lời', correct: false, feedback: '' };
    const saved = (await save([...options, added])).body;
    const ids = (saved.node.meta['options'] as { id: string }[]).map((option) => option.id);
    expect(ids.slice(0, 2)).toEqual(options.map((option) => option.id));
    expect(ids[2]).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(saved.node.title).toBe('Trả lời khi nào?');
  });

  it('lends a node to one writer at a time, who yields to whoever insists', async () => {
    const requestId = await open('Ai đang viết');
    const params = { requestId, nodeId: small.idOf('cd02-01') };
    const take = (as: Actor, insist = false) =>
      app.request(takeLease, { params, body: { insist }, as });
    expect((await take(desk.trainer)).body.lease.mine).toBe(true);
    const held = await take(desk.otherTrainer);
    expect(held.problem).toMatchObject({
      code: 'curriculum.lease_held',
      details: { holder: 'Quách Thị Hằng', mine: false },
    });
    expect((await take(desk.otherTrainer, true)).body.lease.mine).toBe(true);
    app.clock.advance(91_000);
    expect((await take(desk.trainer)).status).toBe(200);
  });
});

describe('review', () => {
  it('is about exactly what was seen, by somebody else, and falls with the next edit', async () => {
    const requestId = await open('Xem xét');
    await rewrite(requestId, 'cd02-01', 'Chốt số liệu đến hết ngày mười lăm.');
    const stale = await read(requestId);
    await rewrite(requestId, 'cd02-01', 'Chốt số liệu đến hết ngày mười sáu.');
    await submit(requestId);
    const body = { overlayHash: stale.overlayHash, verdict: 'approve' as const, comment: '' };
    const outdated = await app.request(reviewChangeRequest, {
      params: { requestId },
      body,
      as: desk.reviewer,
    });
    expect(outdated.problem.code).toBe('change_request.verdict_outdated');
    await approve(requestId);
    await rewrite(requestId, 'cd02-01', 'Chốt số liệu đến hết ngày mười bảy.');
    const edited = await read(requestId);
    expect([edited.state, edited.reviews[0]?.current]).toEqual(['in_review', false]);
    expect((await merge(requestId)).problem.code).toBe('change_request.wrong_state');
  });

  it('is not for whoever wrote in it, whatever their roles', async () => {
    const requestId = await open('Tự duyệt', desk.editor);
    await rewrite(requestId, 'cd02-01', 'Chốt số liệu đến hết ngày hai mươi.', desk.editor);
    await app.request(submitChangeRequest, { params: { requestId }, as: desk.editor });
    expect((await read(requestId, desk.editor)).allowed.review).toBe(false);
    expect((await approve(requestId, desk.editor)).problem.code).toBe('permission.same_person');
    expect((await approve(requestId, desk.trainer)).problem.code).toBe('permission.denied');
  });
});

describe('merging', () => {
  async function ready(slug: string, text: string): Promise<string> {
    const requestId = await open(text);
    await rewrite(requestId, slug, text);
    await submit(requestId);
    await approve(requestId);
    return requestId;
  }

  it('lets requests that touch different lessons in one after the other', async () => {
    const one = await ready('cd01-01', 'Chào người dân trước khi hỏi việc.');
    const other = await ready('cd02-01', 'Gửi báo cáo trước ngày mười sáu.');
    expect((await merge(one)).body.state).toBe('merged');
    expect((await read(other)).outdated).toBe(true);
    expect((await merge(other)).body.state).toBe('merged');
  });

  it('refuses a request over a lesson that was changed meanwhile, and names it', async () => {
    const one = await ready('cd01-02', 'Ghi rõ ngày đến.');
    const other = await ready('cd01-02', 'Ghi rõ giờ đến.');
    await merge(one);
    expect((await merge(other)).problem).toMatchObject({
      status: 409,
      code: 'curriculum.base_moved',
      details: { nodes: [{ nodeId: small.idOf('cd01-02'), title: 'Ghi sổ' }] },
    });
  });

  it('happens once, however often the button is pressed', async () => {
    const requestId = await ready('cd01-01', 'Mời người dân ngồi.');
    const outcomes = await Promise.all([merge(requestId), merge(requestId), merge(requestId)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('strangers', () => {
  it('of the same role in another unit find nothing', async () => {
    const requestId = await open('Riêng');
    const reads = await app.request(readChangeRequest, {
      params: { requestId },
      as: desk.strangerTrainer,
    });
    const saves = await app.raw(saveDraft, {
      params: { requestId, nodeId: small.idOf('cd01-01') },
      body: { baseVersion: 0, title: 'x', meta: {}, document: null },
      as: desk.strangerTrainer,
    });
    const merges = await merge(requestId, desk.strangerEditor);
    expect([reads.status, saves.status, merges.status]).toEqual([404, 404, 404]);
  });

  it('of another role are refused', async () => {
    const requestId = await open('Sai vai');
    const params = { requestId };
    const statuses = await Promise.all(
      [desk.trainee, desk.administrator].map(
        async (as) => (await app.request(readChangeRequest, { params, as })).status,
      ),
    );
    expect(statuses).toEqual([403, 403]);
    expect((await merge(requestId, desk.director)).status).toBe(403);
  });

  it('who may not read questions see no key of one', async () => {
    const requestId = await open('Đáp án');
    const params = { requestId, nodeId: small.idOf('cd01-q01') };
    expect((await app.request(readDraft, { params, as: desk.ministry })).status).toBe(404);
  });
});

function pit(depth: number): unknown {
  let node: unknown = { type: 'paragraph' };
  for (let level = 0; level < depth; level += 1) node = { type: 'blockquote', content: [node] };
  return { type: 'doc', content: [node] };
}
