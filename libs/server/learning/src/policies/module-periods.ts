import { periodsOf, type PlanModule } from './study-plan.js';

/** Periods (tiết) of a module as squares are drawn for them. */
export interface ModulePeriods {
  readonly done: number;
  /** 1 while a period beyond the finished ones has been begun. */
  readonly started: number;
  readonly total: number;
}

/** What of a module's lessons is finished and begun. */
export interface LessonCounts {
  readonly done: number;
  readonly begun: number;
  readonly total: number;
}

/**
 * Periods of a module that count as studied: its periods in the share of its lessons done, whole
 * periods only, none in the learner's favour. All of them once the last lesson is done.
 */
export function modulePeriods(module: PlanModule, lessons: LessonCounts): ModulePeriods {
  const total = periodsOf(module);
  const done = lessons.total === 0 ? 0 : Math.floor((total * lessons.done) / lessons.total);
  const within = lessons.total > 0 && (total * lessons.done) % lessons.total > 0;
  return { done, started: done < total && (within || lessons.begun > 0) ? 1 : 0, total };
}
