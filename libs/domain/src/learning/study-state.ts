import type { EpochMs } from '../assessment/journal.js';
import type { OpenTimes, StudyItem, StudyModule } from './study-outline.js';

/**
 * Why something is locked: another node must be done first (`remaining` required items of it are
 * left), it opens later, or it has closed.
 */
export type LockReason =
  | { readonly code: 'after'; readonly nodeId: string; readonly remaining: number }
  | { readonly code: 'opens-at'; readonly at: EpochMs }
  | { readonly code: 'closed-at'; readonly at: EpochMs };

/** Where a module or an item stands. What is done stays done, whatever locks. */
export interface NodeState {
  readonly state: 'done' | 'open' | 'locked';
  /** Every reason, not only the first; empty unless locked. */
  readonly reasons: readonly LockReason[];
  /** Required items done and in all; an item counts as one of itself. */
  readonly done: number;
  readonly total: number;
}

/** How many required items are left, by node id of items and modules. */
function remainingByNode(
  modules: readonly StudyModule[],
  doneItems: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const remaining = new Map<string, number>();
  for (const module of modules) {
    for (const item of module.items) remaining.set(item.nodeId, doneItems.has(item.nodeId) ? 0 : 1);
    const left = module.items.filter((item) => item.required && !doneItems.has(item.nodeId));
    remaining.set(module.nodeId, left.length);
  }
  return remaining;
}

function reasonsFor(
  node: OpenTimes & { readonly opensAfter: readonly string[] },
  remaining: ReadonlyMap<string, number>,
  now: EpochMs,
): readonly LockReason[] {
  const after = node.opensAfter.flatMap((nodeId): readonly LockReason[] => {
    const left = remaining.get(nodeId) ?? 0;
    return left > 0 ? [{ code: 'after', nodeId, remaining: left }] : [];
  });
  const early = node.opensAt !== null && now < node.opensAt;
  const late = node.closesAt !== null && now >= node.closesAt;
  return [
    ...after,
    ...(early ? [{ code: 'opens-at' as const, at: node.opensAt ?? now }] : []),
    ...(late ? [{ code: 'closed-at' as const, at: node.closesAt ?? now }] : []),
  ];
}

function stateOf(
  done: number,
  total: number,
  finished: boolean,
  reasons: readonly LockReason[],
): NodeState {
  if (finished) return { state: 'done', reasons: [], done, total };
  return { state: reasons.length > 0 ? 'locked' : 'open', reasons, done, total };
}

function itemState(
  item: StudyItem,
  doneItems: ReadonlySet<string>,
  reasons: readonly LockReason[],
): NodeState {
  const done = doneItems.has(item.nodeId);
  return stateOf(done ? 1 : 0, 1, done, reasons);
}

/**
 * The state of every module and item, by node id. A module is done when it has required items and
 * all of them are done; an item of a locked module is locked for the module's reasons and its own.
 * A prerequisite that the edition does not have locks nothing.
 */
export function studyStates(
  modules: readonly StudyModule[],
  doneItems: ReadonlySet<string>,
  now: EpochMs,
): ReadonlyMap<string, NodeState> {
  const remaining = remainingByNode(modules, doneItems);
  const states = new Map<string, NodeState>();
  for (const module of modules) {
    const moduleReasons = reasonsFor(module, remaining, now);
    const total = module.items.filter((item) => item.required).length;
    const left = remaining.get(module.nodeId) ?? 0;
    const finished = total > 0 && left === 0;
    states.set(module.nodeId, stateOf(total - left, total, finished, moduleReasons));
    for (const item of module.items) {
      const reasons = [...moduleReasons, ...reasonsFor(item, remaining, now)];
      states.set(item.nodeId, itemState(item, doneItems, reasons));
    }
  }
  return states;
}
