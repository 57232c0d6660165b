import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  abandonChangeRequest,
  answerThread,
  declineSuggestion,
  listRequestThreads,
  openRequestThread,
  readDraft,
  settleThread,
  takeOverSuggestion,
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

const TEXT = 'Mời người dân ngồi rồi hỏi việc.';

/** A request in review whose lesson says `TEXT` in its only block. */
async function inReview(): Promise<string> {
  const requestId = await work.open('Góp ý');
  await work.rewrite(requestId, 'cd01-01', TEXT);
  await work.submit(requestId);
  return requestId;
}

interface Said {
  readonly quote?: string;
  readonly body?: string;
  readonly blocking?: boolean;
  readonly words?: string;
  readonly as?: Actor;
  readonly idempotencyKey?: string;
  readonly seenHash?: string;
}

const USUAL = { quote: 'người dân', body: 'Nên nói rõ là ai.', blocking: false };

async function say(requestId: string, asked: Said = {}) {
  const said = { ...USUAL, as: desk.reviewer, ...asked };
  const { document } = (await work.draft(requestId, 'cd01-01')).node;
  const [block] = (document?.content ?? []) as { attrs: { id: string } }[];
  const blockId = block?.attrs.id ?? '';
  const { overlayHash } = await work.read(requestId);
  return app.request(openRequestThread, {
    params: { requestId },
    body: {
      passage: {
        nodeId: small.idOf('cd01-01'),
        side: 'after',
        blockId,
        quote: said.quote,
        offset: 4,
      },
      seenHash: said.seenHash ?? overlayHash,
      blocking: said.blocking,
      body: said.body,
      suggestion: said.words === undefined ? null : { blockId, seen: TEXT, words: said.words },
    },
    as: said.as,
    ...(said.idempotencyKey !== undefined && { idempotencyKey: said.idempotencyKey }),
  });
}

async function threads(requestId: string, as: Actor = desk.trainer) {
  return (await app.request(listRequestThreads, { params: { requestId }, as })).body;
}

const settle = (threadId: string, open: boolean, as: Actor) =>
  app.request(settleThread, { params: { threadId }, body: { open }, as });

describe('a comment on a passage', () => {
  it('follows its words through edits, and keeps them when they are gone', async () => {
    const requestId = await inReview();
    const { status, body } = await say(requestId, { quote: 'người dân'.normalize('NFD') });
    expect([status, body.quote, body.place.state, body.open]).toEqual([
      201,
      'người dân',
      'found',
      true,
    ]);
    await work.rewrite(requestId, 'cd01-01', `Trước hết chào hỏi. ${TEXT}`);
    expect((await threads(requestId)).threads[0]?.place.state).toBe('found');
    await work.rewrite(requestId, 'cd01-01', 'Trước hết mời ngồi rồi hỏi việc.');
    const [changed] = (await threads(requestId)).threads;
    expect([changed?.place.state, changed?.quote]).toEqual(['changed', 'người dân']);
  });

  it('stands in the order of the text, not in the order in which people spoke', async () => {
    const requestId = await inReview();
    const { overlayHash: seenHash } = await work.read(requestId);
    const whole = { side: 'after', blockId: null, quote: '', offset: 0 } as const;
    for (const slug of ['cd01-02', 'cd01-01']) {
      const passage = { nodeId: small.idOf(slug), ...whole };
      const body = { passage, seenHash, blocking: false, body: 'Nên ngắn hơn.', suggestion: null };
      await app.request(openRequestThread, { params: { requestId }, body, as: desk.reviewer });
    }
    await say(requestId);
    const { threads: said } = await threads(requestId);
    expect(said.map(({ nodeId, quote }) => [nodeId, quote])).toEqual([
      [small.idOf('cd01-01'), ''],
      [small.idOf('cd01-01'), 'người dân'],
      [small.idOf('cd01-02'), ''],
    ]);
  });

  it('is answered, resolved once by whoever presses, and reopened', async () => {
    const requestId = await inReview();
    const { id: threadId } = (await say(requestId)).body;
    const answer = await app.request(answerThread, {
      params: { threadId },
      body: { body: 'Đã rõ.', suggestion: null },
      as: desk.trainer,
    });
    expect([answer.status, answer.body.entries.length]).toEqual([201, 2]);
    const pressed = await Promise.all([
      settle(threadId, false, desk.trainer),
      settle(threadId, false, desk.reviewer),
      settle(threadId, false, desk.editor),
    ]);
    expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [resolved] = (await threads(requestId)).threads;
    expect([resolved?.open, resolved?.entries.length]).toEqual([false, 3]);
    expect((await work.read(requestId)).threads).toEqual({ open: 0, blocking: 0 });
    expect((await settle(threadId, true, desk.trainer)).body.open).toBe(true);
    expect((await work.read(requestId)).threads).toEqual({ open: 1, blocking: 0 });
  });

  it('that must be met holds the approval up until its opener closes it', async () => {
    const requestId = await inReview();
    const { id: threadId } = (await say(requestId, { blocking: true })).body;
    const request = await work.read(requestId);
    expect(request.threads).toEqual({ open: 1, blocking: 1 });
    expect(request.checks).toContainEqual(
      expect.objectContaining({ code: 'objections_met', met: false, blocking: false }),
    );
    const refused = await work.approve(requestId);
    expect(refused.problem).toMatchObject({
      code: 'change_request.wrong_state',
      details: { reason: 'open_threads', count: 1 },
    });
    expect((await settle(threadId, false, desk.trainer)).problem.code).toBe(
      'comment.opener_resolves',
    );
    expect((await settle(threadId, false, desk.reviewer)).status).toBe(200);
    expect((await work.approve(requestId)).body.state).toBe('approved');
  });

  it('that must be met is not put aside by an editor who wrote in the request, and stops its merge', async () => {
    const requestId = await work.open('Góp ý cho chủ biên');
    await work.rewrite(requestId, 'cd01-01', TEXT);
    await work.rewrite(requestId, 'cd01-01', `${TEXT} Ghi sổ.`, desk.editor);
    await work.submit(requestId);
    expect((await work.approve(requestId)).body.state).toBe('approved');
    const { id: threadId } = (await say(requestId, { blocking: true })).body;
    expect((await settle(threadId, false, desk.editor)).problem.code).toBe(
      'comment.opener_resolves',
    );
    expect((await work.merge(requestId)).problem).toMatchObject({
      code: 'change_request.wrong_state',
      details: { reason: 'open_threads', count: 1 },
    });
  });

  it('is written once, however often it is sent', async () => {
    const requestId = await inReview();
    const [first, again] = [
      await say(requestId, { idempotencyKey: 'gop-y-mot-lan-duy-nhat-0001' }),
      await say(requestId, { idempotencyKey: 'gop-y-mot-lan-duy-nhat-0001' }),
    ];
    expect(again.body.id).toBe(first.body.id);
    expect((await threads(requestId)).threads.length).toBe(1);
  });
});

