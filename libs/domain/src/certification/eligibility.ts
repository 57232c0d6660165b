import {
  passes,
  toMark,
  WHOLE_SHARE,
  type BasisPoints,
  type Hundredths,
  type Score,
} from '../assessment/marks.js';
import { finalMark, gradeOf } from './final-mark.js';
import type { AttendanceRule, GradeBand, RuleBasis, RuleItem, RuleSet } from './rule-set.js';

/** Presence in periods (tiết), whole numbers; what is neither is unexcused absence. */
export interface AttendanceFacts {
  readonly planned: number;
  readonly present: number;
  readonly madeUp: number;
  readonly excused: number;
}

/** The score that counts on one quiz or report; null while there is none. */
export interface ScoredWork {
  readonly nodeId: string;
  readonly score: Score | null;
}

/** Everything about one trainee that an award depends on. */
export interface EligibilityFacts {
  readonly lessons: { readonly done: number; readonly required: number };
  readonly attendance: AttendanceFacts;
  readonly quizzes: readonly ScoredWork[];
  readonly reports: readonly ScoredWork[];
  readonly dataConfirmed: boolean;
  readonly openAppeals: number;
  readonly surveyAnswered: boolean;
  readonly alreadyCertified: boolean;
}

export type ConditionCode =
  | 'study-completed'
  | 'attendance'
  | 'quiz-passed'
  | 'report-passed'
  | 'data-confirmed'
  | 'no-open-appeal'
  | 'survey-answered'
  | 'not-certified';

/**
 * A figure of a condition, for whoever shows it: a share of whole things, periods with what they
 * are made of, a mark on its scale (null: none yet), a count, or yes and no.
 */
export type ConditionFigure =
  | { readonly kind: 'share'; readonly part: number; readonly whole: number }
  | {
      readonly kind: 'periods';
      readonly counted: number;
      readonly planned: number;
      readonly present: number;
      readonly madeUp: number;
      readonly excused: number;
      /** Excused periods within the allowance. */
      readonly excusedCounted: number;
    }
  | { readonly kind: 'mark'; readonly mark: Hundredths | null; readonly scale: Hundredths }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'flag'; readonly value: boolean };

/** The figure asked for: at least a share, at least a mark, at most a count, or a flag. */
export type RequiredFigure =
  | { readonly kind: 'least-share'; readonly share: BasisPoints }
  | { readonly kind: 'least-mark'; readonly mark: Hundredths; readonly scale: Hundredths }
  | { readonly kind: 'most-count'; readonly count: number }
  | { readonly kind: 'flag'; readonly value: boolean };

/** One condition with its figures, met or not, and the rule it comes from. */
export interface Condition {
  readonly code: ConditionCode;
  /** The quiz or report it is about; null for conditions about the whole. */
  readonly nodeId: string | null;
  readonly met: boolean;
  readonly actual: ConditionFigure;
  readonly required: RequiredFigure;
  readonly basis: RuleBasis;
  /** Number of the item in the rule set. */
  readonly ruleItem: string;
}

/** The outcome of an evaluation, to be stored with the award that it led to. */
export interface Evaluation {
  readonly ruleSetId: string;
  readonly eligible: boolean;
  readonly conditions: readonly Condition[];
  /** The final mark on the rule set's scale; null while a part of it is missing. */
  readonly mark: Hundredths | null;
  /** The band of the mark; null without a mark, below the first band, or while not eligible. */
  readonly grade: GradeBand | null;
}

const from = (item: RuleItem): Pick<Condition, 'basis' | 'ruleItem'> => ({
  basis: item.basis,
  ruleItem: item.number,
});

/** Whether a share of whole things reaches basis points, exactly; nothing of nothing does. */
const reaches = (part: number, whole: number, share: BasisPoints): boolean =>
  part * WHOLE_SHARE >= share * whole;

function studyCondition(facts: EligibilityFacts, { study }: RuleSet): Condition {
  const { done, required } = facts.lessons;
  return {
    code: 'study-completed',
    nodeId: null,
    met: reaches(done, required, study.minimumShare),
    actual: { kind: 'share', part: done, whole: required },
    required: { kind: 'least-share', share: study.minimumShare },
    ...from(study),
  };
}

