import { ok, refused, type Result } from '../../shared/result.js';
import { isThreadOpen, suggestionState, type Thread, type ThreadEntryKind } from './thread.js';

export type ThreadCommand =
  | { readonly kind: 'answer'; readonly by: string; readonly suggests: boolean }
  | { readonly kind: 'resolve'; readonly by: string }
  | { readonly kind: 'reopen'; readonly by: string }
  | { readonly kind: 'take_over'; readonly by: string; readonly suggestionId: string }
  | {
      readonly kind: 'decline';
      readonly by: string;
      readonly suggestionId: string;
      readonly reason: string;
    };

export const THREAD_COMMANDS = ['answer', 'resolve', 'reopen', 'take_over', 'decline'] as const;

/** What must be known from outside to judge a command. */
export interface ThreadContext {
  /** Code of the refusal when what the thread is about is closed: then nothing can be said any more. */
  readonly closed: string | null;
  /** Whether the person may write in what the thread is about. */
  readonly mayEdit: boolean;
  /** Whether the person has the last word on it and may resolve what others hold against it. */
  readonly mayOverrule: boolean;
}

/** An entry that a command leads to. */
export interface NewThreadEntry {
  readonly kind: ThreadEntryKind;
  readonly about: string | null;
}

type Decision = Result<readonly NewThreadEntry[]>;
type Command<K extends ThreadCommand['kind']> = Extract<ThreadCommand, { kind: K }>;

/**
 * What a command does to a thread, or why it is refused. Asking for the state that a thread has already does
 * nothing, so that two people may press the same button. Who holds something against a text takes that back
 * themselves, or whoever has the last word does.
 *
 * Refusals: the code of `closed`, `permission.denied`, `comment.opener_resolves`, `comment.suggestion_settled`,
 * `resource.not_found`, `request.invalid`.
 */
export function decideThread(
  thread: Thread,
  command: ThreadCommand,
  context: ThreadContext,
): Decision {
  if (context.closed !== null) return refused(context.closed);
  switch (command.kind) {
    case 'answer':
      return ok([{ kind: command.suggests ? 'suggestion' : 'comment', about: null }]);
    case 'resolve':
      return resolve(thread, command, context);
    case 'reopen':
      return ok(isThreadOpen(thread) ? [] : [{ kind: 'reopened', about: null }]);
    case 'take_over':
      return takeOver(thread, command, context);
    case 'decline':
      return decline(thread, command, context);
  }
}

function resolve(
  thread: Thread,
  { by }: Command<'resolve'>,
  { mayOverrule }: ThreadContext,
): Decision {
  if (!isThreadOpen(thread)) return ok([]);
  if (thread.blocking && by !== thread.openedBy && !mayOverrule) {
    return refused('comment.opener_resolves', { openedBy: thread.openedBy });
  }
  return ok([{ kind: 'resolved', about: null }]);
}

/** Taking over what was wished for settles the thread, unless somebody else holds something against the text. */
function takeOver(
  thread: Thread,
  { suggestionId }: Command<'take_over'>,
  { mayEdit }: ThreadContext,
): Decision {
  const problem = unsettled(thread, suggestionId);
  if (problem !== null) return problem;
  if (!mayEdit) return refused('permission.denied');
  const taken = { kind: 'taken_over' as const, about: suggestionId };
  const proposer = thread.entries.find(({ id }) => id === suggestionId)?.by;
  const settles = isThreadOpen(thread) && (!thread.blocking || proposer === thread.openedBy);
  return ok(settles ? [taken, { kind: 'resolved', about: null }] : [taken]);
}

/** Who writes may decline with a reason; who proposed may take the proposal back. */
function decline(
  thread: Thread,
  { by, suggestionId, reason }: Command<'decline'>,
  { mayEdit }: ThreadContext,
): Decision {
  const problem = unsettled(thread, suggestionId);
  if (problem !== null) return problem;
  const own = thread.entries.some((entry) => entry.id === suggestionId && entry.by === by);
  if (!mayEdit && !own) return refused('permission.denied');
  if (reason.trim() === '') {
    return refused('request.invalid', { field: 'reason', reason: 'required' });
  }
  return ok([{ kind: 'declined', about: suggestionId }]);
}

function unsettled(thread: Thread, suggestionId: string): Decision | null {
  const known = thread.entries.some(({ id, kind }) => id === suggestionId && kind === 'suggestion');
  if (!known) return refused('resource.not_found');
  const state = suggestionState(thread, suggestionId);
  return state === 'open' ? null : refused('comment.suggestion_settled', { state });
}
