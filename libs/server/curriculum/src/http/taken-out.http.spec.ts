import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addNode,
  deleteNode,
  explainChange,
  moveNode,
  readDraft,
  readOverlay,
  restoreNode,
  saveDraft,
  takeBackRestoring,
  takeOverHead,
} from '@cam-nang/contracts';
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

async function tree(requestId: string) {
  const { nodes } = (await app.request(readOverlay, { params: { requestId }, as: desk.trainer }))
    .body;
  return nodes
    .filter(({ kind }) => kind === 'module' || kind === 'lesson')
    .map(({ slug, parentId, change, label }) => ({ slug, parentId, change, label }));
}

async function newLesson(requestId: string, parentId: string, words: string): Promise<string> {
  const body = { kind: 'lesson' as const, parentId, afterNodeId: null, title: 'Bài mới' };
  const { nodeId } = (await app.request(addNode, { params: { requestId }, body, as: desk.trainer }))
    .body;
  const params = { requestId, nodeId };
  const { version, hash, node } = (await app.request(readDraft, { params, as: desk.trainer })).body;
  const { status } = await app.request(saveDraft, {
    params,
    body: {
      baseVersion: version,
      baseHash: hash,
      title: node.title,
      meta: node.meta,
      document: wireParagraphs('moi', words),
    },
    as: desk.trainer,
  });
  expect(status).toBe(200);
  return nodeId;
}

const act = (route: typeof deleteNode | typeof restoreNode, requestId: string, nodeId: string) =>
  app.request(route as typeof deleteNode, { params: { requestId, nodeId }, as: desk.trainer });

async function wordsOf(requestId: string, nodeId: string): Promise<string> {
  const params = { requestId, nodeId };
  const { node } = (await app.request(readDraft, { params, as: desk.trainer })).body;
  return JSON.stringify(node.document);
}

describe('what a request took out and brings back', () => {
  it('says what was written in it, and stands where it was put', async () => {
    const requestId = await work.open('Xóa nhầm cả chuyên đề');
    await work.rewrite(requestId, 'cd02-01', 'Viết cả buổi sáng.');
    const module = small.idOf('cd02');
    const fresh = await newLesson(requestId, module, 'Viết cả buổi chiều.');
    await app.request(moveNode, {
      params: { requestId, nodeId: small.idOf('cd01-02') },
      body: { parentId: module, afterNodeId: null },
      as: desk.trainer,
    });
    const before = await tree(requestId);
    await act(deleteNode, requestId, module);
    expect(
      (await tree(requestId)).filter(({ change }) => change === 'deleted').length,
    ).toBeGreaterThan(2);
    await act(restoreNode, requestId, module);
    expect(await tree(requestId)).toEqual(before);
    expect(await wordsOf(requestId, small.idOf('cd02-01'))).toContain('Viết cả buổi sáng.');
    expect(await wordsOf(requestId, fresh)).toContain('Viết cả buổi chiều.');
    await act(restoreNode, requestId, small.idOf('cd02-01'));
    expect(await wordsOf(requestId, small.idOf('cd02-01'))).not.toContain('Viết cả buổi sáng.');
  });

  it('is a lesson of its own too, with the module that was taken out after it', async () => {
    const requestId = await work.open('Xóa bài mới');
    const module = small.idOf('cd02');
    const fresh = await newLesson(requestId, module, 'Một bài mới.');
    const before = await tree(requestId);
    await act(deleteNode, requestId, fresh);
    expect((await work.read(requestId)).changes).toMatchObject({ added: 0, changed: 0 });
    await act(deleteNode, requestId, module);
    expect((await act(restoreNode, requestId, fresh)).status).toBeLessThan(300);
    const shown = new Map((await tree(requestId)).map(({ slug, change }) => [slug, change]));
    expect(shown.get('cd02')).toBe('through_child');
    await act(restoreNode, requestId, small.idOf('cd02-01'));
    expect(await tree(requestId)).toEqual(before);
    expect(await wordsOf(requestId, fresh)).toContain('Một bài mới.');
  });

  it('goes home where what it was put into is gone for good', async () => {
    const requestId = await work.open('Chuyên đề mới rồi thôi');
    const before = (await tree(requestId)).filter(({ slug }) => slug === 'cd01-02');
    const body = {
      kind: 'module' as const,
      parentId: await rootId(requestId),
      afterNodeId: null,
      title: 'Mới',
    };
    const made = (await app.request(addNode, { params: { requestId }, body, as: desk.trainer }))
      .body;
    const lesson = small.idOf('cd01-02');
    await app.request(moveNode, {
      params: { requestId, nodeId: lesson },
      body: { parentId: made.nodeId, afterNodeId: null },
      as: desk.trainer,
    });
    const fresh = await newLesson(requestId, made.nodeId, 'Một.');
    await act(deleteNode, requestId, lesson);
    await act(deleteNode, requestId, fresh);
    await act(restoreNode, requestId, made.nodeId);
    expect((await act(restoreNode, requestId, fresh)).status).toBe(404);
    await act(restoreNode, requestId, lesson);
    expect((await tree(requestId)).filter(({ slug }) => slug === 'cd01-02')).toEqual(before);
  });
});

