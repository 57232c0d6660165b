import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { abandonChangeRequest, saveDraft } from '@cam-nang/contracts';
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

interface Block {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly unknown[];
}
type Body = Parameters<typeof saveAs>[1];

const FIRST = 'Trả lời trong năm ngày làm việc.';
const SECOND = 'Ghi sổ trước khi trả lời.';

function paragraph(text: string, attrs?: Block['attrs']): Block {
  return { type: 'paragraph', ...(attrs && { attrs }), content: [{ type: 'text', text }] };
}

function wordsOf(document: unknown): readonly string[] {
  const blocks = (document as { content: { content?: { text: string }[] }[] } | null)?.content;
  return (blocks ?? []).map((block) => (block.content ?? []).map(({ text }) => text).join(''));
}

/** The hash of every version that was saved, by request and number. */
const hashes = new Map<string, string>();
const UNKNOWN = 'f'.repeat(64);

async function saveAs(
  requestId: string,
  body: {
    readonly baseVersion: number;
    readonly blocks: readonly Block[];
    readonly title?: string;
    readonly decisions?: readonly unknown[];
    readonly merge?: boolean;
  },
  as: Actor,
) {
  const { blocks, title = 'Ghi sổ', baseVersion, decisions, merge = true } = body;
  const answer = await app.raw(saveDraft, {
    params: { requestId, nodeId: small.idOf('cd01-02') },
    body: {
      ...{ baseVersion, title, merge },
      baseHash: hashes.get(`${requestId} ${baseVersion}`) ?? UNKNOWN,
      ...(decisions && { decisions }),
      meta: metaOf,
      document: { type: 'doc', content: blocks },
    },
    as,
  });
  if (answer.status === 200) hashes.set(`${requestId} ${answer.body.version}`, answer.body.hash);
  return answer;
}
let metaOf: Readonly<Record<string, unknown>> = {};

/** A request with a lesson of two paragraphs at version 1, as both people opened it. */
async function opened() {
  const requestId = await work.open('Hai người một bài');
  const before = await work.draft(requestId, 'cd01-02');
  metaOf = before.node.meta;
  hashes.set(`${requestId} 0`, before.hash);
  const body: Body = { baseVersion: 0, blocks: [paragraph(FIRST), paragraph(SECOND)] };
  const saved = await saveAs(requestId, body, desk.trainer);
  const [first, second] = (saved.body.node.document?.content ?? []) as unknown as Block[];
  const reword = (one: string, two: string): Block[] => [
    paragraph(one, first?.attrs),
    paragraph(two, second?.attrs),
  ];
  return { requestId, reword };
}

async function now(requestId: string) {
  const view = await work.draft(requestId, 'cd01-02');
  return { version: view.version, title: view.node.title, words: wordsOf(view.node.document) };
}

