import type { BlockDiff } from '@cam-nang/domain';
import { idsOf } from '../../../kit/changes/block-ids.js';
import type { ThreadView } from '../thread-types.js';

/** Key of a thread that is about a node, or whose passage is nowhere any more. */
const WHOLE = '';
/** Always the same list: another one each time would have every node of a review drawn anew. */
const NONE: readonly ThreadView[] = [];

/** Threads of the nodes of a text, by the block where their passage is now. */
export class ThreadPlaces {
  private readonly nodes = new Map<string, Map<string, ThreadView[]>>();

  constructor(threads: readonly ThreadView[]) {
    for (const thread of [...threads].sort(byWeight)) {
      const blocks = this.nodes.get(thread.nodeId) ?? new Map<string, ThreadView[]>();
      this.nodes.set(thread.nodeId, blocks);
      const key = thread.place.blockId ?? WHOLE;
      blocks.set(key, [...(blocks.get(key) ?? []), thread]);
    }
  }

  /** Threads about a node as a whole, and those whose passage is gone. */
  ofNode(nodeId: string): readonly ThreadView[] {
    return this.nodes.get(nodeId)?.get(WHOLE) ?? NONE;
  }

  /** Threads about a block or about anything in it. */
  ofBlock(nodeId: string, block: BlockDiff): readonly ThreadView[] {
    const blocks = this.nodes.get(nodeId);
    if (blocks === undefined) return [];
    return [...idsOf(block)].flatMap((id) => blocks.get(id) ?? []);
  }

  /** Blocks of a node that somebody speaks about. */
  blocksOf(nodeId: string): ReadonlySet<string> {
    const keys = [...(this.nodes.get(nodeId)?.keys() ?? [])];
    return new Set(keys.filter((key) => key !== WHOLE));
  }

  /** Threads of nodes that are not among the shown ones. */
  outside(shown: ReadonlySet<string>): readonly ThreadView[] {
    return [...this.nodes].flatMap(([nodeId, blocks]) =>
      shown.has(nodeId) ? [] : [...blocks.values()].flat(),
    );
  }
}

/** What holds the approval up first, then what is open; each in the order of the text, as the server gives them. */
function byWeight(a: ThreadView, b: ThreadView): number {
  return weightOf(a) - weightOf(b);
}

function weightOf({ open, blocking }: ThreadView): number {
  if (!open) return 2;
  return blocking ? 0 : 1;
}

/** How many threads wait for somebody, and how many of them hold the approval up. */
export function countThreads(threads: readonly ThreadView[]) {
  const open = threads.filter((thread) => thread.open);
  return { open: open.length, blocking: open.filter(({ blocking }) => blocking).length };
}

/** The thread to go to first: one that holds the approval up, else the first that is open. */
export function firstThread(threads: readonly ThreadView[]): ThreadView | undefined {
  return threads.filter(({ open }) => open).sort(byWeight)[0];
}
