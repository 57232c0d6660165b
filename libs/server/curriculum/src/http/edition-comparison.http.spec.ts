import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  compareEditionNodes,
  compareEditions,
  issueEdition,
  prepareEdition,
} from '@cam-nang/contracts';
import type { RevisionContent } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, currentLine, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { paragraphs } from '../testing/small-course.js';
import { ImportTree } from '../use-cases/import-tree.js';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let first: string;
let second: string;

beforeAll(async () => {
  app = await buildApp({
    modules: [CurriculumHttpModule],
    clock: new FakeClock('2026-03-02T02:00:00Z'),
  });
  desk = await makeDesk(app);
  small = await makeSmallCourse(app, {
    ownerUnitId: desk.places.province,
    authorId: desk.trainer.accountId,
    code: 'SC1',
  });
  first = await issued();
  await rewrite();
  second = (await prepare()).edition.id;
}, 60_000);
afterAll(() => app.close());

async function prepare() {
  const body = { kind: 'amendment' as const, title: 'Ấn bản' };
  const params = { courseId: small.course.id };
  return (await app.request(prepareEdition, { params, body, as: desk.editor })).body;
}

async function issued(): Promise<string> {
  const { edition } = await prepare();
  await app.request(issueEdition, {
    params: { editionId: edition.id },
    body: {
      manifestHash: edition.manifestHash,
      decisionNo: '1/QĐ-SNV',
      decisionDate: '2026-03-02',
      decisionTitle: 'Ban hành',
      effectiveFrom: '2026-04-01',
      confirmation: '1/QĐ-SNV',
    },
    as: desk.director,
  });
  return edition.id;
}

/** Two lessons say something else, and of a question the other answer is right. */
async function rewrite(): Promise<void> {
  const nodes = small.nodes.map((node) => ({ ...node, content: rewritten(node) }));
  const why = { reason: 'Các xã góp ý.', proposedBy: 'Xã Mường Bi' };
  await app.get(ImportTree).run({
    line: await currentLine(app, small.course),
    nodes,
    kind: 'merge',
    message: 'Viết lại',
    author: { id: desk.trainer.accountId, label: 'Quách Thị Hằng' },
    reasons: new Map([[small.idOf('cd01-02'), why]]),
  });
}

function rewritten({ nodeId, content }: SmallCourse['nodes'][number]): RevisionContent {
  if (content.kind === 'lesson' && nodeId === small.idOf('cd01-02')) {
    return { ...content, doc: paragraphs('cd01-02', 'Ghi rõ nơi ở và số điện thoại.') };
  }
  if (content.kind === 'lesson' && nodeId === small.idOf('cd02-01')) {
    return { ...content, doc: paragraphs('cd02-01', 'Chốt số liệu đến ngày mười.') };
  }
  if (content.kind === 'question' && nodeId === small.idOf('cd01-q01')) {
    const { meta } = content;
    if (meta.type !== 'single') return content;
    const options = meta.options.map((one) => ({ ...one, correct: !one.correct }));
    return { ...content, meta: { ...meta, options } };
  }
  return content;
}

async function compared(as: Actor = desk.director) {
  return (await app.request(compareEditions, { params: { editionId: second }, query: {}, as }))
    .body;
}

function words(nodes: string, as: Actor = desk.director, query: { with?: string } = {}) {
  const params = { editionId: second };
  return app.request(compareEditionNodes, { params, query: { ...query, nodes }, as });
}

describe('editions compared', () => {
  it('give the words of a node alike before and after the whole was compared', async () => {
    const other = await words(small.idOf('cd02-01'));
    await compared();
    expect((await words(small.idOf('cd02-01'))).body).toEqual(other.body);
  });

  it('say node by node what differs, why, who proposed it, and how many words', async () => {
    const comparison = await compared();
    expect(comparison.from?.id).toBe(first);
    expect(comparison.rows.map(({ label, change }) => [label, change])).toEqual([
      ['1.2', 'changed'],
      [expect.any(String), 'changed'],
      ['2.1', 'changed'],
    ]);
    const [lesson, question] = comparison.rows;
    expect(lesson).toMatchObject({
      title: 'Ghi sổ',
      reason: 'Các xã góp ý.',
      proposedBy: 'Xã Mường Bi',
      keyChanged: false,
    });
    expect(lesson?.words?.inserted).toBeGreaterThan(0);
    expect(question).toMatchObject({ kind: 'question', words: null, keyChanged: true });
    const sum = (side: 'inserted' | 'deleted') =>
      comparison.rows.reduce((all, row) => all + (row.words?.[side] ?? 0), 0);
    expect(comparison.words.inserted).toBeGreaterThanOrEqual(sum('inserted'));
    expect(comparison.words.deleted).toBeGreaterThanOrEqual(sum('deleted'));
  });

  it('carry no texts in their rows, however many differ', async () => {
    expect(JSON.stringify(await compared())).not.toContain('điện thoại');
  });

  it('give the words of the nodes that are asked for, in reading order', async () => {
    const asked = ['cd02-01', 'cd01-02'].map((slug) => small.idOf(slug));
    const { nodes } = (await words(asked.join(','))).body;
    expect(nodes.map(({ nodeId }) => nodeId)).toEqual([asked[1], asked[0]]);
    expect(JSON.stringify(nodes[0]?.document)).toContain('điện thoại');
    const named = await words(asked[1]?.toUpperCase() ?? '', desk.director, { with: first });
    expect(named.body.nodes).toEqual([nodes[0]]);
  });

  it('leave out what does not differ, and everything of a first edition', async () => {
    expect((await words(small.idOf('cd01-01'))).body.nodes).toEqual([]);
    const params = { editionId: first };
    const query = { nodes: small.idOf('cd01-02') };
    const alone = await app.request(compareEditionNodes, { params, query, as: desk.director });
    expect(alone.body.nodes).toEqual([]);
  });

  it('hide the keys of questions from who may not see them', async () => {
    const row = (await compared(desk.ministry)).rows.find(({ kind }) => kind === 'question');
    expect(row).toMatchObject({ keyChanged: false });
    const [hidden] = (await words(small.idOf('cd01-q01'), desk.ministry)).body.nodes;
    expect(hidden).toMatchObject({ question: null, meta: [] });
    const [seen] = (await words(small.idOf('cd01-q01'), desk.trainer)).body.nodes;
    expect(seen?.question?.keyChanged).toBe(true);
  });

  it('refuse strangers, lists that are none, and more nodes than one answer carries', async () => {
    const one = small.idOf('cd01-02');
    expect((await words(one, desk.strangerEditor)).status).toBe(404);
    for (const list of ['', 'x', `${one},`, Array.from({ length: 9 }, () => one).join(',')]) {
      expect((await words(list)).problem).toMatchObject({ status: 400, code: 'request.invalid' });
    }
  });
});
