import type { NodeStep } from '../persistence/line-history-store.js';

type Step = Pick<NodeStep, 'lineId' | 'seq' | 'forkedAt'>;

/**
 * The step that one of a node's steps goes on from: the one before it on its line, or on the main line as
 * it was when the line of errata was forked. Null for the first.
 */
export function stepBefore(steps: readonly Step[], index: number): number | null {
  const step = steps[index];
  if (step === undefined) return null;
  const own = lastIndex(steps, (one) => one.lineId === step.lineId && one.seq < step.seq);
  if (own !== null || step.forkedAt === null) return own;
  const { forkedAt } = step;
  return lastIndex(steps, (one) => one.forkedAt === null && one.seq <= forkedAt);
}

function lastIndex(steps: readonly Step[], holds: (step: Step) => boolean): number | null {
  const index = steps.findLastIndex(holds);
  return index < 0 ? null : index;
}
