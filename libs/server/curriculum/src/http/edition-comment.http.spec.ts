import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerThread,
  castBallot,
  closeCouncil,
  conveneCouncil,
  listEditionThreads,
  openEditionThread,
  prepareEdition,
  readEditionCouncil,
  readEditionNode,
  returnEdition,
  settleThread,
} from '@cam-nang/contracts';
import { makeActor } from '@cam-nang/identity/testing';
import type { Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { LoadAppraisalRules } from '../use-cases/load-appraisal-rules.js';

const START = '2026-06-26T02:00:00Z';
const DUTIES = ['chair', 'secretary', 'reviewer', 'reviewer', 'member'] as const;

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let people: readonly Actor[];
let edition: { readonly id: string; readonly manifestHash: string };
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule], clock: new FakeClock(START) });
  desk = await makeDesk(app);
  await app.get(LoadAppraisalRules).run({
    code: 'TD',
    title: 'Quy định về thẩm định',
    basis: 'Thông tư 03/2017/TT-BLĐTBXH',
    validFrom: '2020-01-01',
    validTo: null,
    parameters: {
      leastMembers: 5,
      mostMembers: 7,
      teachers: { of: 1, in: 3 },
      leastUserRepresentatives: 1,
      leastYearsOfExperience: 5,
      quorum: { of: 2, in: 3 },
      majority: { of: 2, in: 3 },
      daysAhead: 3,
    },
    isSample: true,
  });
  const unitId = desk.places.province;
  const reviewer = (fullName: string) => makeActor(app, { fullName, roles: ['reviewer'], unitId });
  people = [
    desk.director,
    desk.reviewer,
    await reviewer('Đinh Công Sơn'),
    await reviewer('Nguyễn Thị Hòa'),
    await reviewer('Bùi Văn Hải'),
  ];
}, 60_000);
afterAll(() => app.close());

beforeEach(async () => {
  courses += 1;
  small = await makeSmallCourse(app, {
    ownerUnitId: desk.places.province,
    authorId: desk.trainer.accountId,
    code: `GY${courses}`,
  });
  const prepared = await app.request(prepareEdition, {
    params: { courseId: small.course.id },
    body: { kind: 'amendment', title: 'Ấn bản' },
    as: desk.editor,
  });
  edition = prepared.body.edition;
});

/** Sets the council up: its chair, its secretary and three more. */
async function convene(): Promise<void> {
  const convened = await app.request(conveneCouncil, {
    params: { editionId: edition.id },
    body: {
      decisionNo: '171/QĐ-SNV',
      decisionDate: '2026-06-19',
      papersSentOn: '2026-06-22',
      members: people.map(({ accountId }, index) => ({
        accountId,
        duty: DUTIES[index] ?? 'member',
        organisation: 'Sở Nội vụ',
        isTeacher: index === 2 || index === 3,
        representsUsers: index === 4,
        yearsOfExperience: 8,
      })),
    },
    as: desk.editor,
  });
  expect(convened.status).toBe(201);
}

interface Said {
  readonly quote?: string;
  readonly body?: string;
  readonly blocking?: boolean;
  readonly words?: string;
  readonly side?: 'after' | 'before';
  readonly seenHash?: string;
}

/** The only block of the first lesson, as the frozen edition has it. */
async function firstBlock() {
  const params = { editionId: edition.id, nodeId: small.idOf('cd01-01') };
  const { body } = await app.request(readEditionNode, { params, as: desk.reviewer });
  const [block] = (body.node.document as unknown as { content: readonly Block[] }).content;
  const words = (block?.content ?? []).map(({ text }) => text ?? '').join('');
  return { blockId: block?.attrs.id ?? '', words };
}

interface Block {
  readonly attrs: { readonly id: string };
  readonly content?: readonly { readonly text?: string }[];
}

async function say(as: Actor, said: Said = {}) {
  const { blockId, words } = await firstBlock();
  const { quote = words.slice(0, 8).trim(), body = 'Nên nêu căn cứ.', side = 'after' } = said;
  const passage = { nodeId: small.idOf('cd01-01'), side, blockId, quote, offset: 0 };
  const wording = said.words === undefined ? null : { blockId, seen: words, words: said.words };
  return app.request(openEditionThread, {
    params: { editionId: edition.id },
    body: {
      passage,
      seenHash: said.seenHash ?? edition.manifestHash,
      blocking: said.blocking ?? false,
      body,
      suggestion: wording,
    },
    as,
  });
}

async function threads(as: Actor) {
  return app.request(listEditionThreads, { params: { editionId: edition.id }, as });
}

const answer = (threadId: string, as: Actor) =>
  app.request(answerThread, {
    params: { threadId },
    body: { body: 'Đồng ý.', suggestion: null },
    as,
  });

const settle = (threadId: string, as: Actor) =>
  app.request(settleThread, { params: { threadId }, body: { open: false }, as });

const MAY_COMMENT = { comment: true, block: false, suggest: false };
const MAY_NOTHING = { comment: false, block: false, suggest: false };

