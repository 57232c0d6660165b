import * as z from 'zod/mini';
import type { TextDiff } from '@cam-nang/domain';
import { defineEndpoint } from '../http/endpoint.js';
import { id, instant, sha256Hex, text } from '../http/fields.js';
import { typedJson } from '../http/typed-json.js';
import { nodeKind } from './course.contract.js';

const MOST_WORDS = 4000;
/** As long as the longest block that a lesson may hold. */
const LONGEST_BLOCK = 20_000;

/** A block id as the text carries it. */
const blockId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));

/** The words that are spoken about: of the text as it will be, or of the text as it was. */
const askedPassage = z.object({
  nodeId: id,
  side: z.enum(['after', 'before']),
  /** Null for the node as a whole. */
  blockId: z.nullable(blockId),
  /** Empty for the block as a whole. */
  quote: text({ min: 0, max: 2000 }),
  offset: z.int().check(z.gte(0), z.lte(1_000_000)),
});

/** Other words for a block: the words it is to have, and the words it had when they were written. */
const askedWording = z.object({
  blockId,
  seen: text({ min: 0, max: LONGEST_BLOCK }),
  words: text({ max: LONGEST_BLOCK }),
});

export const suggestionView = z.object({
  state: z.enum(['open', 'taken_over', 'declined']),
  blockId: z.string(),
  /** The words it was made for against the words that are proposed. */
  diff: typedJson<TextDiff>(),
});

export const threadEntry = z.object({
  id,
  kind: z.enum(['comment', 'suggestion', 'resolved', 'reopened', 'taken_over', 'declined']),
  by: z.string(),
  at: instant,
  mine: z.boolean(),
  body: z.string(),
  /** The suggestion that was taken over or declined. */
  about: z.nullable(id),
  suggestion: z.nullable(suggestionView),
});

export const threadView = z.object({
  id,
  nodeId: id,
  kind: nodeKind,
  label: z.string(),
  title: z.string(),
  side: z.enum(['after', 'before']),
  /** The words as they were when somebody spoke about them. */
  quote: z.string(),
  /** The first words of the block that is spoken about as a whole; empty for anything else. */
  blockWords: z.string(),
  /** Where they are now. */
  place: z.object({
    state: z.enum(['whole', 'found', 'changed', 'gone']),
    blockId: z.nullable(z.string()),
    /** Where the quote begins in the words of the block; null where it is not in them. */
    start: z.nullable(z.int()),
  }),
  blocking: z.boolean(),
  open: z.boolean(),
  openedBy: z.string(),
  openedAt: instant,
  entries: z.array(threadEntry),
  allowed: z.object({
    answer: z.boolean(),
    resolve: z.boolean(),
    reopen: z.boolean(),
    /** Take over or decline what is proposed in it. */
    settle: z.boolean(),
  }),
});

export const threadList = z.object({
  threads: z.array(threadView),
  allowed: z.object({
    comment: z.boolean(),
    /** Whether the person may open a thread that holds the approval up. */
    block: z.boolean(),
    suggest: z.boolean(),
  }),
});

const requestParams = z.object({ requestId: id });
const threadParams = z.object({ threadId: id });

const opening = z.object({
  passage: askedPassage,
  /** What was on the screen: the request or the frozen edition as a whole. */
  seenHash: sha256Hex,
  blocking: z.boolean(),
  body: text({ min: 0, max: MOST_WORDS }),
  suggestion: z.nullable(askedWording),
});

export const listRequestThreads = defineEndpoint({
  id: 'comment.of-request',
  method: 'GET',
  path: '/api/change-requests/:requestId/threads',
  summary: 'What people say about passages of a change request, and where those passages are now',
  params: requestParams,
  response: threadList,
});

export const openRequestThread = defineEndpoint({
  id: 'comment.open-on-request',
  method: 'POST',
  path: '/api/change-requests/:requestId/threads',
  summary: 'Say something about a passage of a change request, or propose other words for it',
  params: requestParams,
  body: opening,
  response: threadView,
  status: 201,
  errors: ['change_request.wrong_state', 'comment.passage_changed', 'permission.denied'],
});

export const answerThread = defineEndpoint({
  id: 'comment.answer',
  method: 'POST',
  path: '/api/threads/:threadId/entries',
  summary: 'Answer in a thread, in words or with a wording',
  params: threadParams,
  body: z.object({
    body: text({ min: 0, max: MOST_WORDS }),
    suggestion: z.nullable(askedWording),
  }),
  response: threadView,
  status: 201,
  errors: ['change_request.wrong_state', 'edition.wrong_state', 'comment.passage_changed'],
});

export const settleThread = defineEndpoint({
  id: 'comment.settle',
  method: 'PUT',
  path: '/api/threads/:threadId/state',
  summary: 'Resolve a thread or reopen it; asking for the state it has changes nothing',
  params: threadParams,
  body: z.object({ open: z.boolean() }),
  response: threadView,
  errors: ['change_request.wrong_state', 'edition.wrong_state', 'comment.opener_resolves'],
});

const suggestionParams = z.object({ threadId: id, suggestionId: id });

export const takeOverSuggestion = defineEndpoint({
  id: 'comment.take-over',
  method: 'POST',
  path: '/api/threads/:threadId/suggestions/:suggestionId/take-over',
  summary: 'Put a proposed wording into the text; the proposer becomes one of its authors',
  params: suggestionParams,
  response: threadView,
  errors: [
    'change_request.wrong_state',
    'comment.suggestion_settled',
    'comment.passage_changed',
    'curriculum.document_invalid',
  ],
});

export const declineSuggestion = defineEndpoint({
  id: 'comment.decline',
  method: 'POST',
  path: '/api/threads/:threadId/suggestions/:suggestionId/decline',
  summary: 'Leave the text as it is, with the reason',
  params: suggestionParams,
  body: z.object({ reason: text({ max: 1000 }) }),
  response: threadView,
  errors: ['change_request.wrong_state', 'edition.wrong_state', 'comment.suggestion_settled'],
});

const editionParams = z.object({ editionId: id });

export const listEditionThreads = defineEndpoint({
  id: 'comment.of-edition',
  method: 'GET',
  path: '/api/editions/:editionId/threads',
  summary: 'What members of the council say about passages of a frozen edition',
  params: editionParams,
  response: threadList,
});

export const openEditionThread = defineEndpoint({
  id: 'comment.open-on-edition',
  method: 'POST',
  path: '/api/editions/:editionId/threads',
  summary: 'Say something about a passage of a frozen edition before the council',
  params: editionParams,
  body: opening,
  response: threadView,
  status: 201,
  errors: ['edition.wrong_state', 'comment.passage_changed', 'council.not_a_member'],
});
