import { compareCodeUnits } from '../../shared/text.js';

/** Where a node stands and which revision it shows. `rank` orders siblings; null parent is the top. */
export interface Placement {
  readonly parentId: string | null;
  readonly rank: string;
  readonly revisionId: string;
}

/** One node of a curriculum at one moment. */
export interface TreeRow extends Placement {
  readonly nodeId: string;
}

/** A node with its children in order; `position` counts siblings from 0, `depth` the top from 0. */
export interface CurriculumNode extends TreeRow {
  readonly position: number;
  readonly depth: number;
  readonly children: readonly CurriculumNode[];
}

/** Order among siblings: rank by code unit, equal ranks by node id, so that the order is total. */
export function compareSiblings(
  a: Pick<TreeRow, 'rank' | 'nodeId'>,
  b: Pick<TreeRow, 'rank' | 'nodeId'>,
): number {
  return compareCodeUnits(a.rank, b.rank) || compareCodeUnits(a.nodeId, b.nodeId);
}

/** Every parent's children in order; the key null holds the top of the tree. */
export function childrenByParent<T extends TreeRow>(
  rows: readonly T[],
): ReadonlyMap<string | null, readonly T[]> {
  const byParent = new Map<string | null, T[]>();
  for (const row of rows) {
    const siblings = byParent.get(row.parentId);
    if (siblings) siblings.push(row);
    else byParent.set(row.parentId, [row]);
  }
  for (const siblings of byParent.values()) siblings.sort(compareSiblings);
  return byParent;
}

/** The trees that rows make, from their tops down. Rows that no top reaches are left out. */
export function assembleTree(rows: readonly TreeRow[]): readonly CurriculumNode[] {
  const byParent = childrenByParent(rows);
  const build = (parentId: string | null, depth: number): readonly CurriculumNode[] =>
    (byParent.get(parentId) ?? []).map(({ nodeId, rank, revisionId }, position) => ({
      nodeId,
      parentId,
      rank,
      revisionId,
      position,
      depth,
      children: build(nodeId, depth + 1),
    }));
  return build(null, 0);
}

/** All nodes of trees in reading order: each node before its children. */
export function readingOrder(trees: readonly CurriculumNode[]): readonly CurriculumNode[] {
  return trees.flatMap((node) => [node, ...readingOrder(node.children)]);
}