describe('a comment of a member on a frozen edition', () => {
  it('stands at its words, is answered by another member and closed', async () => {
    await convene();
    const said = await say(desk.reviewer);
    expect([said.status, said.body.place.state, said.body.blocking]).toEqual([201, 'found', false]);
    const threadId = said.body.id;
    expect((await answer(threadId, desk.director)).body.entries).toHaveLength(2);
    expect((await settle(threadId, desk.reviewer)).body.open).toBe(false);
    const { body } = await threads(desk.director);
    expect(body.allowed).toEqual(MAY_COMMENT);
    expect(body.threads.map(({ id, open }) => [id, open])).toEqual([[threadId, false]]);
  });

  it('tells by its first words which block it is about, where no words are named', async () => {
    await convene();
    const { words } = await firstBlock();
    const [whole, quoted] = [await say(desk.reviewer, { quote: '' }), await say(desk.reviewer)];
    expect([whole.body.quote, quoted.body.blockWords]).toEqual(['', '']);
    expect(words.startsWith(whole.body.blockWords.replace('…', ''))).toBe(true);
    expect(whole.body.blockWords).not.toBe('');
  });

  it('is about a node as a whole where no passage is named', async () => {
    await convene();
    const { body } = await app.request(openEditionThread, {
      params: { editionId: edition.id },
      body: {
        passage: {
          nodeId: small.idOf('cd01-01'),
          side: 'after',
          blockId: null,
          quote: '',
          offset: 0,
        },
        seenHash: edition.manifestHash,
        blocking: false,
        body: 'Bài này cần thêm ví dụ.',
        suggestion: null,
      },
      as: desk.director,
    });
    expect(body.place).toEqual({ state: 'whole', blockId: null, start: null });
  });

  it.each<[string, Said, string]>([
    ['that would hold something up', { blocking: true }, 'blocking'],
    ['that proposes words for a frozen text', { words: 'Chữ khác.' }, 'suggestion'],
    ['on a side that an edition does not have', { side: 'before' }, 'passage.side'],
    ['without words', { body: '' }, 'body'],
    ['on words that are not there', { quote: 'không hề có câu này' }, 'passage.quote'],
  ])('is refused %s, naming the field', async (_name, said, path) => {
    await convene();
    const { status, problem } = await say(desk.reviewer, said);
    expect([status, problem.errors?.map((error) => error.path)]).toEqual([400, [path]]);
    expect((await threads(desk.reviewer)).body.threads).toEqual([]);
  });
});

describe('who does not sit on the council', () => {
  it('reads what members say and says nothing', async () => {
    await convene();
    const { body: thread } = await say(desk.reviewer);
    expect((await say(desk.otherTrainer)).problem.code).toBe('council.not_a_member');
    expect((await say(desk.editor)).problem.code).toBe('council.not_a_member');
    expect((await answer(thread.id, desk.otherTrainer)).problem.code).toBe('council.not_a_member');
    expect((await settle(thread.id, desk.editor)).problem.code).toBe('council.not_a_member');
    const { body } = await threads(desk.otherTrainer);
    expect(body.allowed).toEqual(MAY_NOTHING);
    expect(body.threads[0]).toMatchObject({
      id: thread.id,
      open: true,
      entries: [{ body: 'Nên nêu căn cứ.' }],
      allowed: { answer: false, resolve: false, reopen: false, settle: false },
    });
  });

  it('hears nothing at all in another unit, or without the right to read', async () => {
    await convene();
    const { body: thread } = await say(desk.reviewer);
    expect((await threads(desk.strangerTrainer)).status).toBe(404);
    expect((await threads(desk.trainee)).status).toBe(403);
    expect((await answer(thread.id, desk.strangerTrainer)).status).toBe(404);
    expect((await settle(thread.id, desk.trainee)).status).toBe(403);
  });
});

describe('comments on an edition are closed', () => {
  it('before a council sits', async () => {
    expect((await say(desk.reviewer)).problem.code).toBe('edition.wrong_state');
    expect((await threads(desk.reviewer)).body.allowed).toEqual(MAY_NOTHING);
  });

  it('once the council has decided, and stay readable', async () => {
    await convene();
    const { body: thread } = await say(desk.reviewer);
    await decide();
    expect((await say(desk.reviewer)).problem.code).toBe('edition.wrong_state');
    expect((await answer(thread.id, desk.reviewer)).problem.code).toBe('edition.wrong_state');
    expect((await settle(thread.id, desk.reviewer)).problem.code).toBe('edition.wrong_state');
    const { body } = await threads(desk.reviewer);
    expect(body.allowed).toEqual(MAY_NOTHING);
    expect(body.threads.map(({ id }) => id)).toEqual([thread.id]);
  });

  it('once the candidate was sent back', async () => {
    await convene();
    await app.request(returnEdition, {
      params: { editionId: edition.id },
      body: { reason: 'Sửa bài 2.' },
      as: desk.editor,
    });
    expect((await say(desk.reviewer)).problem.code).toBe('edition.wrong_state');
  });
});

/** Everybody lets it through and the chair closes the session. */
async function decide(): Promise<void> {
  const { body } = await app.request(readEditionCouncil, {
    params: { editionId: edition.id },
    as: desk.director,
  });
  const params = { councilId: body.council?.id ?? '' };
  const { manifestHash } = edition;
  for (const as of people) {
    await app.request(castBallot, {
      params,
      body: { value: 'pass', manifestHash, comment: '' },
      as,
    });
  }
  const closed = await app.request(closeCouncil, {
    params,
    body: { conclusion: '' },
    as: desk.director,
  });
  expect(closed.body.outcome).toBe('pass');
}
