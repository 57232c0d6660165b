import * as z from 'zod/mini';
import type { NodeDiff, TreeDiff } from '@cam-nang/domain';
import { defineEndpoint } from '../http/endpoint.js';
import { typedJson } from '../http/typed-json.js';
import { id, instant, line, sha256Hex, text } from '../http/fields.js';
import { editionView, hoursCheck, nodeKind, outlineNode } from './course.contract.js';
import { requestKind, reviewView, verdict } from './request-review.contract.js';

export const changeRequestState = z.enum([
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'merged',
  'abandoned',
]);

/** Something to mend before the request can go on. `blocking` stops it, otherwise it is advice. */
export const requestCheck = z.object({
  code: z.string(),
  blocking: z.boolean(),
  met: z.boolean(),
  nodeId: z.nullable(id),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const changeRequestView = z.object({
  id,
  number: z.int(),
  courseId: id,
  title: z.string(),
  reason: z.string(),
  kind: requestKind,
  state: changeRequestState,
  author: z.string(),
  createdAt: instant,
  updatedAt: instant,
  baseEdition: z.nullable(editionView),
  /** Whether it corrects `baseEdition` on a line of its own, beside what is being worked on. */
  corrects: z.boolean(),
  /** The erratum to an older edition that it brings into the main line too. */
  follows: z.nullable(z.object({ id, number: z.int() })),
  outdated: z.boolean(),
  /** The edition on whose own line this erratum is merged, though it was begun on the main line; null elsewhere. */
  movesTo: z.nullable(z.string()),
  overlayHash: sha256Hex,
  changes: z.object({
    added: z.int(),
    removed: z.int(),
    moved: z.int(),
    changed: z.int(),
    words: z.int(),
  }),
  reviews: z.array(reviewView),
  /** Approvals of the request as it stands, and how many a merge asks for. */
  approvals: z.object({ needed: z.int(), given: z.int() }),
  /** Comments that wait for an answer, and how many of them must be met before anybody approves. */
  threads: z.object({ open: z.int(), blocking: z.int() }),
  checks: z.array(requestCheck),
  allowed: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    review: z.boolean(),
    /** Why no verdict may be given: wrong state, no right, or the person wrote in the request. */
    whyNotReview: z.nullable(
      z.enum(['change_request.wrong_state', 'permission.denied', 'permission.same_person']),
    ),
    merge: z.boolean(),
    /** Whether an erratum may be made an ordinary amendment. */
    amend: z.boolean(),
    abandon: z.boolean(),
    /** Whether the person opened it or wrote in it: comments on it wait for them. */
    wrote: z.boolean(),
  }),
});

/** State of a node of the tree against the edition the request starts from. */
export const overlayNode = z.extend(outlineNode, {
  change: z.enum([
    'none',
    'new',
    'changed',
    'moved',
    'changed_and_moved',
    'deleted',
    'through_child',
  ]),
  words: z.int(),
  draftVersion: z.nullable(z.int()),
});

const requestParams = z.object({ requestId: id });

export const listChangeRequests = defineEndpoint({
  id: 'change-request.list',
  method: 'GET',
  path: '/api/courses/:courseId/change-requests',
  summary: 'Change requests of a course, open ones first',
  params: z.object({ courseId: id }),
  /** Without the checks: they need every text, and are read with the request itself. */
  response: z.object({ requests: z.array(z.omit(changeRequestView, { checks: true })) }),
});

export const openChangeRequest = defineEndpoint({
  id: 'change-request.open',
  method: 'POST',
  path: '/api/courses/:courseId/change-requests',
  summary: 'Begin a change request on the head of the line, or an erratum to an issued edition',
  params: z.object({ courseId: id }),
  body: z.object({
    title: line({ max: 200 }),
    reason: text({ min: 0, max: 2000 }),
    kind: requestKind,
    /** The edition, the latest of its major, that an erratum corrects without what was merged since. */
    editionId: z.optional(id),
  }),
  response: changeRequestView,
  status: 201,
  errors: ['change_request.wrong_state', 'edition.wrong_state'],
});

export const readChangeRequest = defineEndpoint({
  id: 'change-request.read',
  method: 'GET',
  path: '/api/change-requests/:requestId',
  summary: 'A change request with its checks and verdicts',
  params: requestParams,
  response: changeRequestView,
});

export const describeChangeRequest = defineEndpoint({
  id: 'change-request.describe',
  method: 'PUT',
  path: '/api/change-requests/:requestId',
  summary: 'Title and reason of a change request',
  params: requestParams,
  body: z.object({ title: line({ max: 200 }), reason: text({ min: 0, max: 2000 }) }),
  response: changeRequestView,
  errors: ['change_request.wrong_state'],
});

export const readOverlay = defineEndpoint({
  id: 'change-request.outline',
  method: 'GET',
  path: '/api/change-requests/:requestId/outline',
  summary: 'The tree with the request’s changes laid over it, with hours that must add up',
  params: requestParams,
  response: z.object({
    request: changeRequestView,
    nodes: z.array(overlayNode),
    hours: hoursCheck,
  }),
});

/** What differs, whole and by node. */
export const readRequestDiff = defineEndpoint({
  id: 'change-request.diff',
  method: 'GET',
  path: '/api/change-requests/:requestId/diff',
  summary: 'What the request changes against its base: structure, and every changed node in words',
  params: requestParams,
  response: z.object({
    /** The request as compared here: a verdict on this comparison carries this hash and kind. */
    overlayHash: sha256Hex,
    requestKind,
    tree: typedJson<TreeDiff>(),
    nodes: z.array(
      z.object({
        nodeId: id,
        label: z.string(),
        kind: nodeKind,
        title: z.string(),
        reason: z.string(),
        diff: typedJson<NodeDiff>(),
      }),
    ),
  }),
});

export const submitChangeRequest = defineEndpoint({
  id: 'change-request.submit',
  method: 'POST',
  path: '/api/change-requests/:requestId/submit',
  summary: 'Send the request to review',
  params: requestParams,
  response: changeRequestView,
  errors: [
    'change_request.wrong_state',
    'curriculum.nothing_changed',
    'curriculum.hours_do_not_add_up',
    'curriculum.structure_invalid',
  ],
});

export const reviewChangeRequest = defineEndpoint({
  id: 'change-request.review',
  method: 'POST',
  path: '/api/change-requests/:requestId/reviews',
  summary: 'A verdict on exactly what was seen',
  params: requestParams,
  body: z.object({
    overlayHash: sha256Hex,
    requestKind,
    verdict,
    comment: text({ min: 0, max: 4000 }),
  }),
  response: changeRequestView,
  status: 201,
  errors: [
    'change_request.wrong_state',
    'change_request.verdict_outdated',
    'permission.same_person',
  ],
});

export const mergeChangeRequest = defineEndpoint({
  id: 'change-request.merge',
  method: 'POST',
  path: '/api/change-requests/:requestId/merge',
  summary: 'Write the approved request to the line as one commit',
  params: requestParams,
  response: changeRequestView,
  errors: [
    'change_request.wrong_state',
    'change_request.verdict_outdated',
    'change_request.errata_first',
    'curriculum.base_moved',
    'curriculum.hours_do_not_add_up',
    'curriculum.structure_invalid',
  ],
});

export const abandonChangeRequest = defineEndpoint({
  id: 'change-request.abandon',
  method: 'POST',
  path: '/api/change-requests/:requestId/abandon',
  summary: 'Give the request up; its text stays readable',
  params: requestParams,
  body: z.object({ reason: text({ max: 1000 }) }),
  response: changeRequestView,
  errors: ['change_request.wrong_state'],
});
