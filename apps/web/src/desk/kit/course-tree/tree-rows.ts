import type { Hours, NodeKind } from '@cam-nang/domain';

/** A line of a curriculum's tree, as far as the tree itself goes. */
export interface TreeNode {
  readonly nodeId: string;
  readonly parentId: string | null;
  readonly kind: NodeKind;
  readonly label: string;
  readonly code: string | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly moduleKind: 'compulsory' | 'elective' | 'assessment' | null;
  readonly hours: Hours | null;
  readonly minutes: number | null;
  readonly questions: number | null;
  /** What a change request does with it; absent in an edition. */
  readonly change?: string | undefined;
}

/** A shown line. Levels count from 1; the course itself is not a line. */
export interface TreeRow<N extends TreeNode = TreeNode> {
  readonly node: N;
  readonly level: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

/** Id of the line that gathers the learning outcomes of a course. */
export const OUTCOMES_LINE = 'outcomes';

/** Children by parent, in reading order. */
export function childrenOf<N extends TreeNode>(
  nodes: readonly N[],
): ReadonlyMap<string | null, readonly N[]> {
  const found = new Map<string | null, N[]>();
  for (const node of nodes) {
    const siblings = found.get(node.parentId);
    if (siblings === undefined) found.set(node.parentId, [node]);
    else siblings.push(node);
  }
  return found;
}

/**
 * The lines to show: what is inside a closed node is left out. Learning outcomes of the course come
 * last, gathered under one line.
 */
export function treeRows<N extends TreeNode>(
  nodes: readonly N[],
  open: ReadonlySet<string>,
): readonly TreeRow<N>[] {
  const children = childrenOf(nodes);
  const rows: TreeRow<N>[] = [];
  const add = (siblings: readonly N[], level: number): void => {
    for (const node of siblings) {
      const inside = children.get(node.nodeId) ?? [];
      const isOpen = open.has(node.nodeId);
      rows.push({ node, level, hasChildren: inside.length > 0, isOpen });
      if (isOpen) add(inside, level + 1);
    }
  };
  const top = (children.get(null) ?? []).flatMap((root) => children.get(root.nodeId) ?? []);
  const outcomes = top.filter((node) => node.kind === 'outcome');
  add(
    top.filter((node) => node.kind !== 'outcome'),
    1,
  );
  const [first] = outcomes;
  if (first === undefined) return rows;
  const isOpen = open.has(OUTCOMES_LINE);
  rows.push({ node: gathered(first, outcomes), level: 1, hasChildren: true, isOpen });
  if (isOpen) add(outcomes, 2);
  return rows;
}

/** The line above the outcomes: no node of the curriculum, so it has nothing but its size. */
function gathered<N extends TreeNode>(like: N, outcomes: readonly N[]): N {
  const nothing = { label: '', code: null, title: '', titleEn: null, hours: null };
  const change = outcomes.some(isChanged) ? 'through_child' : 'none';
  return {
    ...like,
    ...nothing,
    nodeId: OUTCOMES_LINE,
    questions: outcomes.length,
    ...(like.change !== undefined && { change }),
  };
}

/** Whether a request does anything with the node itself. */
export function isChanged({ change }: TreeNode): boolean {
  return change !== undefined && change !== 'none' && change !== 'through_child';
}

/** Changed nodes and everything above them, which says where they are. */
export function onlyChanged<N extends TreeNode>(nodes: readonly N[]): readonly N[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const kept = new Set<string>();
  for (const node of nodes) {
    if (!isChanged(node)) continue;
    for (let at: N | undefined = node; at !== undefined; at = byId.get(at.parentId ?? '')) {
      kept.add(at.nodeId);
    }
  }
  return nodes.filter((node) => kept.has(node.nodeId));
}

/** What stands open at first: everything above a change, banks of questions only when `banksToo`. */
export function openAtFirst(nodes: readonly TreeNode[], banksToo = false): ReadonlySet<string> {
  const shown = onlyChanged(nodes);
  const parents = new Set(shown.map((node) => node.parentId));
  const outcomes = shown.some((node) => node.kind === 'outcome') ? [OUTCOMES_LINE] : [];
  return new Set([
    ...shown.flatMap(({ nodeId, kind }) =>
      parents.has(nodeId) && (banksToo || kind !== 'bank') ? [nodeId] : [],
    ),
    ...outcomes,
  ]);
}

/** The set with one node opened, or closed when it was open. */
export function toggled(open: ReadonlySet<string>, nodeId: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(nodeId)) next.add(nodeId);
  return next;
}

/** The set with everything above a node opened. */
export function opened(
  open: ReadonlySet<string>,
  nodes: readonly TreeNode[],
  nodeId: string,
): ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const next = new Set(open);
  for (let at = byId.get(nodeId); at !== undefined; at = byId.get(at.parentId ?? '')) {
    if (at.parentId !== null) next.add(at.parentId);
    if (at.kind === 'outcome') next.add(OUTCOMES_LINE);
  }
  return next;
}
