import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addNode,
  deleteNode,
  moveNode,
  readChangesSince,
  readDraft,
  readRequestDiff,
  restoreNode,
  saveDraft,
} from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
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

/** As verdicts are that were given before their versions were kept. */
async function forgotten(requestId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: app.database.superuserUrl });
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  await owner.query('update review set kept = false where request_id = $1', [requestId]);
  await owner.query('delete from judged_node where request_id = $1', [requestId]);
  await owner.end();
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

  it('is whole after more versions of a text than are kept, and where the request gave its text up', async () => {
    const { requestId, overlayHash } = await judged('Sửa nhiều lần');
    for (let count = 1; count <= 51; count += 1) {
      await work.rewrite(requestId, 'cd02-01', `Ghi sổ trong ${count} giờ.`);
    }
    const params = { requestId, nodeId: small.idOf('cd01-01') };
    await app.request(restoreNode, { params, as: desk.trainer });
    const { body } = await since(requestId, overlayHash);
    expect([body.complete, body.nodes.length]).toEqual([true, 2]);
    const words = new Map(body.nodes.map(({ nodeId, diff }) => [nodeId, JSON.stringify(diff)]));
    expect(words.get(small.idOf('cd01-01'))).toContain('năm');
    expect(words.get(small.idOf('cd02-01'))).toContain('51');
    expect(words.get(small.idOf('cd02-01'))).toContain('ngày');
  });

  it('tells the question as it was judged', async () => {
    const requestId = await work.open('Đổi đáp án');
    const params = { requestId, nodeId: small.idOf('cd01-q01') };
    const before = (await app.request(readDraft, { params, as: desk.trainer })).body;
    const save = async (title: string) => {
      const { version: baseVersion, hash: baseHash } = (
        await app.request(readDraft, { params, as: desk.trainer })
      ).body;
      const { meta, document } = before.node;
      const words = { title, meta: { ...meta, stem: title }, document };
      return app.request(saveDraft, {
        params,
        body: { baseVersion, baseHash, ...words },
        as: desk.trainer,
      });
    };
    expect((await save('Trả lời đơn khi nào?')).status).toBe(200);
    await work.submit(requestId);
    app.clock.advance(MINUTE);
    const { overlayHash } = (await work.approve(requestId)).body;
    app.clock.advance(MINUTE);
    await save('Trả lời vào lúc nào?');
    const { body } = await since(requestId, overlayHash);
    expect([body.complete, body.nodes.length]).toEqual([true, 1]);
    expect(body.nodes[0]?.diff.before?.title).toBe('Trả lời đơn khi nào?');
  });

  it('admits of a verdict given before its version was kept that the judged text is not there any more', async () => {
    const { requestId, overlayHash } = await judged('Trả về như cũ');
    await forgotten(requestId);
    const written = await since(requestId, overlayHash);
    expect([written.body.complete, written.body.nodes]).toEqual([true, []]);
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
