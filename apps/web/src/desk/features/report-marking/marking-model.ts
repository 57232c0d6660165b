import { parseTypedNumber } from '../../../lib/i18n/typed.js';
import type { Criterion, ReportRow, SentMark, Submission } from './report-types.js';

/** Filters of the list, as they stand in the address. */
export const FILTERS = ['waiting', 'marked', 'returned', 'missing', 'all'] as const;

export type Filter = (typeof FILTERS)[number];

const STATES: Readonly<Record<Filter, readonly ReportRow['state'][]>> = {
  waiting: ['submitted'],
  marked: ['marked'],
  returned: ['returned'],
  missing: ['none', 'draft'],
  all: ['none', 'draft', 'submitted', 'returned', 'marked'],
};

/** Whether a line is shown under a filter. */
export function belongs({ state }: Pick<ReportRow, 'state'>, filter: Filter): boolean {
  return STATES[filter].includes(state);
}

/** Reads the filter of the address; reports that wait for a mark come first. */
export function filterOf(value: string | undefined): Filter | undefined {
  return FILTERS.find((filter) => filter === value);
}

/** Where a report stands among those that can be opened, and its neighbours. */
export interface Neighbours {
  /** From 1; 0 when the report is not among them. */
  readonly place: number;
  readonly count: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The neighbours of a report among the handed-in ones. */
export function neighboursOf(rows: readonly ReportRow[], submissionId: string): Neighbours {
  const open = handedIn(rows);
  const index = open.indexOf(submissionId);
  return {
    place: index + 1,
    count: open.length,
    before: index > 0 ? open[index - 1] : undefined,
    after: open[index + 1],
  };
}

function handedIn(rows: readonly ReportRow[]): readonly string[] {
  return rows.flatMap(({ submissionId, state }) =>
    submissionId !== null && !belongs({ state }, 'missing') ? [submissionId] : [],
  );
}

/** The next report that waits for a mark, after this one in the list or from its top; undefined when none does. */
export function nextWaiting(rows: readonly ReportRow[], submissionId: string): string | undefined {
  const at = rows.findIndex((row) => row.submissionId === submissionId);
  const round = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return round.find((row) => belongs(row, 'waiting'))?.submissionId ?? undefined;
}

/** A mark as it is typed: points as text by criterion. */
export interface Marking {
  readonly points: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** What is wrong with the points of a criterion. */
export type PointsError = 'pointsMissing' | 'pointsWrong' | 'pointsAbove';

export interface Judged {
  readonly errors: Readonly<Record<string, PointsError | undefined>>;
  /** Sum of what is right so far, in hundredths. */
  readonly total: number;
  readonly passed: boolean;
  /** What may be sent; undefined while a criterion lacks its points. */
  readonly criteria: SentMark['criteria'] | undefined;
}

/** Judges what was typed against the rubric of the task. */
export function judgeMarking(task: Submission['task'], marking: Marking): Judged {
  const judged = task.rubric.map((criterion) => ({
    id: criterion.id,
    ...judgePoints(criterion, marking.points[criterion.id] ?? ''),
  }));
  const total = judged.reduce((sum, one) => sum + (one.points ?? 0), 0);
  const criteria = judged.flatMap(({ id, points }) =>
    points === undefined ? [] : [{ id, points }],
  );
  return {
    errors: Object.fromEntries(judged.map(({ id, error }) => [id, error])),
    total,
    passed: total >= task.passPoints,
    criteria: criteria.length === task.rubric.length ? criteria : undefined,
  };
}

function judgePoints(
  criterion: Pick<Criterion, 'points'>,
  typed: string,
): { readonly points?: number; readonly error?: PointsError } {
  if (typed.trim() === '') return { error: 'pointsMissing' };
  const points = hundredthsOf(typed);
  if (points === undefined) return { error: 'pointsWrong' };
  return points > criterion.points ? { error: 'pointsAbove' } : { points };
}

/** Typed points in hundredths; undefined for what is no number, below nothing or finer than a hundredth. */
export function hundredthsOf(typed: string): number | undefined {
  const number = parseTypedNumber(typed);
  if (number === undefined || number < 0) return undefined;
  const hundredths = Math.round(number * 100);
  return Math.abs(number * 100 - hundredths) < 1e-6 ? hundredths : undefined;
}

/** Points in hundredths as one types them. */
export function typedPoints(hundredths: number): string {
  return String(hundredths / 100).replace('.', ',');
}

/** What the form begins with: the mark that counts where it is looked at again, otherwise nothing. */
export function markingOf({ state, mark }: Pick<Submission, 'state' | 'mark'>): Marking {
  if (state !== 'marked' || mark === null) return { points: {}, comment: '' };
  const points = mark.criteria.map((one) => [one.id, typedPoints(one.points)] as const);
  return { points: Object.fromEntries(points), comment: mark.comment };
}

/** True when both say the same. */
export function isSameMarking(one: Marking, other: Marking): boolean {
  const ids = new Set([...Object.keys(one.points), ...Object.keys(other.points)]);
  return (
    one.comment === other.comment &&
    [...ids].every((id) => (one.points[id] ?? '') === (other.points[id] ?? ''))
  );
}

/** What was kept on this device; undefined for anything else. */
export function readMarking(text: string | null): Marking | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Marking> | null;
    if (kept === null || typeof kept.comment !== 'string') return undefined;
    const entries = Object.entries(kept.points ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return { comment: kept.comment, points: Object.fromEntries(entries) };
  } catch {
    return undefined;
  }
}
