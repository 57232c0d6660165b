import type { ConflictSubject, ConflictValue, NodeNote } from '@cam-nang/domain';
import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { typedJson } from '../http/typed-json.js';
import { id, instant, sha256Hex } from '../http/fields.js';
import { changeRequestView } from './change-request.contract.js';
import { nodeKind } from './course.contract.js';

const triple = z.object({ base: sha256Hex, ours: sha256Hex, theirs: sha256Hex });

/** Which of the three texts stands in the end. `ours` is the line, `theirs` the request. */
const decision = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('ours') }),
  z.object({ choice: z.literal('theirs') }),
  z.object({ choice: z.literal('both'), first: z.enum(['ours', 'theirs']) }),
  z.object({ choice: z.literal('written'), written: z.unknown() }),
]);

/** What somebody decided about one conflict, for exactly the three texts that were seen. */
export const conflictDecision = z.object({
  conflictId: z.string().check(z.minLength(1), z.maxLength(300)),
  triple,
  decision,
});

/** Texts, settings, places: checked when they were written, typed here. */
const conflictValue = z.custom<ConflictValue>((value) => value !== undefined);

export const mergeConflict = z.object({
  id: z.string(),
  nodeId: id,
  kind: nodeKind,
  label: z.string(),
  title: z.string(),
  subject: typedJson<ConflictSubject>(),
  /** Null where a side has nothing, and all three where the person may not see questions. */
  base: conflictValue,
  ours: conflictValue,
  theirs: conflictValue,
  hidden: z.boolean(),
  triple,
  /** What was decided about exactly these three texts. */
  decision: z.nullable(z.object({ decision, decidedBy: z.string(), decidedAt: instant })),
});

export const trialMerge = z.object({
  requestId: id,
  /** Whether the line went on since the request began; else there is nothing to take over. */
  outdated: z.boolean(),
  /** The edition to whose line of errata the request is brought; null where it stays on its line. */
  movesTo: z.nullable(z.string()),
  baseSeq: z.int(),
  headSeq: z.int(),
  /** What was written to the line meanwhile. */
  commits: z.array(
    z.object({
      seq: z.int(),
      message: z.string(),
      requestId: z.nullable(id),
      author: z.string(),
      at: instant,
    }),
  ),
  /** Nodes that both sides touched and that need nobody. */
  settled: z.int(),
  open: z.int(),
  conflicts: z.array(mergeConflict),
  notes: z.array(typedJson<NodeNote>()),
  /** Titles of the nodes that conflicts of structure speak of, by id. */
  names: z.record(z.string(), z.string()),
  allowed: z.object({ decide: z.boolean(), takeOver: z.boolean() }),
});

const requestParams = z.object({ requestId: id });

export const readConflicts = defineEndpoint({
  id: 'change-request.conflicts',
  method: 'GET',
  path: '/api/change-requests/:requestId/conflicts',
  summary: 'Where the request and the line collide, as far as it is decided',
  params: requestParams,
  response: trialMerge,
});

export const decideConflict = defineEndpoint({
  id: 'change-request.decide-conflict',
  method: 'PUT',
  path: '/api/change-requests/:requestId/conflicts',
  summary: 'Decide a conflict; it counts for exactly the three texts that were seen',
  params: requestParams,
  body: conflictDecision,
  response: trialMerge,
  errors: [
    'change_request.wrong_state',
    'curriculum.conflict_changed',
    'curriculum.document_invalid',
    'curriculum.question_invalid',
  ],
});

export const takeOverHead = defineEndpoint({
  id: 'change-request.take-over',
  method: 'POST',
  path: '/api/change-requests/:requestId/take-over',
  summary:
    'Merge what the line became into the request: all of it, or nothing while a conflict is open',
  params: requestParams,
  response: changeRequestView,
  errors: [
    'change_request.wrong_state',
    'curriculum.conflicts_open',
    'curriculum.nothing_changed',
    'curriculum.document_invalid',
    'curriculum.question_invalid',
  ],
});