describe('a save from an older version', () => {
  it('56. merges edits that do not touch each other and says whose text came in', async () => {
    const { requestId, reword } = await opened();
    const theirs = reword('Trả lời trong ba ngày làm việc.', SECOND);
    await saveAs(requestId, { baseVersion: 1, blocks: theirs }, desk.otherTrainer);
    const mine = reword(FIRST, 'Ghi sổ ngay trước khi trả lời.');
    const late = await saveAs(requestId, { baseVersion: 1, blocks: mine }, desk.trainer);
    const cameIn = { savedBy: 'Bùi Văn Đức', mine: false };
    expect([late.status, late.body]).toMatchObject([200, { cameIn }]);
    expect(await now(requestId)).toEqual({
      version: 3,
      title: 'Ghi sổ',
      words: ['Trả lời trong ba ngày làm việc.', 'Ghi sổ ngay trước khi trả lời.'],
    });
  });

  it('57. of somebody without a network for an hour merges with everything saved since', async () => {
    const { requestId, reword } = await opened();
    for (let no = 1; no <= 5; no += 1) {
      const blocks = reword(FIRST, `${SECOND} Lần ${no}.`);
      await saveAs(requestId, { baseVersion: no, blocks }, desk.otherTrainer);
    }
    app.clock.advance(3_600_000);
    const blocks = [...reword('Trả lời trong hai ngày.', SECOND), paragraph('Viết khi mất mạng.')];
    const late = await saveAs(requestId, { baseVersion: 1, blocks }, desk.trainer);
    expect(late.status).toBe(200);
    expect((await now(requestId)).words).toEqual([
      'Trả lời trong hai ngày.',
      `${SECOND} Lần 5.`,
      'Viết khi mất mạng.',
    ]);
  });

  it('sent again because its answer got lost brings nothing in twice', async () => {
    const { requestId, reword } = await opened();
    const blocks = [...reword(FIRST, SECOND), paragraph('Đoạn mới viết thêm.')];
    await saveAs(requestId, { baseVersion: 1, blocks }, desk.trainer);
    const again = await saveAs(requestId, { baseVersion: 1, blocks }, desk.trainer);
    expect([again.status, again.body]).toMatchObject([200, { cameIn: { mine: true } }]);
    expect(await now(requestId)).toMatchObject({
      version: 2,
      words: [FIRST, SECOND, 'Đoạn mới viết thêm.'],
    });
  });

  it('sent again keeps what others wrote meanwhile in what it brought, and what they took out of it', async () => {
    const { requestId, reword } = await opened();
    const added = 'Đoạn mới viết thêm.';
    const blocks = [...reword(FIRST, SECOND), paragraph(added), paragraph('Đoạn thừa.')];
    const lost = await saveAs(requestId, { baseVersion: 1, blocks }, desk.trainer);
    const third = (lost.body.node.document?.content as unknown as Block[])[2];
    const theirs = [...reword(FIRST, SECOND), paragraph(`${added} Họ viết tiếp.`, third?.attrs)];
    await saveAs(requestId, { baseVersion: 2, blocks: theirs }, desk.otherTrainer);
    const again = await saveAs(requestId, { baseVersion: 1, blocks }, desk.trainer);
    expect([again.status, again.body]).toMatchObject([200, { cameIn: { savedBy: 'Bùi Văn Đức' } }]);
    expect(await now(requestId)).toMatchObject({
      version: 3,
      words: [FIRST, SECOND, `${added} Họ viết tiếp.`],
    });
  });

  it('is none sent again when its words had been saved later and taken back: they are wanted now', async () => {
    const { requestId, reword } = await opened();
    const wanted = reword('Trả lời trong ba ngày làm việc.', SECOND);
    const began = reword('Trả lời trong ba', SECOND);
    await saveAs(requestId, { baseVersion: 1, blocks: began }, desk.trainer);
    await saveAs(requestId, { baseVersion: 2, blocks: wanted }, desk.trainer);
    await saveAs(requestId, { baseVersion: 3, blocks: reword(FIRST, SECOND) }, desk.trainer);
    const anew = await saveAs(requestId, { baseVersion: 1, blocks: wanted }, desk.trainer);
    expect(anew.status).toBe(200);
    expect(await now(requestId)).toMatchObject({
      version: 5,
      words: ['Trả lời trong ba ngày làm việc.', SECOND],
    });
  });

  it('keeps one version after another when many save at once', async () => {
    const { requestId, reword } = await opened();
    const people = [desk.trainer, desk.otherTrainer];
    const texts = [
      reword('Trả lời trong ba ngày làm việc.', SECOND),
      reword(FIRST, `${SECOND} Ký.`),
    ];
    const answers = await Promise.all(
      people.map((as, at) => saveAs(requestId, { baseVersion: 1, blocks: texts[at] ?? [] }, as)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await now(requestId)).toMatchObject({
      version: 3,
      words: ['Trả lời trong ba ngày làm việc.', `${SECOND} Ký.`],
    });
  });
});

describe('two texts of one place', () => {
  async function collided() {
    const { requestId, reword } = await opened();
    const theirs = reword('Trả lời trong ba ngày làm việc.', SECOND);
    await saveAs(requestId, { baseVersion: 1, blocks: theirs }, desk.otherTrainer);
    const mine = reword('Trả lời trong mười ngày làm việc.', `${SECOND} Ký tên.`);
    const save = (decisions?: readonly unknown[]) =>
      saveAs(
        requestId,
        { baseVersion: 1, blocks: mine, ...(decisions && { decisions }) },
        desk.trainer,
      );
    const refused = await save();
    const { conflicts } = refused.problem.details as { conflicts: Conflict[] };
    return { requestId, reword, save, refused, conflicts };
  }
  interface Conflict {
    readonly id: string;
    readonly triple: Readonly<Record<'base' | 'ours' | 'theirs', string>>;
    readonly base: unknown;
    readonly ours: unknown;
    readonly theirs: unknown;
  }
  const decide = ({ id, triple }: Conflict, decision: unknown) => ({
    conflictId: id,
    triple,
    decision,
  });

  it('are not settled by words that are no text', async () => {
    const { save, conflicts } = await collided();
    for (const written of [null, 5, 'ba ngày', [{ type: 'paragraph', content: 7 }]]) {
      const answer = await save(
        conflicts.map((one) => decide(one, { choice: 'written', written })),
      );
      expect([answer.status, answer.problem.code]).toEqual([400, 'curriculum.document_invalid']);
    }
  });

  it('are shown for that place alone, and nothing is written', async () => {
    const { requestId, refused, conflicts } = await collided();
    expect([refused.status, refused.problem.code]).toEqual([409, 'curriculum.stale_draft']);
    expect(conflicts.map(({ base, ours, theirs }) => [base, ours, theirs].map(textOf))).toEqual([
      [FIRST, 'Trả lời trong mười ngày làm việc.', 'Trả lời trong ba ngày làm việc.'],
    ]);
    expect(await now(requestId)).toMatchObject({ version: 2 });
  });

  it.each<[string, unknown, readonly string[]]>([
    ['mine', { choice: 'ours' }, ['Trả lời trong mười ngày làm việc.']],
    ['theirs', { choice: 'theirs' }, ['Trả lời trong ba ngày làm việc.']],
    [
      'both in an order',
      { choice: 'both', first: 'theirs' },
      ['Trả lời trong ba ngày làm việc.', 'Trả lời trong mười ngày làm việc.'],
    ],
    [
      'words of my own',
      { choice: 'written', written: [paragraph('Trả lời trong bảy ngày.')] },
      ['Trả lời trong bảy ngày.'],
    ],
  ])('can become %s; what did not collide goes in as well', async (_name, decision, expected) => {
    const { requestId, save, conflicts } = await collided();
    expect((await save(conflicts.map((one) => decide(one, decision)))).status).toBe(200);
    expect((await now(requestId)).words).toEqual([...expected, `${SECOND} Ký tên.`]);
  });

  it('stay open for a decision about other texts: forged, or overtaken by one more save', async () => {
    const { requestId, reword, save, conflicts } = await collided();
    const forged = conflicts.map((one) =>
      decide({ ...one, triple: { ...one.triple, theirs: 'f'.repeat(64) } }, { choice: 'ours' }),
    );
    expect((await save(forged)).problem.code).toBe('curriculum.stale_draft');
    const meanwhile = reword('Trả lời trong bốn ngày làm việc.', SECOND);
    await saveAs(requestId, { baseVersion: 2, blocks: meanwhile }, desk.otherTrainer);
    const late = await save(conflicts.map((one) => decide(one, { choice: 'ours' })));
    expect(late.problem).toMatchObject({
      code: 'curriculum.stale_draft',
      details: { current: { version: 3 }, conflicts: [{}] },
    });
    expect((await now(requestId)).words[0]).toBe('Trả lời trong bốn ngày làm việc.');
  });

  it('of a title are one place as well', async () => {
    const { requestId, reword } = await opened();
    const blocks = reword(FIRST, SECOND);
    const other = { baseVersion: 1, blocks, title: 'Tên của họ' };
    await saveAs(requestId, other, desk.otherTrainer);
    const late = { baseVersion: 1, blocks, title: 'Tên của tôi' };
    expect((await saveAs(requestId, late, desk.trainer)).problem).toMatchObject({
      code: 'curriculum.stale_draft',
      details: { conflicts: [{ subject: { kind: 'field', path: ['title'] } }] },
    });
    expect((await now(requestId)).title).toBe('Tên của họ');
  });
});

describe('a late save that makes no sense', () => {
  it('from a version that never was is answered with both texts', async () => {
    const { requestId, reword } = await opened();
    const forged = { baseVersion: 99, blocks: reword('Khác.', SECOND) };
    expect((await saveAs(requestId, forged, desk.trainer)).problem).toMatchObject({
      code: 'curriculum.stale_draft',
      details: { base: null, current: { version: 1 }, sent: { title: 'Ghi sổ' } },
    });
  });

  it('with a malformed document, or to a request that is closed, changes nothing', async () => {
    const { requestId, reword } = await opened();
    const blocks = reword('Trả lời trong ba ngày làm việc.', SECOND);
    await saveAs(requestId, { baseVersion: 1, blocks }, desk.otherTrainer);
    const malformed = { baseVersion: 1, blocks: [{ type: 'html', content: [] }] };
    expect((await saveAs(requestId, malformed, desk.trainer)).problem.code).toBe(
      'curriculum.document_invalid',
    );
    await app.request(abandonChangeRequest, {
      params: { requestId },
      body: { reason: 'Làm lại.' },
      as: desk.trainer,
    });
    const late = { baseVersion: 1, blocks: reword(FIRST, 'Muộn.') };
    expect((await saveAs(requestId, late, desk.trainer)).problem.code).toBe(
      'change_request.wrong_state',
    );
    expect(await now(requestId)).toMatchObject({ version: 2 });
  });
});

function textOf(value: unknown): string {
  return wordsOf({ content: value }).join('\n');
}
