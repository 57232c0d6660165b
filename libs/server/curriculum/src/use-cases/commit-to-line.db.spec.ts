import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOf, DomainError, manifestHash, replay, type TreeRow } from '@cam-nang/domain';
import { IdentityModule } from '@cam-nang/identity';
import { makeActor, makeSmallCountry } from '@cam-nang/identity/testing';
import { Database } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
import { CurriculumModule } from '../curriculum.module.js';
import { sha256 } from '../integrity/sha256.js';
import { CommitStore } from '../persistence/commit-store.js';
import { LineStore } from '../persistence/line-store.js';
import type { LineChange } from '../policies/sound-commit.js';
import { currentLine, makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { CommitToLine, type Committed } from './commit-to-line.js';
import { KeepRevisions } from './keep-revisions.js';

let app: TestApp;
let small: SmallCourse;
let authorId: string;
let owner: pg.Client;

beforeAll(async () => {
  app = await buildApp({ modules: [IdentityModule, CurriculumModule] });
  const places = await makeSmallCountry(app);
  const author = await makeActor(app, {
    fullName: 'Bùi Thị Hoa',
    roles: ['trainer'],
    unitId: places.province,
  });
  authorId = author.accountId;
  small = await makeSmallCourse(app, { ownerUnitId: places.province, authorId });
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
}, 60_000);

afterAll(async () => {
  await owner.end();
  await app.close();
});

async function head(): Promise<{ seq: number; rows: TreeRow[] }> {
  const line = await currentLine(app, small.course);
  const rows = await app.get(LineStore).asOf(line.id, line.headSeq);
  return { seq: line.headSeq, rows };
}

async function retitled(slug: string, title: string): Promise<LineChange> {
  const { rows } = await head();
  const nodeId = small.idOf(slug);
  const row = rows.find((candidate) => candidate.nodeId === nodeId);
  const imported = small.nodes.find((node) => node.nodeId === nodeId);
  if (row === undefined || imported === undefined) throw new Error(slug);
  const content = { ...imported.content, title };
  const [revisionId = ''] = await app
    .get(KeepRevisions)
    .run([{ nodeId, content, parentRevisionId: row.revisionId }], {
      requestId: null,
      authorId,
      authorLabel: 'Bùi Thị Hoa',
    });
  return { nodeId, after: { parentId: row.parentId, rank: row.rank, revisionId } };
}

function commit(onHead: number, changes: readonly LineChange[]): Promise<Committed> {
  return app.get(CommitToLine).run({
    lineId: small.line.id,
    onHead,
    kind: 'merge',
    requestId: null,
    message: 'spec',
    authorId,
    changes,
  });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

describe('CommitToLine', () => {
  it('writes the import as commit 1 with the manifest of the tree', async () => {
    const { seq, rows } = await head();
    expect([seq, rows.length]).toEqual([1, small.nodes.length]);
    const hashes = new Map(
      (await app.get(LineStore).asOf(small.line.id, 1)).map((row) => [
        row.revisionId,
        row.contentHash,
      ]),
    );
    expect(small.manifestHash).toBe(manifestHash(rows, (id) => hashes.get(id) ?? '', sha256));
  });

  it('costs rows for the changed lesson only, and a row for each container above it', async () => {
    const { seq } = await head();
    const { commitId } = await commit(seq, [await retitled('cd01-01', 'Đón tiếp ở xã')]);
    const changes = await app.get(CommitStore).changes(commitId);
    expect(changes.map((row) => [row.nodeId, row.changeClass]).sort()).toEqual(
      [
        [small.idOf('cd01-01'), 'substantive'],
        [small.idOf('cd01'), 'through-child'],
        [small.idOf('sc'), 'through-child'],
      ].sort(),
    );
    const [count] = await app
      .get(Database)
      .query<{ rows: number }>('select count(*) as rows from member where line_id = $1', [
        small.line.id,
      ]);
    expect(count?.rows).toBe(small.nodes.length + 1);
  });

  it('gives the old revision back when old words come back', async () => {
    const { rows } = await head();
    const back = await retitled('cd01-02', 'Ghi sổ');
    const row = rows.find((candidate) => candidate.nodeId === back.nodeId);
    expect(back.after?.revisionId).toBe(row?.revisionId);
  });

  it('lets one of two commits at once through and refuses the other', async () => {
    const { seq } = await head();
    const one = await retitled('cd01-02', 'Ghi sổ tiếp dân');
    const other = await retitled('cd02-01', 'Viết báo cáo tháng');
    const outcomes = await Promise.all([
      codeOf(commit(seq, [one])),
      codeOf(commit(seq, [other])),
      codeOf(commit(seq, [one])),
    ]);
    expect(outcomes.sort()).toEqual(['curriculum.base_moved', 'curriculum.base_moved', 'done']);
    expect((await head()).seq).toBe(seq + 1);
  });

  it('leaves nothing behind when its connection is killed half-way', async () => {
    const before = await head();
    const change = await retitled('cd02', 'Báo cáo và thống kê');
    const killed = app.get(Database).run(async () => {
      await commit(before.seq, [change]);
      const [self] = await app
        .get(Database)
        .query<{ pid: number }>('select pg_backend_pid() as pid');
      const killer = new pg.Client({ connectionString: app.database.superuserUrl });
      await killer.connect();
      await killer.query('select pg_terminate_backend($1)', [self?.pid]);
      await killer.end();
    });
    await expect(killed).rejects.toThrow();
    const after = await head();
    expect(after).toEqual(before);
    expect(await app.get(CommitStore).ofLine(small.line.id)).toHaveLength(before.seq);
    await commit(before.seq, [change]);
    expect((await head()).seq).toBe(before.seq + 1);
  });

  it.each<[string, (row: TreeRow) => LineChange]>([
    ['a cycle', (row) => ({ nodeId: small.idOf('cd01'), after: { ...row, parentId: row.nodeId } })],
    [
      'a lesson under the root',
      (row) => ({ nodeId: row.nodeId, after: { ...row, parentId: small.idOf('sc') } }),
    ],
    ['an orphan', () => ({ nodeId: small.idOf('cd01'), after: null })],
    [
      'a revision of another node',
      (row) => ({ nodeId: small.idOf('cd02-01'), after: { ...row, parentId: small.idOf('cd02') } }),
    ],
  ])('refuses %s', async (_name, change) => {
    const { seq, rows } = await head();
    const lesson = rows.find((row) => row.nodeId === small.idOf('cd01-01'));
    if (lesson === undefined) throw new Error('cd01-01');
    expect(await codeOf(commit(seq, [change(lesson)]))).toBe('curriculum.structure_invalid');
    expect((await head()).seq).toBe(seq);
  });

  it('answers as-of from intervals exactly as the commits replayed', async () => {
    const { seq } = await head();
    const commits = await app.get(CommitStore).ofLine(small.line.id);
    const records = await Promise.all(
      commits.map(async ({ id, seq: at }) => ({
        seq: at,
        changes: (await app.get(CommitStore).changes(id)).map((row) => ({
          nodeId: row.nodeId,
          after:
            row.newRevisionId === null || row.newRank === null
              ? null
              : {
                  parentId: row.newParentId,
                  rank: row.newRank,
                  revisionId: row.newRevisionId,
                },
        })),
      })),
    );
    for (let at = 1; at <= seq; at += 1) {
      const rows = await app.get(LineStore).asOf(small.line.id, at);
      const members = rows.map((row) => ({ ...row, fromSeq: at, toSeq: null }));
      const byId = (a: TreeRow, b: TreeRow) => (a.nodeId < b.nodeId ? -1 : 1);
      expect([...asOf(members, at)].sort(byId)).toEqual([...replay(records, at)].sort(byId));
    }
  });
});

describe('the database', () => {
  it.each([
    ['a revision', `update node_revision set title = 'khác'`],
    ['a document', `update blob set media_type = 'x'`],
    ['a commit', `delete from line_commit`],
    ['a change', `update commit_change set reason = 'khác'`],
    ['a node', `update node set slug = 'khac'`],
    ['a membership', `update member set rank = 'zz'`],
    ['a line', `update line set head_seq = head_seq - 1`],
    ['a membership that goes', `delete from member`],
    ['all memberships at once', `truncate member`],
    ['all revisions at once', `truncate node_revision cascade`],
  ])('refuses to change %s, whoever asks', async (_name, sql) => {
    await expect(owner.query(sql)).rejects.toThrow(/append-only|never deleted|only ever|moves one/);
    await expect(app.get(Database).query(sql)).rejects.toThrow();
  });
});
