import type { MeetingRow } from '../persistence/meeting.repository.js';

const TERMS = ['onDate', 'halfDay', 'periods', 'moduleNodeId', 'topic', 'place'] as const;

type Terms = Pick<MeetingRow, (typeof TERMS)[number]>;

/** What differs between a meeting and what it becomes: `onDateBefore` and `onDate`, and so on. */
export function meetingFacts(before: Terms, after: Terms): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    TERMS.filter((term) => before[term] !== after[term]).flatMap((term) => [
      [`${term}Before`, before[term]],
      [term, after[term]],
    ]),
  );
}
