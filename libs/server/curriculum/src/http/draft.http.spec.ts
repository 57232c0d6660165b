import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveDraft, takeLease } from '@cam-nang/contracts';
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

describe('saving', () => {
  it('refuses a save from an older version and keeps both texts', async () => {
    const requestId = await work.open('Hai người');
    const before = await work.draft(requestId, 'cd01-02');
    await work.rewrite(
      requestId,
      'cd01-02',
      'Ghi họ tên, nơi ở và số điện thoại.',
      desk.otherTrainer,
    );
    const late = await app.request(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: {
        baseVersion: before.version,
        baseHash: before.hash,
        title: 'Ghi sổ tiếp dân',
        meta: before.node.meta,
        document: wireParagraphs('cd01-02', 'Ghi họ tên và ngày đến.'),
      },
      as: desk.trainer,
    });
    expect(late.status).toBe(409);
    expect(late.problem).toMatchObject({
      code: 'curriculum.stale_draft',
      details: {
        current: { version: 1, savedBy: 'Bùi Văn Đức', mine: false },
        sent: { title: 'Ghi sổ tiếp dân' },
      },
    });
  });

  it('keeps block ids of unchanged blocks and gives every new block one of its own', async () => {
    const requestId = await work.open('Mã khối');
    const before = await work.draft(requestId, 'cd01-01');
    const blocks = before.node.document?.content ?? [];
    const copy = { ...(blocks[0] as object) };
    const fresh = { type: 'paragraph', content: [{ type: 'text', text: 'Đoạn mới.' }] };
    const saved = await app.request(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: {
        baseVersion: 0,
        baseHash: before.hash,
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
    const requestId = await work.open('Văn bản lạ');
    const before = await work.draft(requestId, 'cd02-01');
    const answer = await app.raw(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: { baseVersion: 0, baseHash: before.hash, title: 'x', meta: before.node.meta, document },
      as: desk.trainer,
    });
    expect([answer.status, answer.problem.code]).toEqual([400, 'curriculum.document_invalid']);
    expect(answer.problem.errors?.map((error) => error.code)).toContain(code);
    expect(answer.problem.errors?.[0]?.path).toMatch(/^document/);
  });

  it('refuses settings that make no sense, naming the field', async () => {
    const requestId = await work.open('Thuộc tính');
    const before = await work.draft(requestId, 'cd02');
    const meta = { ...before.node.meta, hours: { theory: -1, discussion: 1, practice: 2.5 } };
    const answer = await app.request(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: { baseVersion: 0, baseHash: before.hash, title: 'Báo cáo', meta, document: null },
      as: desk.trainer,
    });
    expect(answer.problem.code).toBe('request.invalid');
    expect(answer.problem.errors?.map((error) => error.path)).toEqual([
      'meta.hours.theory',
      'meta.hours.practice',
    ]);
  });

  it('refuses a question whose key nobody can meet, and keeps ids of options', async () => {
    const requestId = await work.open('Câu hỏi');
    const before = await work.draft(requestId, 'cd01-q01');
    const options = before.node.meta['options'] as { id: string; correct: boolean }[];
    const save = (parts: readonly unknown[]) =>
      app.request(saveDraft, {
        params: { requestId, nodeId: before.nodeId },
        body: {
          baseVersion: 0,
          baseHash: before.hash,
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
    const requestId = await work.open('Ai đang viết');
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

function pit(depth: number): unknown {
  let node: unknown = { type: 'paragraph' };
  for (let level = 0; level < depth; level += 1) node = { type: 'blockquote', content: [node] };
  return { type: 'doc', content: [node] };
}
