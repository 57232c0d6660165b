import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addNode,
  deleteNode,
  moveNode,
  readDraft,
  reviewChangeRequest,
  saveDraft,
  type InputOf,
} from '@cam-nang/contracts';
import { Database } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork, wireParagraphs } from '../testing/request-work.js';
import { findingLine } from './finding.js';
import { VerifyCurriculum } from './verify-curriculum.js';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  desk = await makeDesk(app);
  small = await makeSmallCourse(app, { ownerUnitId: desk.places.province, code: 'XD' });
  work = new RequestWork(app, desk, small);
  await judged();
}, 60_000);
afterAll(() => app.close());

/** A request with every kind of change, judged, written on and judged again. */
async function judged(): Promise<void> {
  const requestId = await work.open('Đủ mọi thứ');
  const at = (slug: string) => ({ requestId, nodeId: small.idOf(slug) });
  await work.rewrite(requestId, 'cd01-01', 'Trả lời trong sáu ngày.');
  const place = { parentId: small.idOf('cd02'), afterNodeId: null };
  await app.request(moveNode, { params: at('cd01-02'), body: place, as: desk.trainer });
  const added = { kind: 'lesson' as const, title: 'Bài thêm', ...place };
  const fresh = await app.request(addNode, {
    params: { requestId },
    body: added,
    as: desk.trainer,
  });
  await written(requestId, fresh.body.nodeId, { document: wireParagraphs('moi', 'Lời của bài.') });
  const stem = 'Trả lời đơn khi nào?';
  await written(requestId, small.idOf('cd01-q01'), { title: stem, meta: { stem } });
  await app.request(deleteNode, { params: at('cd02-01'), as: desk.trainer });
  await disapprove(requestId);
  await work.rewrite(requestId, 'cd01-01', 'Trả lời trong bảy ngày.');
  await disapprove(requestId);
}

async function written(
  requestId: string,
  nodeId: string,
  { meta, ...words }: Partial<InputOf<typeof saveDraft>['body']>,
): Promise<void> {
  const params = { requestId, nodeId };
  const { version, hash, node } = (await app.request(readDraft, { params, as: desk.trainer })).body;
  const base = { baseVersion: version, baseHash: hash, title: node.title, document: node.document };
  const body = { ...base, ...words, meta: { ...node.meta, ...meta } };
  expect((await app.request(saveDraft, { params, body, as: desk.trainer })).status).toBe(200);
}

async function disapprove(requestId: string): Promise<void> {
  expect((await work.submit(requestId)).status).toBe(200);
  const { overlayHash, kind: requestKind } = await work.read(requestId);
  const body = {
    overlayHash,
    requestKind,
    verdict: 'request_changes' as const,
    comment: 'Xem lại.',
  };
  const act = { params: { requestId }, body, as: desk.reviewer };
  expect((await app.request(reviewChangeRequest, act)).status).toBe(201);
}

/** Rights of an intruder: changes what is kept, looks, and takes the change back. */
async function tampered(statement: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query('create table kept_judged as select * from judged_node');
    expect((await client.query(statement)).rowCount).toBeGreaterThan(0);
    return await findings();
  } finally {
    await client.query('truncate judged_node');
    await client.query('insert into judged_node select * from kept_judged');
    await client.query('drop table kept_judged');
    await client.end();
  }
}

async function findings(): Promise<readonly string[]> {
  return (await app.get(VerifyCurriculum).run()).map(findingLine);
}

describe('what verdicts were about', () => {
  it('is found to be what was judged', async () => {
    const [kept] = await app
      .get(Database)
      .query<{ versions: number; rows: number }>(
        `select count(distinct overlay_hash)::int as versions, count(*)::int as rows from judged_node`,
      );
    expect(kept).toEqual({ versions: 2, rows: 10 });
    expect(await findings()).toEqual([]);
  });

  const first = `overlay_hash = (select min(overlay_hash) from judged_node)`;
  it.each<[string, string, number]>([
    [
      'another title',
      `update judged_node set title = 'Khác' where title = 'Bài thêm' and ${first}`,
      1,
    ],
    [
      'another setting',
      `update judged_node set meta = jsonb_set(meta, '{minutes}', '99') where title = 'Bài thêm'`,
      2,
    ],
    [
      'another text',
      `update judged_node j set doc_hash = (select o.doc_hash from judged_node o
         where o.node_id = j.node_id and o.overlay_hash <> j.overlay_hash)
       where j.title = 'Đón tiếp' and ${first}`,
      1,
    ],
    ['another place', `update judged_node set rank = 'zz' where rank is not null and ${first}`, 1],
    ['a node taken out that was not', `update judged_node set deleted = true where ${first}`, 1],
    ['a node that is gone', `delete from judged_node where deleted and ${first}`, 1],
    ['a version that is gone', `delete from judged_node where ${first}`, 1],
    [
      'a version that nobody judged',
      `insert into judged_node select request_id, sha256('x'), node_id, parent_id, rank, deleted, title, meta, doc_hash
       from judged_node where ${first}`,
      1,
    ],
  ])('is found to be altered: %s', async (_, statement, count) => {
    const found = await tampered(statement);
    expect(found).toHaveLength(count);
    expect(found[0]).toMatch(
      /^judged version [0-9a-f]{64} of request 1 of XD: what is kept of it is not what/,
    );
  });
});
