import { assembleTree, readingOrder, type NodeKind, type VersionNode } from '@cam-nang/domain';
import { numbering } from './numbering.js';

/** A node as a version shows it, with everything that is kept of its revision but the text itself. */
export interface VersionRow extends VersionNode {
  readonly slug: string;
  readonly stemHash: string | null;
  readonly keyHash: string | null;
}

/** A node at its place in a version. */
export interface PlacedNode extends VersionRow {
  /** The number it is printed with ("2", "2.3"); empty for nodes without one. */
  readonly label: string;
  /** 0 for the root. */
  readonly depth: number;
  /** Among siblings, from 0. */
  readonly position: number;
}

/** The whole curriculum at one moment: an edition, a commit, or a change request laid over its base. */
export interface CurriculumVersion {
  /** In reading order: each node before its children. */
  readonly nodes: readonly PlacedNode[];
  readonly byId: ReadonlyMap<string, PlacedNode>;
  readonly children: (nodeId: string) => readonly PlacedNode[];
}

/** Lays rows out as a tree. `labels` are frozen numbers; without them numbers follow the order. */
export function curriculumVersion(
  rows: readonly VersionRow[],
  labels?: ReadonlyMap<string, string>,
): CurriculumVersion {
  const rowOf = new Map(rows.map((row) => [row.nodeId, row]));
  const order = readingOrder(assembleTree(rows));
  const numbers = labels ?? numbering(order, (nodeId) => rowOf.get(nodeId)?.kind);
  const nodes = order.flatMap(({ nodeId, depth, position }): PlacedNode[] => {
    const row = rowOf.get(nodeId);
    if (row === undefined) return [];
    return [{ ...row, label: numbers.get(nodeId) ?? '', depth, position }];
  });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const byParent = new Map<string, PlacedNode[]>();
  for (const node of nodes) {
    if (node.parentId === null) continue;
    const siblings = byParent.get(node.parentId);
    if (siblings === undefined) byParent.set(node.parentId, [node]);
    else siblings.push(node);
  }
  return { nodes, byId, children: (nodeId) => byParent.get(nodeId) ?? [] };
}

/** Nodes of a kind, in reading order. */
export function nodesOfKind(version: CurriculumVersion, kind: NodeKind): readonly PlacedNode[] {
  return version.nodes.filter((node) => node.kind === kind);
}

/** Numbers of a version by node id, as an edition freezes them. */
export function labelsOf(version: CurriculumVersion): ReadonlyMap<string, string> {
  const numbered = version.nodes.filter((node) => node.label !== '');
  return new Map(numbered.map((node) => [node.nodeId, node.label]));
}

/** A node and everything under it, each before its children; empty for a node that is not there. */
export function subtree(version: CurriculumVersion, nodeId: string): readonly PlacedNode[] {
  const node = version.byId.get(nodeId);
  if (node === undefined) return [];
  const inner = version.children(nodeId).flatMap((child) => subtree(version, child.nodeId));
  return [node, ...inner];
}
