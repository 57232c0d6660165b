import type { EndpointDescriptor, ResponseOf } from '@cam-nang/contracts';
import type { Route } from '@cam-nang/contracts/routes';
import { askFresh } from '../../account/fresh.js';
import { useAction, type Action } from '../../lib/api/action.js';
import { call, type CallInput } from '../../lib/api/call.js';
import { asProblem } from '../../lib/api/problem.js';
import { invalidate } from './query.js';

/**
 * An act at an endpoint: `const open = useAct(openCohort, { changes: [listCohorts], onDone: (cohort) => … })`,
 * then `open.run({ body })`, `open.busy`, `open.problem`. What it changes is read again. Where the server
 * asks for fresh authentication the person is asked for the password and the act goes on.
 */
export function useAct<E extends EndpointDescriptor>(
  route: Route<E>,
  options: {
    readonly changes?: readonly { readonly path: string }[];
    readonly onDone?: (answer: ResponseOf<E>) => void | Promise<void>;
  } = {},
): Action<[CallInput<E>]> {
  return useAction(async ({ idempotencyKey }, input: CallInput<E>) => {
    const answer = await callFresh(route, input, idempotencyKey);
    await invalidate(...(options.changes ?? []));
    await options.onDone?.(answer);
  });
}

async function callFresh<E extends EndpointDescriptor>(
  route: Route<E>,
  input: CallInput<E>,
  idempotencyKey: string,
): Promise<ResponseOf<E>> {
  try {
    return await call(route, input, { idempotencyKey });
  } catch (error) {
    const asked = asProblem(error).code === 'session.fresh_authentication_required';
    if (!asked || !(await askFresh())) throw error;
    return call(route, input);
  }
}
