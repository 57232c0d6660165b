/** What can happen in a thread, in the words in which it is kept. */
export const THREAD_ENTRY_KINDS = [
  'comment',
  'suggestion',
  'resolved',
  'reopened',
  'taken_over',
  'declined',
] as const;

export type ThreadEntryKind = (typeof THREAD_ENTRY_KINDS)[number];

/** Something said or done. `about` is the suggestion that an answer to one is about. */
export interface ThreadEntry {
  readonly id: string;
  readonly kind: ThreadEntryKind;
  readonly by: string;
  readonly about: string | null;
}

/** What people say about one passage; entries in order, none is ever taken away. */
export interface Thread {
  readonly openedBy: string;
  /** Must be resolved before anybody approves. */
  readonly blocking: boolean;
  readonly entries: readonly ThreadEntry[];
}

export type SuggestionState = 'open' | 'taken_over' | 'declined';

/** Whether a thread still waits for somebody. */
export function isThreadOpen({ entries }: Pick<Thread, 'entries'>): boolean {
  const last = entries.findLast(({ kind }) => kind === 'resolved' || kind === 'reopened');
  return last?.kind !== 'resolved';
}

/** What became of a suggestion; the first answer stands. */
export function suggestionState(
  { entries }: Pick<Thread, 'entries'>,
  suggestionId: string,
): SuggestionState {
  for (const { kind, about } of entries) {
    if (about !== suggestionId) continue;
    if (kind === 'taken_over' || kind === 'declined') return kind;
  }
  return 'open';
}
