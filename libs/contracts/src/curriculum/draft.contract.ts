import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { done, id, instant, line, sha256Hex, text } from '../http/fields.js';
import { document, nodeContent, nodeKind } from './course.contract.js';
import { conflictDecision } from './merge.contract.js';

/** What a node may be called. */
export const draftTitle = line({ max: 300 });

export const lease = z.object({ holder: z.string(), mine: z.boolean(), until: instant });

export const draftView = z.object({
  requestId: id,
  nodeId: id,
  version: z.int(),
  /** Of the text as it stands; a save names the hash of the text that it was made from. */
  hash: sha256Hex,
  node: nodeContent,
  base: z.nullable(nodeContent),
  savedAt: z.nullable(instant),
  savedBy: z.nullable(z.string()),
  lease: z.nullable(lease),
  reason: z.string(),
  words: z.int(),
  minutes: z.int(),
  editable: z.boolean(),
});

const nodeParams = z.object({ requestId: id, nodeId: id });

export const readDraft = defineEndpoint({
  id: 'change-request.read-draft',
  method: 'GET',
  path: '/api/change-requests/:requestId/nodes/:nodeId',
  summary: 'The working text of a node beside the text it started from',
  params: nodeParams,
  response: draftView,
});

export const saveDraft = defineEndpoint({
  id: 'change-request.save-draft',
  method: 'PUT',
  path: '/api/change-requests/:requestId/nodes/:nodeId',
  summary: 'Save the working text; a late save is merged, or refused with both texts kept',
  params: nodeParams,
  body: z.object({
    baseVersion: z.int().check(z.gte(0)),
    /** Of the text at that version: a node that was restored, or whose ground moved, has it no more. */
    baseHash: sha256Hex,
    title: draftTitle,
    meta: z.record(z.string(), z.unknown()),
    document: z.nullable(document),
    /** Merge with what others saved meanwhile; without it a late save is only told of. */
    merge: z.optional(z.boolean()),
    /** Where both wrote: what was decided, `ours` being the text sent and `theirs` the one saved. */
    decisions: z.optional(z.array(conflictDecision).check(z.maxLength(1000))),
  }),
  response: z.extend(draftView, {
    /** Whose text came in with this save, nobody's where it came with the ground; null where none did. */
    cameIn: z.nullable(z.object({ savedBy: z.nullable(z.string()), mine: z.boolean() })),
  }),
  errors: [
    'curriculum.document_invalid',
    'curriculum.question_invalid',
    'curriculum.stale_draft',
    'change_request.wrong_state',
  ],
});

const requestParams = z.object({ requestId: id });

export const addNode = defineEndpoint({
  id: 'change-request.add-node',
  method: 'POST',
  path: '/api/change-requests/:requestId/nodes',
  summary: 'Add a module, lesson, quiz or question in the request',
  params: requestParams,
  body: z.object({
    kind: nodeKind,
    parentId: id,
    afterNodeId: z.nullable(id),
    title: draftTitle,
  }),
  response: draftView,
  status: 201,
  errors: ['curriculum.structure_invalid', 'change_request.wrong_state'],
});

export const moveNode = defineEndpoint({
  id: 'change-request.move-node',
  method: 'POST',
  path: '/api/change-requests/:requestId/nodes/:nodeId/move',
  summary: 'Place a node under a parent after a sibling (null: first)',
  params: nodeParams,
  body: z.object({ parentId: id, afterNodeId: z.nullable(id) }),
  response: done,
  errors: ['curriculum.structure_invalid', 'change_request.wrong_state'],
});

export const deleteNode = defineEndpoint({
  id: 'change-request.delete-node',
  method: 'DELETE',
  path: '/api/change-requests/:requestId/nodes/:nodeId',
  summary: 'Take a node out in the request; issued editions keep it',
  params: nodeParams,
  response: done,
  errors: ['curriculum.structure_invalid', 'change_request.wrong_state'],
});

export const restoreNode = defineEndpoint({
  id: 'change-request.restore-node',
  method: 'POST',
  path: '/api/change-requests/:requestId/nodes/:nodeId/restore',
  summary: 'Drop what the request does with a node',
  params: nodeParams,
  response: done,
  errors: ['change_request.wrong_state'],
});

export const takeBackRestoring = defineEndpoint({
  id: 'change-request.take-back-restoring',
  method: 'POST',
  path: '/api/change-requests/:requestId/nodes/:nodeId/restore/undo',
  summary: 'Bring back what the request did with a node before it was restored last',
  params: nodeParams,
  response: done,
  errors: ['change_request.wrong_state', 'request.stale'],
});

export const explainChange = defineEndpoint({
  id: 'change-request.explain',
  method: 'PUT',
  path: '/api/change-requests/:requestId/nodes/:nodeId/reason',
  summary: 'Why this node changes, as the comparison table will say',
  params: nodeParams,
  body: z.object({ reason: text({ min: 0, max: 1000 }) }),
  response: done,
  errors: ['change_request.wrong_state'],
});

export const takeLease = defineEndpoint({
  id: 'change-request.take-lease',
  method: 'PUT',
  path: '/api/change-requests/:requestId/nodes/:nodeId/lease',
  summary: 'Say that one is writing here (90 seconds, renewed); tells who else is',
  params: nodeParams,
  body: z.object({ insist: z.boolean() }),
  response: z.object({ lease }),
  errors: ['curriculum.lease_held'],
});

export const releaseLease = defineEndpoint({
  id: 'change-request.release-lease',
  method: 'DELETE',
  path: '/api/change-requests/:requestId/nodes/:nodeId/lease',
  summary: 'Stop writing here',
  params: nodeParams,
  response: done,
});
