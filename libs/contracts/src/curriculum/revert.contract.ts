import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { id, line, text } from '../http/fields.js';
import { changeRequestView } from './change-request.contract.js';

export const openRevertRequest = defineEndpoint({
  id: 'change-request.open-revert',
  method: 'POST',
  path: '/api/editions/:editionId/revert-requests',
  summary:
    'Begin a change request that brings back what an issued edition says, all of it or one node',
  params: z.object({ editionId: id }),
  body: z.object({
    /** The node to bring back; null for the whole curriculum. */
    nodeId: z.nullable(id),
    title: line({ max: 200 }),
    reason: text({ min: 0, max: 2000 }),
  }),
  response: changeRequestView,
  status: 201,
  errors: ['change_request.wrong_state', 'edition.wrong_state', 'curriculum.nothing_changed'],
});
