import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { id } from '../http/fields.js';
import { changeRequestView } from './change-request.contract.js';

export const amendChangeRequest = defineEndpoint({
  id: 'change-request.amend',
  method: 'POST',
  path: '/api/change-requests/:requestId/amendment',
  summary: 'Make an erratum that is more than one an amendment; nothing that it says is lost',
  params: z.object({ requestId: id }),
  response: changeRequestView,
  errors: ['change_request.wrong_state'],
});
