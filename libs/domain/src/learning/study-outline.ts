import type { EpochMs } from '../assessment/journal.js';
import type { Hours, ModuleKind } from '../curriculum/revision-meta.js';

/** When something opens and closes in a cohort; a null bound is open, `closesAt` is outside. */
export interface OpenTimes {
  readonly opensAt: EpochMs | null;
  readonly closesAt: EpochMs | null;
}

export type StudyItemKind = 'lesson' | 'quiz' | 'report-task' | 'survey';

/** Something to do in a module. */
export interface StudyItem extends OpenTimes {
  readonly nodeId: string;
  readonly kind: StudyItemKind;
  /** False for what is only offered, like a practice quiz. */
  readonly required: boolean;
  /** Node ids of items or modules that must be done before. */
  readonly opensAfter: readonly string[];
}

/** A topic of a cohort's edition with what is to be done in it, in order. */
export interface StudyModule extends OpenTimes {
  readonly nodeId: string;
  readonly moduleKind: ModuleKind;
  readonly hours: Hours;
  readonly opensAfter: readonly string[];
  readonly items: readonly StudyItem[];
}
