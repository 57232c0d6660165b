import type {
  ChoiceGroup,
  Hours,
  ModuleKind,
  QuizMeta,
  ReportTaskMeta,
  StudyItemKind,
} from '@cam-nang/domain';

/** Something to do in a module, as an edition has it. */
export interface PlanItem {
  readonly nodeId: string;
  readonly revisionId: string;
  readonly moduleNodeId: string;
  readonly kind: StudyItemKind;
  readonly label: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly summary: string | null;
  readonly summaryEn: string | null;
  /** Reading time of a lesson, time limit of a quiz. */
  readonly minutes: number | null;
  /** Blocks of a lesson; 0 for everything else. */
  readonly blocksTotal: number;
  readonly quiz: QuizMeta | null;
  readonly report: ReportTaskMeta | null;
}

export interface PlanModule {
  readonly nodeId: string;
  readonly code: string;
  readonly label: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly summary: string | null;
  readonly summaryEn: string | null;
  readonly kind: ModuleKind;
  readonly hours: Hours;
  readonly items: readonly PlanItem[];
}

/** An edition as one studies it: modules with what is to be done in them, in order. */
export interface StudyPlan {
  readonly editionId: string;
  readonly groups: readonly ChoiceGroup[];
  readonly modules: readonly PlanModule[];
  readonly items: ReadonlyMap<string, PlanItem>;
}

/** A module of a plan; undefined when the edition does not have it. */
export function moduleOf(plan: StudyPlan, nodeId: string): PlanModule | undefined {
  return plan.modules.find((module) => module.nodeId === nodeId);
}

/** Every item of a plan, in order. */
export function itemsOf(plan: StudyPlan): readonly PlanItem[] {
  return plan.modules.flatMap((module) => module.items);
}

/** The quizzes that count for the certificate. */
export function finalQuizzes(plan: StudyPlan): readonly (PlanItem & { readonly quiz: QuizMeta })[] {
  return itemsOf(plan).flatMap((item) =>
    item.quiz?.purpose === 'final' ? [{ ...item, quiz: item.quiz }] : [],
  );
}

/** The reports that are to be written. */
export function reportTasks(
  plan: StudyPlan,
): readonly (PlanItem & { readonly report: ReportTaskMeta })[] {
  return itemsOf(plan).flatMap((item) =>
    item.report === null ? [] : [{ ...item, report: item.report }],
  );
}

/** Periods (tiết) of a module, of every kind. */
export function periodsOf({ hours }: Pick<PlanModule, 'hours'>): number {
  return hours.theory + hours.discussion + hours.practice;
}