function attendanceCondition(facts: EligibilityFacts, rule: AttendanceRule): Condition {
  const { planned, present, madeUp, excused } = facts.attendance;
  const allowed = Math.floor((planned * rule.excusedAllowance) / WHOLE_SHARE);
  const excusedCounted = Math.min(excused, allowed);
  const counted = Math.min(planned, present + madeUp + excusedCounted);
  return {
    code: 'attendance',
    nodeId: null,
    met: reaches(counted, planned, rule.minimumShare),
    actual: { kind: 'periods', counted, planned, present, madeUp, excused, excusedCounted },
    required: { kind: 'least-share', share: rule.minimumShare },
    ...from(rule),
  };
}

function workCondition(
  code: 'quiz-passed' | 'report-passed',
  { nodeId, score }: ScoredWork,
  scale: Hundredths,
  rule: RuleItem & { readonly passShare: BasisPoints },
): Condition {
  const mark = score === null ? null : toMark(score, scale);
  return {
    code,
    nodeId,
    met: mark !== null && passes(mark, scale, rule.passShare),
    actual: { kind: 'mark', mark, scale },
    required: {
      kind: 'least-mark',
      mark: Math.ceil((scale * rule.passShare) / WHOLE_SHARE),
      scale,
    },
    ...from(rule),
  };
}

function flagCondition(
  code: ConditionCode,
  value: boolean,
  wanted: boolean,
  rule: RuleItem,
): Condition {
  return {
    code,
    nodeId: null,
    met: value === wanted,
    actual: { kind: 'flag', value },
    required: { kind: 'flag', value: wanted },
    ...from(rule),
  };
}

function appealCondition({ openAppeals }: EligibilityFacts, { noOpenAppeal }: RuleSet): Condition {
  return {
    code: 'no-open-appeal',
    nodeId: null,
    met: openAppeals === 0,
    actual: { kind: 'count', count: openAppeals },
    required: { kind: 'most-count', count: 0 },
    ...from(noOpenAppeal),
  };
}

/** The conditions that a rule set may leave out. */
function optionalConditions(facts: EligibilityFacts, ruleSet: RuleSet): readonly Condition[] {
  const { dataConfirmed, survey } = ruleSet;
  return [
    ...(dataConfirmed === null
      ? []
      : [flagCondition('data-confirmed', facts.dataConfirmed, true, dataConfirmed)]),
    ...(survey === null
      ? []
      : [flagCondition('survey-answered', facts.surveyAnswered, true, survey)]),
  ];
}

/**
 * Judges whether one trainee may be given the certificate. Every condition of the rule set is
 * returned, met or not, with its figures and its basis (law 9); marks are converted to the rule
 * set's scale, rounded, then compared (law 11). The outcome depends on nothing but the facts and the
 * rule set passed in, so a later rule set changes no earlier result (law 7).
 */
export function evaluate(facts: EligibilityFacts, ruleSet: RuleSet): Evaluation {
  const { scale, attendance } = ruleSet;
  const conditions: readonly Condition[] = [
    studyCondition(facts, ruleSet),
    ...(attendance === null ? [] : [attendanceCondition(facts, attendance)]),
    ...facts.quizzes.map((work) => workCondition('quiz-passed', work, scale, ruleSet.quizzes)),
    ...facts.reports.map((work) => workCondition('report-passed', work, scale, ruleSet.reports)),
    ...optionalConditions(facts, ruleSet),
    appealCondition(facts, ruleSet),
    flagCondition('not-certified', facts.alreadyCertified, false, ruleSet.notCertified),
  ];
  const eligible = conditions.every((condition) => condition.met);
  const mark = finalMark(facts, ruleSet);
  const grade = eligible && mark !== null ? gradeOf(mark, ruleSet.grades.bands) : null;
  return { ruleSetId: ruleSet.id, eligible, conditions, mark, grade };
}
