import type { listMeetings, recordAttendance, RequestOf, ResponseOf } from '@cam-nang/contracts';

export type MeetingsData = ResponseOf<typeof listMeetings>;
export type Meeting = MeetingsData['meetings'][number];
export type Person = MeetingsData['people'][number];
export type SentMark = RequestOf<typeof recordAttendance>['body']['marks'][number];

/** What is known of one person at a meeting; `periods` is undefined while the roll was not taken. */
export interface Mark {
  readonly periods: number | undefined;
  readonly excused: boolean;
  readonly note: string;
}

/** Marks by enrolment. */
export type Roll = Readonly<Record<string, Mark>>;

const none: Mark = { periods: undefined, excused: false, note: '' };

/** The mark of a person in a roll. */
export function markOf(roll: Roll, enrolmentId: string): Mark {
  return roll[enrolmentId] ?? none;
}

/** The roll as the server has it. */
export function rollOf(meeting: Meeting): Roll {
  return Object.fromEntries(
    meeting.marks.map(({ enrolmentId, periodsPresent, excused, note }) => [
      enrolmentId,
      { periods: periodsPresent, excused, note },
    ]),
  );
}

/** The roll with a change of one person; who was there all the time needs no excuse. */
export function withMark(
  roll: Roll,
  enrolmentId: string,
  change: Partial<Mark>,
  periods: number,
): Roll {
  const next = { ...markOf(roll, enrolmentId), ...change };
  const excused = next.excused && next.periods !== undefined && next.periods < periods;
  return { ...roll, [enrolmentId]: { ...next, excused } };
}

/** Everyone without a mark was there all the time. */
export function fillFull(roll: Roll, people: readonly Person[], periods: number): Roll {
  return people
    .filter((person) => markOf(roll, person.enrolmentId).periods === undefined)
    .reduce((so, person) => withMark(so, person.enrolmentId, { periods }, periods), roll);
}

export interface Count {
  readonly set: number;
  readonly full: number;
  readonly short: number;
  readonly absentPeriods: number;
}

/** How many people are recorded, were there all the time, were not. */
export function countOf(roll: Roll, people: readonly Person[], periods: number): Count {
  const known = people
    .map((person) => markOf(roll, person.enrolmentId).periods)
    .filter((value) => value !== undefined);
  const full = known.filter((value) => value >= periods).length;
  return {
    set: known.length,
    full,
    short: known.length - full,
    absentPeriods: known.reduce((sum, value) => sum + Math.max(0, periods - value), 0),
  };
}

function same(one: Mark, other: Mark): boolean {
  return one.periods === other.periods && one.excused === other.excused && one.note === other.note;
}

/** What differs from what the server has: only this is sent, so that two people may take one roll. */
export function changedMarks(roll: Roll, known: Roll, people: readonly Person[]): SentMark[] {
  return people.flatMap(({ enrolmentId }) => {
    const mark = markOf(roll, enrolmentId);
    if (mark.periods === undefined || same(mark, markOf(known, enrolmentId))) return [];
    return [
      {
        enrolmentId,
        periodsPresent: mark.periods,
        excused: mark.excused,
        note: mark.note.trim(),
      },
    ];
  });
}

/** The roll that was kept on this device, as far as it can be read. */
export function readDraft(text: string | null): Roll | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Roll) : undefined;
  } catch {
    return undefined;
  }
}