describe('a suggested wording', () => {
  it('is taken over with one act, merged into what was written since, and credited', async () => {
    const requestId = await inReview();
    const words = 'Mời công dân ngồi rồi hỏi việc.';
    const { id: threadId, entries } = (await say(requestId, { words })).body;
    const suggestionId = entries[0]?.id ?? '';
    await work.rewrite(requestId, 'cd01-01', 'Mời người dân ngồi rồi hỏi việc cần làm.');
    const place = { params: { threadId, suggestionId } };
    const taken = await app.request(takeOverSuggestion, { ...place, as: desk.trainer });
    expect([taken.status, taken.body.open]).toEqual([200, false]);
    const params = { requestId, nodeId: small.idOf('cd01-01') };
    const draft = (await app.request(readDraft, { params, as: desk.trainer })).body;
    expect(JSON.stringify(draft.node.document)).toContain(
      'Mời công dân ngồi rồi hỏi việc cần làm.',
    );
    const again = await app.request(takeOverSuggestion, { ...place, as: desk.trainer });
    expect(again.problem.code).toBe('comment.suggestion_settled');
    expect((await work.approve(requestId)).problem.code).toBe('permission.same_person');
  });

  it('that collides with what was written since changes nothing and says so', async () => {
    const requestId = await inReview();
    const said = (await say(requestId, { words: 'Mời công dân ngồi rồi hỏi việc.' })).body;
    await work.rewrite(requestId, 'cd01-01', 'Mời bà con ngồi rồi hỏi việc.');
    const place = { threadId: said.id, suggestionId: said.entries[0]?.id ?? '' };
    const taken = await app.request(takeOverSuggestion, { params: place, as: desk.trainer });
    expect(taken.problem).toMatchObject({ status: 409, code: 'comment.passage_changed' });
    const declined = await app.request(declineSuggestion, {
      params: place,
      body: { reason: 'Đã viết khác.' },
      as: desk.trainer,
    });
    expect(declined.body.entries.map(({ kind }) => kind)).toEqual(['suggestion', 'declined']);
    expect(declined.body.entries[0]?.suggestion?.state).toBe('declined');
  });
});

describe('comments refuse', () => {
  it('bad input, naming the field', async () => {
    const requestId = await inReview();
    const field = async (said: Said) =>
      (await say(requestId, said)).problem.errors?.map(({ path }) => path);
    expect(await field({ quote: 'không hề có câu này' })).toEqual(['passage.quote']);
    expect(await field({ body: '' })).toEqual(['body']);
    expect(await field({ body: 'x'.repeat(4001) })).toEqual(['body']);
    expect(await field({ words: TEXT })).toEqual(['suggestion.words']);
    const old = await say(requestId, { quote: 'câu của bản cũ', seenHash: '0'.repeat(64) });
    expect(old.problem.code).toBe('comment.passage_changed');
  });

  it('strangers, other roles, and everything once the request is closed', async () => {
    const requestId = await inReview();
    const { id: threadId } = (await say(requestId)).body;
    expect((await say(requestId, { as: desk.strangerTrainer })).status).toBe(404);
    expect((await settle(threadId, false, desk.strangerEditor)).status).toBe(404);
    expect((await say(requestId, { as: desk.trainee })).status).toBe(403);
    expect((await say(requestId, { as: desk.trainer, blocking: true })).status).toBe(403);
    await app.request(abandonChangeRequest, {
      params: { requestId },
      body: { reason: 'Thôi.' },
      as: desk.editor,
    });
    expect((await say(requestId)).problem.code).toBe('change_request.wrong_state');
    expect((await settle(threadId, false, desk.trainer)).problem.code).toBe(
      'change_request.wrong_state',
    );
    expect((await threads(requestId)).allowed.comment).toBe(false);
  });
});
