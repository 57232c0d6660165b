import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addNode,
  deleteNode,
  moveNode,
  readChangesSince,
  readRequestDiff,
  restoreNode,
} from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';

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

const MINUTE = 60_000;

/** A request that rewrites two lessons and is approved; answers the hash that was judged. */
async function judged(title: string) {
  const requestId = await work.open(title);
  await work.rewrite(requestId, 'cd01-01', 'Trả lời trong năm ngày.');
  await work.rewrite(requestId, 'cd02-01', 'Ghi sổ trong ngày.');
  await work.submit(requestId);
  app.clock.advance(MINUTE);
  const { overlayHash } = (await work.approve(requestId)).body;
  app.clock.advance(MINUTE);
  return { requestId, overlayHash };
}

function since(requestId: string, overlayHash: string, as: Actor = desk.reviewer) {
  return app.request(readChangesSince, { params: { requestId, overlayHash }, as });
}

describe('what changed after a verdict', () => {
  it('is the lessons that were written in since, by whom and when, against what was judged', async () => {
    const { requestId, overlayHash } = await judged('Sau ý kiến');
    const before = (await since(requestId, overlayHash)).body;
    expect([before.complete, before.nodes, before.overlayHash]).toEqual([true, [], overlayHash]);
    await work.rewrite(requestId, 'cd01-01', 'Trả lời trong ba ngày.');
    app.clock.advance(MINUTE);
    await work.rewrite(requestId, 'cd01-01', 'Trả lời trong hai ngày.', desk.otherTrainer);
    const at = app.clock.now().toISOString();
    const { body } = await since(requestId, overlayHash);
    expect([body.complete, body.nodes.length]).toEqual([true, 1]);
    const [node] = body.nodes;
    expect([node?.nodeId, node?.label, node?.at]).toEqual([small.idOf('cd01-01'), '1.1', at]);
    expect([...(node?.by ?? [])].sort()).toEqual(['Bùi Văn Đức', 'Quách Thị Hằng']);
    const words = JSON.stringify(node?.diff.document);
    expect([words.includes('năm'), words.includes('hai'), words.includes('ba ')]).toEqual([
      true,
      true,
      false,
    ]);
    // Against the edition the same lesson is another comparison, and the other lesson differs too.
    const whole = await app.request(readRequestDiff, { params: { requestId }, as: desk.reviewer });
    expect(whole.body.nodes.length).toBe(2);
  });

  it('also says which items are new, moved or taken out', async () => {
    const { requestId, overlayHash } = await judged('Cây đổi sau ý kiến');
    const params = { requestId };
    const place = { parentId: small.idOf('cd02'), afterNodeId: small.idOf('cd02-01') };
    const body = { kind: 'lesson' as const, ...place, title: 'Gửi báo cáo' };
    await app.request(addNode, { params, body, as: desk.trainer });
    const moved = { requestId, nodeId: small.idOf('cd01-01') };
    await app.request(moveNode, { params: moved, body: place, as: desk.trainer });
    const found = (await since(requestId, overlayHash)).body;
    expect(found.complete).toBe(true);
    const told = found.nodes.map(({ title, diff, by }) => [title, diff.status, diff.moved, ...by]);
    expect(told).toContainEqual(['Gửi báo cáo', 'added', false, 'Quách Thị Hằng']);
    expect(found.nodes.find(({ nodeId }) => nodeId === moved.nodeId)?.diff.moved).toBe(true);
    const gone = { requestId, nodeId: small.idOf('cd02-01') };
    await app.request(deleteNode, { params: gone, as: desk.trainer });
    const later = (await since(requestId, overlayHash)).body;
    const out = later.nodes.find(({ nodeId }) => nodeId === gone.nodeId);
    expect([later.complete, out?.diff.status]).toEqual([true, 'removed']);
  });

  it('admits where the judged text is not kept any more', async () => {
    const { requestId, overlayHash } = await judged('Trả về như cũ');
    const params = { requestId, nodeId: small.idOf('cd01-01') };
    await app.request(restoreNode, { params, as: desk.trainer });
    const { body } = await since(requestId, overlayHash);
    expect([body.complete, body.nodes]).toEqual([false, []]);
  });

  it('is there only for versions that somebody judged, and for whoever reads the course', async () => {
    const { requestId, overlayHash } = await judged('Người ngoài');
    expect((await since(requestId, 'ab'.repeat(32))).status).toBe(404);
    expect((await since(requestId, overlayHash, desk.strangerTrainer)).status).toBe(404);
    expect((await since(requestId, 'abc')).status).toBe(400);
  });
});
