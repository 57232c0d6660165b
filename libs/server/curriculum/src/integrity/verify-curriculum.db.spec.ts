import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildApp, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
import { CurriculumModule } from '../curriculum.module.js';
import { makeSmallCourse, currentLine, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { paragraphs } from '../testing/small-course.js';
import { ImportTree } from '../use-cases/import-tree.js';
import { IssueEdition } from '../use-cases/issue-edition.js';
import { OpenChangeRequest } from '../use-cases/open-change-request.js';
import { PrepareEdition } from '../use-cases/prepare-edition.js';
import { EditionStore } from '../persistence/edition-store.js';
import { findingLine } from './finding.js';
import { HeadsFile } from './heads-file.js';
import { VerifyCurriculum } from './verify-curriculum.js';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let heads: string;

/** Breaks something the way an intruder with all rights would, looks, and mends it again. */
async function tamper(statements: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
    return await findings();
  } finally {
    await client.end();
  }
}

async function findings(): Promise<string[]> {
  return (await app.get(VerifyCurriculum).run()).map(findingLine);
}

async function issue(kind: 'amendment' | 'erratum', decisionNo: string, from: string) {
  const editionId = await app
    .get(PrepareEdition)
    .run(desk.editor, small.course.id, { kind, title: 'Ấn bản' });
  const edition = await app.get(EditionStore).byId(editionId);
  await app.get(IssueEdition).run(desk.director, editionId, {
    manifestHash: edition?.manifestHash ?? '',
    decisionNo,
    decisionDate: '2026-03-02',
    decisionTitle: '',
    effectiveFrom: from,
    confirmation: decisionNo,
  });
}

/** Commits a lesson with other words to the main line. */
async function commitWords(kind: 'erratum' | 'merge', words: string) {
  await app.get(ImportTree).run({
    line: await currentLine(app, small.course),
    nodes: small.nodes.map((node) =>
      node.nodeId === small.idOf('cd01-01') && node.content.kind === 'lesson'
        ? { ...node, content: { ...node.content, doc: paragraphs('cd01-01', words) } }
        : node,
    ),
    kind,
    message: 'Sửa',
    author: { id: desk.trainer.accountId, label: 'Quách Thị Hằng' },
  });
}

beforeAll(async () => {
  // Warm: the first application of a run starts the database server.
  await (await buildApp({ modules: [CurriculumModule] })).close();
}, 60_000);

beforeEach(async () => {
  app = await buildApp({ modules: [CurriculumModule] });
  desk = await makeDesk(app);
  small = await makeSmallCourse(app, {
    ownerUnitId: desk.places.province,
    authorId: desk.trainer.accountId,
  });
  await issue('amendment', '1/QĐ', '2026-04-01');
  await commitWords('erratum', 'Chào hỏi trước.');
  await issue('erratum', '2/QĐ', '2026-05-01');
  heads = app.get(HeadsFile).path;
});

