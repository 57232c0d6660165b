import { markFromShare, toMark, type Hundredths, type Score } from '../assessment/marks.js';
import type { GradeBand, RuleSet } from './rule-set.js';

/** The scores that a final mark is made of; null where one is still missing. */
export interface MarkedWork {
  readonly quizzes: readonly { readonly score: Score | null }[];
  readonly reports: readonly { readonly score: Score | null }[];
}

interface WeighedMarks {
  readonly weight: number;
  readonly marks: readonly (Hundredths | null)[];
}

/** The sum of marks, or null when one is missing. */
function sumOf(marks: readonly (Hundredths | null)[]): Hundredths | null {
  return marks.reduce<Hundredths | null>(
    (sum, mark) => (sum === null || mark === null ? null : sum + mark),
    0,
  );
}

/**
 * The final mark: the mean of the quizzes and the mean of the reports, weighed, over the published
 * marks (each already rounded to one decimal, so that the holder can recompute it by hand) and
 * rounded once more at the end, half up (law 11). A kind of work that the course does not set gives
 * its weight to the other. Null while a mark is missing or where nothing is marked at all.
 */
export function finalMark(work: MarkedWork, { scale, mark }: RuleSet): Hundredths | null {
  const toMarks = (items: readonly { readonly score: Score | null }[]): (Hundredths | null)[] =>
    items.map(({ score }) => (score === null ? null : toMark(score, scale)));
  const groups: readonly WeighedMarks[] = [
    { weight: mark.quizWeight, marks: toMarks(work.quizzes) },
    { weight: mark.reportWeight, marks: toMarks(work.reports) },
  ].filter((group) => group.weight > 0 && group.marks.length > 0);
  const whole = groups.reduce((total, group) => total + group.weight, 0);
  const denominator = groups.reduce((product, group) => product * group.marks.length, 1);
  let part = 0;
  for (const group of groups) {
    const sum = sumOf(group.marks);
    if (sum === null) return null;
    part += (group.weight * sum * denominator) / group.marks.length;
  }
  return whole === 0 ? null : markFromShare({ part, whole: whole * denominator }, 1);
}

/** The band a mark falls into: the last whose lower bound it reaches; null below the first. */
export function gradeOf(mark: Hundredths, bands: readonly GradeBand[]): GradeBand | null {
  return bands.findLast((band) => mark >= band.from) ?? null;
}
