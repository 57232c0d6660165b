import * as z from 'zod/mini';
import type { NodeDiff } from '@cam-nang/domain';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, id, instant } from '../http/fields.js';
import { typedJson } from '../http/typed-json.js';
import { nodeKind } from './course.contract.js';

const request = z.object({ id, number: z.int(), title: z.string() });

/** One thing that happened to a curriculum: a merge, or an act about an edition. */
const historyEntry = z.object({
  what: z.enum([
    'merged',
    'prepared',
    'returned',
    'council_convened',
    'council_decided',
    'council_confirmed',
    'issued',
    'withdrawn',
  ]),
  at: instant,
  by: z.nullable(z.string()),
  /** Of the request, of sending back, of the withdrawal; the council's conclusion. */
  reason: z.string(),
  message: z.string(),
  /** How many nodes a merge changed. */
  nodes: z.nullable(z.int()),
  request: z.nullable(request),
  edition: z.nullable(
    z.object({
      id,
      label: z.string(),
      kind: z.enum(['first', 'amendment', 'replacement', 'erratum']),
    }),
  ),
  decision: z.nullable(z.object({ number: z.string(), date: z.nullable(calendarDate) })),
  /** What the council decided. */
  outcome: z.nullable(z.string()),
  /** The day from which an issue or a withdrawal holds. */
  from: z.nullable(calendarDate),
});

export const readCurriculumHistory = defineEndpoint({
  id: 'curriculum.history',
  method: 'GET',
  path: '/api/courses/:courseId/history',
  summary:
    'The history of a curriculum as one line of requests, editions and decisions, newest first',
  params: z.object({ courseId: id }),
  response: z.object({ entries: z.array(historyEntry) }),
});

/** A revision of a node that reached the line. */
const nodeStep = {
  /** Which of the steps it goes on from, counted from 0; null for the first. */
  before: z.nullable(z.int()),
  at: instant,
  author: z.nullable(z.string()),
  /** Null where the node was taken out. */
  revisionId: z.nullable(id),
  moved: z.boolean(),
  reason: z.string(),
  proposedBy: z.nullable(z.string()),
  request: z.nullable(request),
  /** The first issued edition that holds it; null while none does. */
  edition: z.nullable(
    z.object({
      id,
      label: z.string(),
      decisionNo: z.nullable(z.string()),
      decisionDate: z.nullable(calendarDate),
      forceFrom: z.nullable(calendarDate),
      /** First day on which it is withdrawn; null when it is not. */
      withdrawnOn: z.nullable(calendarDate),
    }),
  ),
};

export const readNodeHistory = defineEndpoint({
  id: 'curriculum.node-history',
  method: 'GET',
  path: '/api/courses/:courseId/nodes/:nodeId/history',
  summary: 'Every revision of a node that reached the line, oldest first, the latest ones compared',
  params: z.object({ courseId: id, nodeId: id }),
  response: z.object({
    nodeId: id,
    kind: nodeKind,
    title: z.string(),
    steps: z.array(
      z.object({
        ...nodeStep,
        /** Whether it can be compared with the step that it goes on from. */
        compares: z.boolean(),
        /** What it changed; of a long history in the latest steps only, the others are asked for one by one. */
        diff: z.nullable(typedJson<NodeDiff>()),
      }),
    ),
  }),
});

export const readNodeStep = defineEndpoint({
  id: 'curriculum.node-step',
  method: 'GET',
  path: '/api/courses/:courseId/nodes/:nodeId/history/:step',
  summary: 'What one revision of a node changed against the one it goes on from',
  params: z.object({
    courseId: id,
    nodeId: id,
    /** Which of the steps of the history, counted from 0. */
    step: z.coerce.number().check(z.int(), z.gte(0)),
  }),
  response: z.object({ diff: z.nullable(typedJson<NodeDiff>()) }),
});

export const readPassageHistory = defineEndpoint({
  id: 'curriculum.passage-history',
  method: 'GET',
  path: '/api/courses/:courseId/nodes/:nodeId/passages/:blockId/history',
  summary: 'What a passage said over time, and which request or edition brought the words it has',
  params: z.object({ courseId: id, nodeId: id, blockId: z.string().check(z.maxLength(100)) }),
  response: z.object({
    nodeId: id,
    kind: nodeKind,
    title: z.string(),
    blockId: z.string(),
    /** Every wording, oldest first; null text where the passage was taken out. */
    wordings: z.array(z.object({ ...nodeStep, text: z.nullable(z.string()) })),
    /** The passage as it stands; `wording` counts from 0 in `wordings`. */
    runs: z.array(z.object({ wording: z.int(), text: z.string() })),
  }),
});
