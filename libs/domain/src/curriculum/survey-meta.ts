/** The marks a respondent may give and what the two ends mean. */
export interface SurveyScale {
  readonly min: number;
  readonly max: number;
  readonly lowLabel: string;
  readonly highLabel: string;
}

/** A form counts only when no more than this share of its indicators was left out. */
export interface SurveyRules {
  readonly oneChoicePerIndicator: boolean;
  readonly invalidAboveUnansweredShare: number;
  readonly anonymous: boolean;
  readonly showFromValidForms: number;
}

/** What a mean from `from` up to `below` (or `upTo`, included) is called. */
export interface SurveyLevel {
  readonly from: number;
  readonly below?: number;
  readonly upTo?: number;
  readonly label: string;
  readonly labelEn: string;
}

export interface SurveyItem {
  readonly id: string;
  readonly text: string;
  readonly textEn?: string;
}

/** When a form is asked: at the end, after each topic, or some months after the course. */
export type SurveyMoment = 'end' | 'afterTopic' | { readonly afterMonths: readonly number[] };

export interface SurveyForm {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly respondents: readonly string[];
  readonly when: SurveyMoment;
  readonly perLecturer?: boolean;
  readonly indicators: readonly SurveyItem[];
  readonly open?: readonly SurveyItem[];
}

/** A quality survey: forms of indicators marked on one scale, and open questions. */
export interface SurveyMeta {
  readonly titleEn: string;
  readonly basis: string;
  readonly basisEn: string;
  readonly scale: SurveyScale;
  readonly rules: SurveyRules;
  readonly levels: readonly SurveyLevel[];
  readonly introduction: string;
  readonly forms: readonly SurveyForm[];
  readonly closing: { readonly thanks: string; readonly thanksEn: string };
}
