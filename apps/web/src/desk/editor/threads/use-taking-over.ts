import { takeOverSuggestion } from '@cam-nang/contracts/routes';
import { useAction, type Action } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { invalidate } from '../../data/query.js';
import { OF_TAKING_OVER } from './changes-of-threads.js';
import type { ThreadView } from './thread-types.js';

/** What surrounds the taking over of a wording, where the text is open in an editor. */
export interface AroundTakingOver {
  /** Brings what was typed to the server first; throws the problem when it cannot get there. */
  readonly before: () => Promise<void>;
  /** Shows the text as the server then has it. */
  readonly after: () => Promise<void>;
}

/** Puts a proposed wording into the text: one act from the first press to the text on the screen. */
export function useTakingOver(
  thread: Pick<ThreadView, 'id'>,
  suggestionId: string,
  options: { readonly around: AroundTakingOver | undefined; readonly onDone: () => void },
): Action<[]> {
  const { around, onDone } = options;
  return useAction(async ({ idempotencyKey }) => {
    await around?.before();
    const params = { threadId: thread.id, suggestionId };
    await call(takeOverSuggestion, { params }, { idempotencyKey });
    await around?.after();
    await invalidate(...OF_TAKING_OVER);
    onDone();
  });
}
