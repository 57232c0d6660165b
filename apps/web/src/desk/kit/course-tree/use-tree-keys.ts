import type { KeyboardEvent } from 'react';
import type { Step } from './tree-places.js';
import type { TreeRow } from './tree-rows.js';

export interface TreeActs {
  readonly select: (nodeId: string) => void;
  readonly toggle: (nodeId: string) => void;
  /** Enter: to the thing itself. */
  readonly open: (nodeId: string) => void;
  /** Alt with an arrow: moves the node at once; absent where nothing can be moved. */
  readonly shift?: ((nodeId: string, step: Step) => void) | undefined;
  /** While a node is being placed, arrows lead it through the tree. */
  readonly placing?:
    | {
        readonly step: (step: Step) => void;
        readonly settle: () => void;
        readonly cancel: () => void;
      }
    | undefined;
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/** What a key means on a line of the tree; true when it meant something. */
export function treeKey(
  event: Pick<KeyboardEvent, 'key' | 'altKey'>,
  rows: readonly TreeRow[],
  nodeId: string,
  acts: TreeActs,
): boolean {
  const step = STEPS[event.key];
  if (acts.placing !== undefined) return placingKey(event.key, step, acts.placing);
  if (event.altKey) {
    if (step === undefined || acts.shift === undefined) return false;
    acts.shift(nodeId, step);
    return true;
  }
  return walkingKey(event.key, rows, nodeId, acts);
}

function placingKey(
  key: string,
  step: Step | undefined,
  placing: NonNullable<TreeActs['placing']>,
): boolean {
  if (step !== undefined) placing.step(step);
  else if (key === 'Enter' || key === ' ') placing.settle();
  else if (key === 'Escape') placing.cancel();
  else return false;
  return true;
}

function walkingKey(
  key: string,
  rows: readonly TreeRow[],
  nodeId: string,
  acts: TreeActs,
): boolean {
  const index = rows.findIndex((row) => row.node.nodeId === nodeId);
  const row = rows[index];
  if (row === undefined) return false;
  const goTo = (target: TreeRow | undefined) => {
    if (target !== undefined) acts.select(target.node.nodeId);
  };
  const meanings: Readonly<Record<string, () => void>> = {
    ArrowUp: () => goTo(rows[index - 1]),
    ArrowDown: () => goTo(rows[index + 1]),
    Home: () => goTo(rows[0]),
    End: () => goTo(rows.at(-1)),
    ArrowRight: () =>
      row.hasChildren && !row.isOpen ? acts.toggle(nodeId) : goTo(rows[index + 1]),
    ArrowLeft: () =>
      row.hasChildren && row.isOpen
        ? acts.toggle(nodeId)
        : goTo(rows.find((one) => one.node.nodeId === row.node.parentId)),
    Enter: () => acts.open(nodeId),
  };
  meanings[key]?.();
  return key in meanings;
}
