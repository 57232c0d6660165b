import type { LockReason, StepReason } from '@cam-nang/domain';
import { moduleOf, type PlanModule, type StudyPlan } from './study-plan.js';

/** A reason in code and figures; screens say it in words. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

type After = Extract<LockReason, { code: 'after' }>;

/**
 * Why something is locked, in one reason: what has to be done first comes before times. What comes
 * first is said by module: `remaining` items of the first module where some are left, `total` in all.
 */
export function lockReason(reasons: readonly LockReason[], plan: StudyPlan): Reason | null {
  const after = reasons.filter((reason): reason is After => reason.code === 'after');
  if (after.length > 0) return afterReason(after, plan);
  const [first] = reasons;
  return first === undefined || first.code === 'after' ? null : timeReason(first);
}

function afterReason(after: readonly After[], plan: StudyPlan): Reason {
  const moduleIdOf = (nodeId: string) => plan.items.get(nodeId)?.moduleNodeId ?? nodeId;
  const first = moduleIdOf(after[0]?.nodeId ?? '');
  const left = (reasons: readonly After[]) =>
    reasons.reduce((sum, { remaining }) => sum + remaining, 0);
  return {
    code: 'after',
    params: {
      ...namesOf(moduleOf(plan, first)),
      remaining: left(after.filter(({ nodeId }) => moduleIdOf(nodeId) === first)),
      modules: new Set(after.map(({ nodeId }) => moduleIdOf(nodeId))).size,
      total: left(after),
    },
  };
}

function timeReason({ code, at }: Exclude<LockReason, After>): Reason {
  return { code, params: { at: instant(at) } };
}

/** Why a step is proposed. */
export function stepReason(why: StepReason, plan: StudyPlan): Reason {
  switch (why.code) {
    case 'time-runs':
      return { code: why.code, params: { at: instant(why.deadline) } };
    case 'closes-soon':
      return { code: why.code, params: { at: instant(why.at) } };
    case 'next-in-order':
      return {
        code: why.code,
        params: { ...namesOf(moduleOf(plan, why.moduleId)), remaining: why.remaining },
      };
    case 'text-corrected':
      return { code: why.code, params: { blocks: why.blocks } };
    default:
      return { code: why.code, params: {} };
  }
}

/** A module as reasons name it. */
export function namesOf(module: PlanModule | undefined): Reason['params'] {
  return {
    moduleCode: module?.code ?? null,
    title: module?.title ?? null,
    titleEn: module?.titleEn ?? null,
  };
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
