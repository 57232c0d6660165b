import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { id, instant, sha256Hex } from '../http/fields.js';
import { questionResponse, questionTaking } from './question.contract.js';

export const quizPurpose = z.enum(['practice', 'final']);

export const attemptState = z.enum(['open', 'waiting_for_answers', 'graded']);

export const attemptItem = z.object({
  slot: z.int(),
  question: questionTaking,
  response: z.nullable(questionResponse),
  savedAt: z.nullable(instant),
  flagged: z.boolean(),
});

/** An attempt as its taker sees it: never a key, never a feedback. */
export const attemptView = z.object({
  id,
  enrolmentId: id,
  quizNodeId: id,
  quizTitle: z.string(),
  quizTitleEn: z.nullable(z.string()),
  purpose: quizPurpose,
  number: z.int(),
  attemptsAllowed: z.nullable(z.int()),
  state: attemptState,
  openedAt: instant,
  deadlineAt: z.nullable(instant),
  serverTime: instant,
  review: z.enum(['immediate', 'after_close']),
  items: z.array(attemptItem),
});

/** Before opening: what awaits the trainee, and whether it may be opened. */
export const quizIntroView = z.object({
  quizNodeId: id,
  title: z.string(),
  titleEn: z.nullable(z.string()),
  purpose: quizPurpose,
  questions: z.int(),
  timeLimitMinutes: z.nullable(z.int()),
  attemptsAllowed: z.nullable(z.int()),
  attemptsUsed: z.int(),
  passMark: z.int(),
  scale: z.int(),
  mayOpen: z.boolean(),
  reason: z.nullable(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
  openAttemptId: z.nullable(id),
  attempts: z.array(
    z.object({
      id,
      number: z.int(),
      state: attemptState,
      openedAt: instant,
      closedAt: z.nullable(instant),
      score: z.nullable(z.int()),
      scale: z.nullable(z.int()),
      passed: z.nullable(z.boolean()),
    }),
  ),
});

export const readQuizIntro = defineEndpoint({
  id: 'attempt.intro',
  method: 'GET',
  path: '/api/study/enrolments/:enrolmentId/quizzes/:quizNodeId',
  summary: 'What a quiz asks and whether it may be opened now',
  params: z.object({ enrolmentId: id, quizNodeId: id }),
  response: quizIntroView,
});

export const openAttempt = defineEndpoint({
  id: 'attempt.open',
  method: 'POST',
  path: '/api/study/enrolments/:enrolmentId/quizzes/:quizNodeId/attempts',
  summary: 'Open an attempt, or take up the one that is open',
  params: z.object({ enrolmentId: id, quizNodeId: id }),
  response: attemptView,
  status: 201,
  errors: ['attempt.limit_reached', 'attempt.not_open_yet', 'study.locked', 'enrolment.not_active'],
});

export const readAttempt = defineEndpoint({
  id: 'attempt.read',
  method: 'GET',
  path: '/api/attempts/:attemptId',
  summary: 'One’s own attempt with the answers that count',
  params: z.object({ attemptId: id }),
  response: attemptView,
});

/** One entry of a device's journal. `seq` counts from 1 on each device without gap. */
export const journalEntry = z.object({
  seq: z.int().check(z.gte(1), z.lte(2_000_000_000)),
  scope: z.enum(['answer', 'flag']),
  slot: z.int().check(z.gte(1), z.lte(500)),
  /** For an answer: the response, or null to clear it; for a flag: true or false. */
  value: z.union([questionResponse, z.boolean(), z.null()]),
  deviceTime: instant,
  monotonicMs: z.nullable(z.int().check(z.gte(0))),
  handshakeAt: z.nullable(instant),
  handshakeMonotonicMs: z.nullable(z.int().check(z.gte(0))),
  previousHash: z.nullable(sha256Hex),
});

export const journalReceipt = z.object({
  seq: z.int(),
  hash: sha256Hex,
  receivedAt: instant,
  late: z.boolean(),
});

export const saveAnswers = defineEndpoint({
  id: 'attempt.save-answers',
  method: 'PUT',
  path: '/api/attempts/:attemptId/journal/:deviceId',
  summary: 'Append entries of a device’s journal; repeated entries get the same receipts',
  repeatable: true,
  params: z.object({ attemptId: id, deviceId: id }),
  body: z.object({ entries: z.array(journalEntry).check(z.minLength(1), z.maxLength(200)) }),
  response: z.object({
    receipts: z.array(journalReceipt),
    serverTime: instant,
    deadlineAt: z.nullable(instant),
    closed: z.boolean(),
  }),
  errors: ['attempt.too_late', 'answer.invalid', 'journal.sequence_reused'],
});

/** Lets a device relate its own clock to the server's. */
export const handshake = defineEndpoint({
  id: 'device.handshake',
  method: 'POST',
  path: '/api/devices/:deviceId/handshake',
  summary: 'Register a device and read the server’s clock',
  repeatable: true,
  params: z.object({ deviceId: id }),
  response: z.object({ serverTime: instant, lastSeq: z.int(), lastHash: z.nullable(sha256Hex) }),
});

export const handIn = defineEndpoint({
  id: 'attempt.hand-in',
  method: 'POST',
  path: '/api/attempts/:attemptId/hand-in',
  summary: 'Hand in an attempt; it is graded at once',
  repeatable: true,
  params: z.object({ attemptId: id }),
  response: z.object({
    state: attemptState,
    score: z.nullable(z.int()),
    scale: z.int(),
    passed: z.nullable(z.boolean()),
    unanswered: z.int(),
  }),
});

/** Feedback of one question after grading. */
export const resultItem = z.object({
  slot: z.int(),
  question: questionTaking,
  response: z.nullable(questionResponse),
  /** Null where the review does not show yet what was right. */
  points: z.nullable(z.int()),
  maxPoints: z.int(),
  /** The right answer in the shape of a response; null where the review does not show it yet. */
  rightAnswer: z.nullable(questionResponse),
  parts: z.array(z.object({ id: z.string(), right: z.boolean(), feedback: z.string() })),
  feedback: z.string(),
  outcome: z.nullable(z.string()),
  lesson: z.nullable(z.object({ nodeId: id, title: z.string(), blockId: z.nullable(z.string()) })),
});

export const attemptResult = z.object({
  id,
  enrolmentId: id,
  quizNodeId: id,
  quizTitle: z.string(),
  quizTitleEn: z.nullable(z.string()),
  purpose: quizPurpose,
  number: z.int(),
  state: attemptState,
  handedInAt: z.nullable(instant),
  score: z.nullable(z.int()),
  scale: z.int(),
  passMark: z.int(),
  passed: z.nullable(z.boolean()),
  review: z.enum(['full', 'own_answers', 'score_only']),
  reviewOpensAt: z.nullable(instant),
  outcomes: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      textEn: z.nullable(z.string()),
      points: z.int(),
      maxPoints: z.int(),
    }),
  ),
  items: z.array(resultItem),
  mayTryAgain: z.boolean(),
});

export const readResult = defineEndpoint({
  id: 'attempt.result',
  method: 'GET',
  path: '/api/attempts/:attemptId/result',
  summary: 'Result and feedback of one’s own attempt, with the way back to the passage',
  params: z.object({ attemptId: id }),
  response: attemptResult,
});
