/**
 * What a question node holds: one shape per type of the course format, shared by the editor, the
 * quiz, grading and the diff.
 *
 * Texts (`stem`, `text`, `left`, `right`, `feedback`) are one line of inline Markdown: `**bold**`,
 * `*italic*`, `` `code` `` and line breaks; an empty string means "none". Every choosable part has an
 * `id` that stays the same through corrections, so that an old answer can always be read again. Ids
 * reach the taker, so they must not betray the key: no counting in the order of the right answer.
 */
export const QUESTION_TYPES = [
  'single',
  'multiple',
  'truefalse',
  'kprim',
  'short',
  'numeric',
  'matching',
  'ordering',
  'gaps',
] as const;

export type QuestionType = (typeof QUESTION_TYPES)[number];

export const QUESTION_DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

export type QuestionDifficulty = (typeof QUESTION_DIFFICULTIES)[number];

/** Inline Markdown, NFC; see the head of this file. */
export type InlineMarkdown = string;

/** An exact decimal in plain notation with a point: `12`, `-0.5`, `3.14`. Never an exponent. */
export type DecimalString = string;

/** What every question has, whatever its type. */
export interface QuestionCommon {
  readonly stem: InlineMarkdown;
  /** Shown after answering, whatever was answered. */
  readonly feedback: InlineMarkdown;
  /** Node of the lesson to read again after a wrong answer. */
  readonly lessonId: string | null;
  /** Code of the learning outcome that the question tests. */
  readonly outcome: string | null;
  readonly difficulty: QuestionDifficulty;
  readonly tags: readonly string[];
}

/** A choice that is right or wrong. */
export interface ChoiceOption {
  readonly id: string;
  readonly text: InlineMarkdown;
  readonly correct: boolean;
  /** Shown to whoever chose it. */
  readonly feedback: InlineMarkdown;
}

/**
 * A choice whose author may also weigh it: `fraction` is in hundredths of the question's mark, from
 * -100 to 100. When no option of a question has one, the type's own rule of grading decides.
 */
export interface WeighedOption extends ChoiceOption {
  readonly fraction?: number;
}

/** Exactly one option is right. */
export interface SingleQuestion extends QuestionCommon {
  readonly type: 'single';
  readonly options: readonly WeighedOption[];
}

/** Any number of options is right; the taker ticks a set. */
export interface MultipleQuestion extends QuestionCommon {
  readonly type: 'multiple';
  readonly options: readonly WeighedOption[];
}

/** Two options (for instance "Đúng" and "Sai"), exactly one of them right. */
export interface TrueFalseQuestion extends QuestionCommon {
  readonly type: 'truefalse';
  readonly options: readonly ChoiceOption[];
}

/** Statements, each to be judged true (`correct`) or false by itself. */
export interface KprimQuestion extends QuestionCommon {
  readonly type: 'kprim';
  readonly options: readonly ChoiceOption[];
}

/** A short text; any of `accepted` is right. */
export interface ShortQuestion extends QuestionCommon {
  readonly type: 'short';
  readonly accepted: readonly string[];
}

/** A number within `answer` ± `tolerance`, both exact decimals; `unit` is printed beside the field. */
export interface NumericQuestion extends QuestionCommon {
  readonly type: 'numeric';
  readonly answer: DecimalString;
  readonly tolerance: DecimalString;
  readonly unit: string;
}

/** `left` belongs to `right`. The two sides have ids of their own, so that an id gives nothing away. */
export interface MatchingPair {
  readonly id: string;
  readonly left: InlineMarkdown;
  readonly rightId: string;
  readonly right: InlineMarkdown;
}

export interface MatchingQuestion extends QuestionCommon {
  readonly type: 'matching';
  readonly pairs: readonly MatchingPair[];
}

export interface OrderingItem {
  readonly id: string;
  readonly text: InlineMarkdown;
}

/** `order` lists the items in the right order. */
export interface OrderingQuestion extends QuestionCommon {
  readonly type: 'ordering';
  readonly order: readonly OrderingItem[];
}

export interface GapsText {
  readonly text: InlineMarkdown;
}

export interface GapsGap {
  readonly gapId: string;
  readonly accepted: readonly string[];
}

/** A run of text or a gap; tell them apart with `'gapId' in segment`. */
export type GapsSegment = GapsText | GapsGap;

export interface GapsQuestion extends QuestionCommon {
  readonly type: 'gaps';
  readonly segments: readonly GapsSegment[];
}

/** The content of a question node, told apart by `type`. */
export type QuestionContent =
  | SingleQuestion
  | MultipleQuestion
  | TrueFalseQuestion
  | KprimQuestion
  | ShortQuestion
  | NumericQuestion
  | MatchingQuestion
  | OrderingQuestion
  | GapsQuestion;
