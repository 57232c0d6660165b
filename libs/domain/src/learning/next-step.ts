import type { EpochMs } from '../assessment/journal.js';
import type { StudyItem, StudyItemKind, StudyModule } from './study-outline.js';
import { studyStates, type LockReason, type NodeState } from './study-state.js';

/** What is due within this time comes before reading on. */
export const DUE_SOON_MS = 3 * 24 * 3_600_000;

/** Why a step is proposed. */
export type StepReason =
  | { readonly code: 'time-runs'; readonly deadline: EpochMs }
  | { readonly code: 'left-open' }
  | { readonly code: 'closes-soon'; readonly at: EpochMs }
  | { readonly code: 'next-in-order'; readonly moduleId: string; readonly remaining: number }
  | { readonly code: 'text-corrected'; readonly blocks: number }
  | { readonly code: 'needed-for-certificate' }
  | { readonly code: 'certificate-issued' };

/** What to do next, for the home page; texts are made from it by whoever shows it. */
export type NextStep =
  | {
      readonly kind: 'resume-attempt';
      readonly nodeId: string;
      readonly attemptId: string;
      readonly why: StepReason;
    }
  | {
      readonly kind: 'continue-lesson';
      readonly nodeId: string;
      readonly blocksLeft: number;
      readonly why: StepReason;
    }
  | {
      readonly kind: 'start';
      readonly nodeId: string;
      readonly itemKind: StudyItemKind;
      readonly why: StepReason;
    }
  | { readonly kind: 'reread'; readonly nodeId: string; readonly why: StepReason }
  | { readonly kind: 'confirm-data'; readonly why: StepReason }
  | {
      readonly kind: 'collect-certificate';
      readonly certificateId: string;
      readonly why: StepReason;
    }
  | { readonly kind: 'wait'; readonly nodeId: string; readonly reasons: readonly LockReason[] }
  | { readonly kind: 'finished' };

/** What is known about one trainee in one cohort. */
export interface StudyFacts {
  readonly doneItems: ReadonlySet<string>;
  readonly openAttempt: {
    readonly nodeId: string;
    readonly attemptId: string;
    readonly deadline: EpochMs | null;
  } | null;
  /** The lesson last opened, with the blocks still unread in it; null before the first. */
  readonly lastLesson: { readonly nodeId: string; readonly blocksLeft: number } | null;
  /** Lessons done in which an erratum has changed blocks since they were read. */
  readonly corrected: readonly { readonly nodeId: string; readonly blocks: number }[];
  /** Whether the data to be printed are to be confirmed now. */
  readonly dataToConfirm: boolean;
  /** A certificate issued and not yet fetched. */
  readonly certificateId: string | null;
}

interface Standing {
  readonly module: StudyModule;
  readonly item: StudyItem;
  readonly state: NodeState;
  readonly remaining: number;
}

function standings(
  modules: readonly StudyModule[],
  states: ReadonlyMap<string, NodeState>,
): readonly Standing[] {
  return modules.flatMap((module) => {
    const whole = states.get(module.nodeId);
    const remaining = whole === undefined ? 0 : whole.total - whole.done;
    return module.items.flatMap((item) => {
      const state = states.get(item.nodeId);
      return item.required && state !== undefined ? [{ module, item, state, remaining }] : [];
    });
  });
}

function attemptStep({ openAttempt }: StudyFacts): readonly NextStep[] {
  if (openAttempt === null) return [];
  const { nodeId, attemptId, deadline } = openAttempt;
  const why: StepReason =
    deadline === null ? { code: 'left-open' } : { code: 'time-runs', deadline };
  return [{ kind: 'resume-attempt', nodeId, attemptId, why }];
}

function certificateStep({ certificateId }: StudyFacts): readonly NextStep[] {
  if (certificateId === null) return [];
  return [{ kind: 'collect-certificate', certificateId, why: { code: 'certificate-issued' } }];
}

function dueStep(open: readonly Standing[], now: EpochMs): readonly NextStep[] {
  const due = open
    .map(({ item }) => ({ item, at: item.closesAt ?? Infinity }))
    .filter(({ at }) => at <= now + DUE_SOON_MS)
    .sort((one, other) => one.at - other.at)[0];
  if (due === undefined) return [];
  const { nodeId, kind } = due.item;
  return [{ kind: 'start', nodeId, itemKind: kind, why: { code: 'closes-soon', at: due.at } }];
}

function continueStep(open: readonly Standing[], facts: StudyFacts): readonly NextStep[] {
  const { lastLesson } = facts;
  if (lastLesson === null || lastLesson.blocksLeft === 0) return [];
  const isOpen = open.some(({ item }) => item.nodeId === lastLesson.nodeId);
  return isOpen ? [{ kind: 'continue-lesson', ...lastLesson, why: { code: 'left-open' } }] : [];
}

function orderStep(open: readonly Standing[]): readonly NextStep[] {
  const [first] = open;
  if (first === undefined) return [];
  const { nodeId, kind } = first.item;
  const why: StepReason = {
    code: 'next-in-order',
    moduleId: first.module.nodeId,
    remaining: first.remaining,
  };
  return [{ kind: 'start', nodeId, itemKind: kind, why }];
}

function restingStep(all: readonly Standing[]): NextStep {
  const locked = all.find(({ state }) => state.state === 'locked');
  if (locked === undefined) return { kind: 'finished' };
  return { kind: 'wait', nodeId: locked.item.nodeId, reasons: locked.state.reasons };
}

const nodeOf = (step: NextStep): string | null => ('nodeId' in step ? step.nodeId : null);

/**
 * What to do now and why, most pressing first, each node once; never empty. An open attempt comes
 * before all, then a certificate to fetch, what closes within three days, the lesson left in the
 * middle, the next required item in order, data to confirm, and corrected passages. Where nothing
 * can be done, the last step says what it waits for, or that everything is finished.
 */
export function nextSteps(
  modules: readonly StudyModule[],
  facts: StudyFacts,
  now: EpochMs,
): readonly NextStep[] {
  const all = standings(modules, studyStates(modules, facts.doneItems, now));
  const open = all.filter(({ state }) => state.state === 'open');
  const confirm: NextStep = { kind: 'confirm-data', why: { code: 'needed-for-certificate' } };
  const steps: readonly NextStep[] = [
    ...attemptStep(facts),
    ...certificateStep(facts),
    ...dueStep(open, now),
    ...continueStep(open, facts),
    ...orderStep(open),
    ...(facts.dataToConfirm ? [confirm] : []),
    ...facts.corrected.map(({ nodeId, blocks }): NextStep => ({
      kind: 'reread',
      nodeId,
      why: { code: 'text-corrected', blocks },
    })),
  ];
  const once = steps.filter((step, index) => {
    const node = nodeOf(step);
    return node === null || steps.findIndex((other) => nodeOf(other) === node) === index;
  });
  return once.length > 0 ? once : [restingStep(all)];
}