async function rootId(requestId: string): Promise<string> {
  const { nodes } = (await app.request(readOverlay, { params: { requestId }, as: desk.trainer }))
    .body;
  return nodes.find(({ kind }) => kind === 'root')?.nodeId ?? '';
}

describe('what a request wrote in a node that is restored to what the edition says', () => {
  const takenBack = (requestId: string, nodeId: string) =>
    app.request(takeBackRestoring, { params: { requestId, nodeId }, as: desk.trainer });
  const shown = async (requestId: string, nodeId: string) => {
    const params = { requestId, nodeId };
    const { version, hash, node, reason } = (
      await app.request(readDraft, { params, as: desk.trainer })
    ).body;
    return { version, hash, reason, text: JSON.stringify(node.document) };
  };

  it('is there again when the restoring is taken back: words, place and reason', async () => {
    const requestId = await work.open('Khôi phục nhầm');
    const nodeId = small.idOf('cd02-01');
    await work.rewrite(requestId, 'cd02-01', 'Viết cả buổi sáng.');
    const body = { parentId: small.idOf('cd01'), afterNodeId: null };
    await app.request(moveNode, { params: { requestId, nodeId }, body, as: desk.trainer });
    const params = { requestId, nodeId };
    const why = { reason: 'Luật đổi từ tháng bảy.' };
    await app.request(explainChange, { params, body: why, as: desk.trainer });
    const [before, where] = [await shown(requestId, nodeId), await tree(requestId)];
    expect(before).toMatchObject(why);

    expect((await act(restoreNode, requestId, nodeId)).status).toBe(200);
    expect((await shown(requestId, nodeId)).text).not.toContain('buổi sáng');
    expect((await work.read(requestId)).changes).toMatchObject({ changed: 0, moved: 0 });
    expect((await takenBack(requestId, nodeId)).status).toBe(200);
    expect([await shown(requestId, nodeId), await tree(requestId)]).toEqual([before, where]);

    // It can be written on from there, and taken back once only.
    await work.rewrite(requestId, 'cd02-01', 'Viết thêm buổi chiều.');
    expect(await wordsOf(requestId, nodeId)).toContain('buổi chiều');
    expect((await takenBack(requestId, nodeId)).problem.code).toBe('request.stale');
    await act(restoreNode, requestId, nodeId);
    expect((await takenBack(requestId, nodeId)).status).toBe(200);
    expect(await wordsOf(requestId, nodeId)).toContain('buổi chiều');
  });

  it('overwrites nothing that was written since, and nothing comes of nothing', async () => {
    const requestId = await work.open('Viết lại sau khi khôi phục');
    const nodeId = small.idOf('cd02-01');
    expect((await takenBack(requestId, nodeId)).status).toBe(404);
    await work.rewrite(requestId, 'cd02-01', 'Bản đầu.');
    await act(restoreNode, requestId, nodeId);
    await work.rewrite(requestId, 'cd02-01', 'Bản sau.');
    expect((await takenBack(requestId, nodeId)).problem.code).toBe('request.stale');
    expect(await wordsOf(requestId, nodeId)).toContain('Bản sau.');
  });

  it('stands where the edition has it when the place that it had was taken out meanwhile', async () => {
    const requestId = await work.open('Chỗ cũ không còn');
    const nodeId = small.idOf('cd02-01');
    await work.rewrite(requestId, 'cd02-01', 'Viết cả buổi sáng.');
    const body = { parentId: small.idOf('cd01'), afterNodeId: null };
    await app.request(moveNode, { params: { requestId, nodeId }, body, as: desk.trainer });
    await act(restoreNode, requestId, nodeId);
    await act(deleteNode, requestId, small.idOf('cd01'));
    expect((await takenBack(requestId, nodeId)).status).toBe(200);
    expect(await wordsOf(requestId, nodeId)).toContain('buổi sáng');
    const line = (await tree(requestId)).find(({ slug }) => slug === 'cd02-01');
    expect(line).toMatchObject({ parentId: small.idOf('cd02'), change: 'changed' });
  });

  it('undoes nothing unseen that was merged into the node meanwhile', async () => {
    const requestId = await work.open('Khôi phục rồi mới hoàn tác');
    const nodeId = small.idOf('cd02-01');
    await work.rewrite(requestId, 'cd02-01', 'Viết trên bản cũ.');
    await act(restoreNode, requestId, nodeId);
    await work.rewrite(requestId, 'cd01-02', 'Việc khác của yêu cầu này.');
    expect((await work.merge(await work.approved('cd02-01', 'Người khác đã sửa.'))).status).toBe(
      200,
    );
    const taken = await app.request(takeOverHead, { params: { requestId }, as: desk.trainer });
    expect(taken.status).toBe(200);
    expect((await takenBack(requestId, nodeId)).problem.code).toBe('request.stale');
    expect(await wordsOf(requestId, nodeId)).toContain('Người khác đã sửa.');
  });
});
