/** How good a report is in one respect; `points` is a decimal with at most two places. */
export interface RubricLevel {
  readonly points: number;
  readonly label: string;
  readonly text: string;
  readonly textEn: string;
}

/** One respect in which a report is marked; `points` is the best level's. */
export interface RubricCriterion {
  readonly id: string;
  readonly criterion: string;
  readonly criterionEn: string;
  readonly outcome: string;
  readonly points: number;
  readonly levels: readonly RubricLevel[];
}

export const SUBMISSION_FORMATS = ['typed', 'file', 'photo'] as const;

export type SubmissionFormat = (typeof SUBMISSION_FORMATS)[number];

/** What may be handed in; `returnForImprovement` is how often a report may be given back. */
export interface SubmissionRules {
  readonly formats: readonly SubmissionFormat[];
  readonly maxPages?: number;
  readonly maxFileMegabytes: number;
  readonly returnForImprovement: number;
}

/** A subject that fits a job position. */
export interface ReportSuggestion {
  readonly position: string;
  readonly example: string;
}

/** When a second marker is drawn: marks within `between`, and `random` per cent of the others. */
export interface SecondMarkerRule {
  readonly between: readonly [number, number];
  readonly random: number;
}

/**
 * A reflective report (bài thu hoạch). `task` is block Markdown; `lessons` are node ids, `outcomes`
 * codes; points are decimals with at most two places.
 */
export interface ReportTaskMeta {
  readonly code: string;
  readonly titleEn: string;
  readonly task: string;
  readonly taskEn: string;
  readonly lessons: readonly string[];
  readonly outcomes: readonly string[];
  readonly maxPoints: number;
  readonly passPoints: number;
  readonly wordsMin: number;
  readonly wordsMax: number;
  readonly submission: SubmissionRules;
  readonly suggestions?: readonly ReportSuggestion[];
  readonly secondMarker?: SecondMarkerRule;
  readonly rubric: readonly RubricCriterion[];
}