describe('verify:curriculum', () => {
  it('finds nothing where nothing was touched', async () => {
    expect(await findings()).toEqual([]);
    expect(readFileSync(heads, 'utf8').trim().split('\n').length).toBeGreaterThanOrEqual(4);
    await app.close();
  });

  it('finds a line of errata that was hung on another commit', async () => {
    await commitWords('merge', 'Chào hỏi và ghi tên.');
    const [latest] = await app.get(EditionStore).ofCurricula([small.course.curriculumId]);
    const body = { title: 'Sửa', reason: '', kind: 'erratum' as const, editionId: latest?.id };
    await app.get(OpenChangeRequest).run(desk.trainer, small.course.id, body);
    expect(await findings()).toEqual([]);
    const rehung = `update line set forked_from_commit_id = (select c.id from line_commit c join line m on m.id = c.line_id
      where m.kind = 'main' and c.seq = 1) where kind = 'maintenance'`;
    expect(await tamper([rehung])).toEqual([
      expect.stringContaining('it does not begin with what it was forked from'),
    ]);
    await app.close();
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'a changed revision',
      [`update node_revision set title = 'Tiếp dân khác' where title = 'Đón tiếp'`],
      /revision .* of cd01-01: its contentHash/,
    ],
    [
      'a changed setting of a revision',
      [`update node_revision set meta = jsonb_set(meta, '{minutes}', '90') where title = 'Ghi sổ'`],
      /revision .* of cd01-02: its contentHash/,
    ],
    [
      'a changed document',
      [
        `update blob set body = convert_to(replace(convert_from(body, 'UTF8'), 'năm ngày', 'ba ngày'), 'UTF8'),
         bytes = octet_length(convert_to(replace(convert_from(body, 'UTF8'), 'năm ngày', 'ba ngày'), 'UTF8'))
         where convert_from(body, 'UTF8') like '%năm ngày%'`,
      ],
      /document [0-9a-f]{64}: its bytes/,
    ],
    [
      'an altered membership',
      [
        `update member set rank = 'zz' where node_id = (select id from node where slug = 'cd01-02')`,
      ],
      /membership of node .* no commit made it so/,
    ],
    [
      'a missing membership',
      [`delete from member where node_id = (select id from node where slug = 'cd02-01')`],
      /membership of node .* it is missing/,
    ],
    [
      'another reason in an old commit',
      [`update commit_change set reason = 'Lý do khác' where change_class = 'clarifying'`],
      /commit 2 of SC: what it says/,
    ],
    [
      'a commit tail that was cut off, editions and all',
      [
        `delete from edition_event where edition_id = (select id from edition where minor = 1)`,
        `delete from edition_label where edition_id = (select id from edition where minor = 1)`,
        `delete from edition where minor = 1`,
        `delete from commit_change where commit_id = (select id from line_commit where seq = 2)`,
        `delete from line_commit where seq = 2`,
        `delete from member where lower(seqs) = 2`,
        `update member set seqs = int4range(lower(seqs), null) where upper(seqs) = 2`,
        `update line set head_seq = 1`,
        `update edition set force = daterange(lower(force), null), applies = daterange(lower(applies), null)`,
      ],
      /history line:.* link 2 .*: it is missing from the database/,
    ],
    [
      'an edition with another day',
      [`update edition set force = daterange('2026-04-02', upper(force)) where minor = 0`],
      /edition 1\.0 .* its force is not what its events say/,
    ],
    [
      'an edition with other numbering',
      [`update edition_label set label = '9' where label = '2'`],
      /edition 1\.1 .* its numbering/,
    ],
    [
      'an event that was rewritten',
      [
        `update edition_event set payload = jsonb_set(payload, '{decisionNo}', '"9/QĐ"') where event = 'issued'`,
      ],
      /edition event 2 \(issued\): what it says/,
    ],
    [
      'events that are gone',
      [`truncate edition_event`],
      /edition 1\.1 .* its state is not what its events say/,
    ],
    [
      'an edition signed behind the back of the program, hashes and all',
      [
        `insert into edition_event (seq, edition_id, event, actor_id, at, payload, prev_hash, hash)
         select seq + 1, edition_id, 'returned', actor_id, at, payload, hash, sha256(hash) from edition_event order by seq desc limit 1`,
      ],
      /history edition-events link \d+: it was never published/,
    ],
    [
      'everything gone',
      [
        `truncate edition_event, edition_label, edition, commit_change, line_commit, member, line, cr_item,
           change_request, revision_ref, revision_parent, node_revision, blob_text, blob cascade`,
      ],
      /history line:.* it is missing from the database/,
    ],
  ])('finds %s', async (_name, statements, expected) => {
    const found = await tamper(statements);
    expect(found.join('\n')).toMatch(expected);
    await app.close();
  });

  it('finds a whole history written anew, hashes and all', async () => {
    await tamper([
      ...[
        'edition_event',
        'edition_label',
        'edition',
        'commit_change',
        'line_commit',
        'member',
      ].map((table) => `delete from ${table}`),
      `update line set head_seq = 0`,
    ]);
    await app.get(ImportTree).run({
      line: await currentLine(app, small.course),
      nodes: small.nodes.filter((node) => node.nodeId !== small.idOf('cd01-02')),
      kind: 'import',
      message: 'Nhập khóa học nhỏ',
      author: { id: desk.trainer.accountId, label: 'Quách Thị Hằng' },
    });
    const found = await findings();
    expect(found[0]).toMatch(/history line:.* link 1 .*: the database has another/);
    await app.close();
  });

  it('finds missing and forged published heads', async () => {
    const text = readFileSync(heads, 'utf8');
    rmSync(heads);
    expect(await findings()).toEqual([expect.stringContaining('there are none')]);
    writeFileSync(heads, text.replace('"seq":1', '"seq":7'));
    expect((await findings()).join('\n')).toMatch(/not signed by this installation/);
    writeFileSync(heads, `${text}nonsense\n`);
    expect((await findings()).join('\n')).toMatch(/it is no published head/);
    await app.close();
  });
});
