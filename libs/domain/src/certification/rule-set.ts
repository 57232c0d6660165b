import type { BasisPoints, CountingAttempt, Hundredths } from '../assessment/marks.js';
import { WHOLE_SHARE } from '../assessment/marks.js';
import type { DateRange } from '../shared/date-range.js';
import { rangeContains } from '../shared/date-range.js';
import type { CalendarDate } from '../shared/calendar-date.js';

/** A text in Vietnamese and in English. */
export interface RuleText {
  readonly vi: string;
  readonly en: string;
}

/**
 * What a rule rests on. `law` is a confirmed text of this field; `analogue` a rule of a neighbouring
 * field and `practice` common usage, which screens show as the institution's own rule, never as the
 * law; `house` is the institution's rule itself.
 */
export interface RuleBasis {
  readonly strength: 'law' | 'analogue' | 'practice' | 'house';
  readonly document: string;
  readonly article: string;
  readonly text: RuleText;
}

/** What every item has: its number in the printed rules and what it rests on. */
export interface RuleItem {
  readonly number: string;
  readonly basis: RuleBasis;
}

/** The share of the required lessons that must be done. */
export interface StudyRule extends RuleItem {
  readonly minimumShare: BasisPoints;
}

/**
 * The share of the planned periods (tiết) that must be covered by presence, make-up and excused
 * absence; of the latter at most `excusedAllowance` of the planned periods counts.
 */
export interface AttendanceRule extends RuleItem {
  readonly minimumShare: BasisPoints;
  readonly excusedAllowance: BasisPoints;
}

/** Each quiz that counts must reach the share of its scale, in the attempt that counts. */
export interface QuizRule extends RuleItem {
  readonly passShare: BasisPoints;
  readonly countingAttempt: CountingAttempt;
}

/** Each reflective report must reach the share of its scale. */
export interface ReportRule extends RuleItem {
  readonly passShare: BasisPoints;
}

/** How the final mark is made: weights of the mean of the quizzes and of the mean of the reports. */
export interface MarkRule extends RuleItem {
  readonly quizWeight: number;
  readonly reportWeight: number;
}

/** A grade from a mark (bound included) up to the next band. `label` is what the paper prints. */
export interface GradeBand {
  readonly code: string;
  readonly from: Hundredths;
  readonly label: RuleText;
}

/** Grades in rising order of their lower bound; a mark below the first has none. */
export interface GradeRule extends RuleItem {
  readonly bands: readonly GradeBand[];
}

/**
 * Dated parameters for the award of one type of certificate, with their bases. A cohort is pinned to
 * one rule set; a new one never reaches back (law 7). A null condition is not asked for.
 */
export interface RuleSet {
  readonly id: string;
  readonly title: RuleText;
  readonly valid: DateRange;
  /** The scale of marks, in hundredths: 1000 for a scale of ten. */
  readonly scale: Hundredths;
  readonly study: StudyRule;
  readonly attendance: AttendanceRule | null;
  readonly quizzes: QuizRule;
  readonly reports: ReportRule;
  readonly dataConfirmed: RuleItem | null;
  readonly noOpenAppeal: RuleItem;
  readonly survey: RuleItem | null;
  readonly notCertified: RuleItem;
  readonly mark: MarkRule;
  readonly grades: GradeRule;
}

/** The rule set in force on a day: of those whose validity holds it, the one that began last. */
export function ruleSetInForce<R extends Pick<RuleSet, 'valid'>>(
  ruleSets: readonly R[],
  date: CalendarDate,
): R | null {
  return ruleSets
    .filter((ruleSet) => rangeContains(ruleSet.valid, date))
    .reduce<R | null>(
      (latest, ruleSet) =>
        latest === null || ruleSet.valid.from > latest.valid.from ? ruleSet : latest,
      null,
    );
}

/** What is wrong with a rule set, by the field it is wrong in. */
export interface RuleSetProblem {
  readonly field: string;
  readonly code: 'not-a-share' | 'not-a-scale' | 'no-weight' | 'no-bands' | 'bands-not-rising';
}

const isShare = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= WHOLE_SHARE;

function shareProblems(ruleSet: RuleSet): readonly RuleSetProblem[] {
  const shares: readonly (readonly [string, number])[] = [
    ['study.minimumShare', ruleSet.study.minimumShare],
    ['attendance.minimumShare', ruleSet.attendance?.minimumShare ?? 0],
    ['attendance.excusedAllowance', ruleSet.attendance?.excusedAllowance ?? 0],
    ['quizzes.passShare', ruleSet.quizzes.passShare],
    ['reports.passShare', ruleSet.reports.passShare],
  ];
  return shares
    .filter(([, value]) => !isShare(value))
    .map(([field]) => ({ field, code: 'not-a-share' }));
}

function bandProblems({ grades, scale }: RuleSet): readonly RuleSetProblem[] {
  const bounds = grades.bands.map((band) => band.from);
  if (bounds.length === 0) return [{ field: 'grades.bands', code: 'no-bands' }];
  const rising = bounds.every((from, index) => {
    const above = index === 0 ? 0 : (bounds[index - 1] ?? 0) + 1;
    return Number.isInteger(from) && from >= above && from <= scale;
  });
  return rising ? [] : [{ field: 'grades.bands', code: 'bands-not-rising' }];
}

/** Everything that keeps a rule set from being applied; empty when it may be. */
export function checkRuleSet(ruleSet: RuleSet): readonly RuleSetProblem[] {
  const { scale, mark } = ruleSet;
  const weights = [mark.quizWeight, mark.reportWeight];
  const weighed =
    weights.every((weight) => Number.isInteger(weight) && weight >= 0) &&
    weights.some((weight) => weight > 0);
  return [
    ...(Number.isInteger(scale) && scale > 0
      ? []
      : [{ field: 'scale', code: 'not-a-scale' as const }]),
    ...shareProblems(ruleSet),
    ...(weighed ? [] : [{ field: 'mark', code: 'no-weight' as const }]),
    ...bandProblems(ruleSet),
  ];
}
