import * as z from 'zod/mini';
import type { NodeDiff } from '@cam-nang/domain';
import { defineEndpoint } from '../http/endpoint.js';
import { id, instant, sha256Hex } from '../http/fields.js';
import { typedJson } from '../http/typed-json.js';
import { nodeKind } from './course.contract.js';

/** What was written in a request after somebody judged it. */
export const readChangesSince = defineEndpoint({
  id: 'change-request.changes-since',
  method: 'GET',
  path: '/api/change-requests/:requestId/versions/:overlayHash/changes',
  summary: 'What a request says otherwise now than in the version that a verdict was about',
  params: z.object({ requestId: id, overlayHash: sha256Hex }),
  response: z.object({
    /** When that version was judged last. */
    since: instant,
    /** The request as it stands now. */
    overlayHash: sha256Hex,
    /** Whether nothing else can have changed: what is known of that version adds up to its hash. */
    complete: z.boolean(),
    /** Whether the request came since to a line that says other words where it changes something. */
    regrounded: z.boolean(),
    nodes: z.array(
      z.object({
        nodeId: id,
        label: z.string(),
        kind: nodeKind,
        title: z.string(),
        reason: z.string(),
        /** Who wrote in it since, and when last; nobody where that is not kept. */
        by: z.array(z.string()),
        at: z.nullable(instant),
        /** From the version that was judged to the request as it stands. */
        diff: typedJson<NodeDiff>(),
      }),
    ),
  }),
});
