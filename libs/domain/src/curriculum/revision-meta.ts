import type { NodeKind } from './node-kinds.js';
import type { QuestionContent } from './question-content.js';
import type { ReportTaskMeta } from './report-task-meta.js';
import type { RichNode } from './rich-node.js';
import type { SurveyMeta } from './survey-meta.js';

/** Study time by kind, in whole periods (tiết). */
export interface Hours {
  readonly theory: number;
  readonly discussion: number;
  readonly practice: number;
}

export const MODULE_KINDS = ['compulsory', 'elective', 'assessment'] as const;

export type ModuleKind = (typeof MODULE_KINDS)[number];

/** A sentence in both languages. */
export interface BilingualText {
  readonly text: string;
  readonly textEn: string;
}

/** "Choose `choose` of these modules": `modules` are node ids. */
export interface ChoiceGroup {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly modules: readonly string[];
  readonly choose: number;
  readonly note?: string;
  readonly noteEn?: string;
}

/** The course itself. Every admissible path of modules takes `days` × `periodsPerDay` periods. */
export interface RootMeta {
  readonly code: string;
  readonly titleEn: string;
  readonly days: number;
  readonly periodsPerDay: number;
  readonly goals: readonly BilingualText[];
  readonly notice: string;
  readonly noticeEn: string;
  readonly groups: readonly ChoiceGroup[];
}

/** A topic (chuyên đề); `outcomes` are codes. */
export interface ModuleMeta {
  readonly code: string;
  readonly titleEn: string;
  readonly moduleKind: ModuleKind;
  readonly hours: Hours;
  readonly outcomes: readonly string[];
  readonly summary: string;
  readonly summaryEn: string;
}

/**
 * The Markdown that a lesson was read from, by its SHA-256; it is what the lesson says as long as `of` is
 * the hash of the lesson's document. Nobody reads it in the lesson, so it enters no count of words.
 */
export interface MarkdownSource {
  readonly source: string;
  readonly of: string;
}

/** A lesson (bài); `minutes` is the expected reading time, `outcomes` are codes. */
export interface LessonMeta {
  readonly titleEn: string;
  readonly minutes: number;
  readonly outcomes: readonly string[];
  readonly summary: string;
  readonly summaryEn: string;
  readonly keywords: readonly string[];
  readonly markdown?: MarkdownSource;
}

/** An annex: a document beside the lessons. */
export interface AnnexMeta {
  readonly titleEn: string;
  readonly summary: string;
  readonly summaryEn: string;
  readonly keywords: readonly string[];
}

export const QUIZ_PURPOSES = ['practice', 'final'] as const;

export type QuizPurpose = (typeof QUIZ_PURPOSES)[number];

export const QUIZ_REVIEWS = ['immediate', 'afterClose'] as const;

export type QuizReview = (typeof QUIZ_REVIEWS)[number];

/** "Draw `count` questions of this bank": `bankId` is a node id. */
export interface QuizDraw {
  readonly bankId: string;
  readonly count: number;
}

/**
 * A quiz. `timeLimitMinutes` and `attempts` are null when there is no limit; `passMark` counts on a
 * scale from 0 to `scale`; `review` says when answers and feedback open.
 */
export interface QuizMeta {
  readonly titleEn: string;
  readonly purpose: QuizPurpose;
  readonly draws: readonly QuizDraw[];
  readonly timeLimitMinutes: number | null;
  readonly attempts: number | null;
  readonly passMark: number;
  readonly scale: number;
  readonly shuffle: boolean;
  readonly review: QuizReview;
  readonly offline: boolean;
}

/** A bank of questions; its questions are its children. */
export interface BankMeta {
  readonly titleEn: string;
}

/** A learning outcome (chuẩn đầu ra); its wording is the revision's title. */
export interface OutcomeMeta {
  readonly code: string;
  readonly titleEn: string;
}

/** What a revision's `meta` holds, by kind of node. */
export interface RevisionMetaByKind {
  readonly root: RootMeta;
  readonly module: ModuleMeta;
  readonly lesson: LessonMeta;
  readonly quiz: QuizMeta;
  readonly bank: BankMeta;
  readonly question: QuestionContent;
  readonly 'report-task': ReportTaskMeta;
  readonly survey: SurveyMeta;
  readonly outcome: OutcomeMeta;
  readonly annex: AnnexMeta;
}

/** The immutable content of one revision of a node of kind `K`; `doc` is null where a kind has no text. */
export interface RevisionContentOf<K extends NodeKind> {
  readonly kind: K;
  readonly title: string;
  readonly meta: RevisionMetaByKind[K];
  readonly doc: RichNode | null;
}

/** The immutable content of a revision, told apart by `kind`. */
export type RevisionContent = { [K in NodeKind]: RevisionContentOf<K> }[NodeKind];
