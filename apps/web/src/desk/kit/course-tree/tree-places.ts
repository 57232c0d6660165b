import { mayContain } from '@cam-nang/domain';
import { childrenOf, type TreeNode } from './tree-rows.js';

/** A place in the tree: under a parent, after a sibling (null: first). */
export interface TreePlace {
  readonly parentId: string;
  readonly afterNodeId: string | null;
}

/** Nodes that still stand in the tree, in reading order. */
function standing<N extends TreeNode>(nodes: readonly N[]): readonly N[] {
  return nodes.filter((node) => node.change !== 'deleted');
}

/** The node and everything in it. */
function subtree(nodes: readonly TreeNode[], nodeId: string): ReadonlySet<string> {
  const inside = new Set([nodeId]);
  for (const node of nodes) if (inside.has(node.parentId ?? '')) inside.add(node.nodeId);
  return inside;
}

/** Every place where a node may stand, in reading order; its present one is among them. */
export function placesFor(nodes: readonly TreeNode[], nodeId: string): readonly TreePlace[] {
  const moved = nodes.find((node) => node.nodeId === nodeId);
  if (moved === undefined) return [];
  const own = subtree(nodes, nodeId);
  const there = standing(nodes).filter((node) => !own.has(node.nodeId));
  const children = childrenOf(there);
  return there
    .filter((parent) => mayContain(parent.kind, moved.kind))
    .flatMap(({ nodeId: parentId }) => [
      { parentId, afterNodeId: null },
      ...(children.get(parentId) ?? []).map((sibling) => ({
        parentId,
        afterNodeId: sibling.nodeId,
      })),
    ]);
}

/**
 * Whether a node may stand anywhere else, asked for many nodes of one tree. Listing the places of each would take
 * the square of a large tree; so they are counted once a kind, less those inside the node itself.
 */
export function canStandElsewhere(nodes: readonly TreeNode[]): (nodeId: string) => boolean {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const there = standing(nodes);
  const children = childrenOf(there);
  const under = (parent: TreeNode | undefined, kind: TreeNode['kind']) =>
    parent !== undefined && parent.change !== 'deleted' && mayContain(parent.kind, kind);
  const placesIn = (parent: TreeNode, kind: TreeNode['kind']) =>
    under(parent, kind) ? 1 + (children.get(parent.nodeId)?.length ?? 0) : 0;
  const inAll = new Map<TreeNode['kind'], number>();
  const ofKind = (kind: TreeNode['kind']): number => {
    const known = inAll.get(kind) ?? there.reduce((sum, one) => sum + placesIn(one, kind), 0);
    inAll.set(kind, known);
    return known;
  };
  const inside = (node: TreeNode, kind: TreeNode['kind']): number =>
    (children.get(node.nodeId) ?? []).reduce(
      (sum, child) => sum + inside(child, kind),
      placesIn(node, kind),
    );
  return (nodeId) => {
    const node = byId.get(nodeId);
    if (node === undefined) return false;
    const { kind, parentId, change } = node;
    // The place behind itself is no other place.
    const behind = change !== 'deleted' && under(byId.get(parentId ?? ''), kind) ? 1 : 0;
    return ofKind(kind) - inside(node, kind) - behind > 1;
  };
}

/** Where a node stands now. */
export function placeOf(nodes: readonly TreeNode[], nodeId: string): TreePlace | null {
  const there = standing(nodes);
  const node = there.find((one) => one.nodeId === nodeId);
  if (node === undefined || node.parentId === null) return null;
  const siblings = there.filter((one) => one.parentId === node.parentId);
  const before = siblings[siblings.indexOf(node) - 1];
  return { parentId: node.parentId, afterNodeId: before?.nodeId ?? null };
}

export function samePlace(a: TreePlace | null, b: TreePlace | null): boolean {
  return a?.parentId === b?.parentId && a?.afterNodeId === b?.afterNodeId;
}

export type Step = 'up' | 'down' | 'out' | 'in';

/**
 * The place one step away: up and down through all places in reading order, `out` to the end of the
 * parent before, `in` to the end of the next one. Null at the edge.
 */
export function placeStep(
  places: readonly TreePlace[],
  at: TreePlace,
  step: Step,
): TreePlace | null {
  const index = places.findIndex((place) => samePlace(place, at));
  if (step === 'up') return places[index - 1] ?? null;
  if (step === 'down') return places[index + 1] ?? null;
  const parents = [...new Set(places.map((place) => place.parentId))];
  const beside = parents[parents.indexOf(at.parentId) + (step === 'out' ? -1 : 1)];
  return places.findLast((place) => place.parentId === beside) ?? null;
}

/** The tree with a node (and all in it) put elsewhere: how a move would look. */
export function withMove<N extends TreeNode>(
  nodes: readonly N[],
  nodeId: string,
  { parentId, afterNodeId }: TreePlace,
): readonly N[] {
  const own = subtree(nodes, nodeId);
  const moved = nodes
    .filter((node) => own.has(node.nodeId))
    .map((node) => (node.nodeId === nodeId ? { ...node, parentId } : node));
  const rest = nodes.filter((node) => !own.has(node.nodeId));
  const last = afterNodeId === null ? parentId : lastInside(rest, afterNodeId);
  const index = rest.findIndex((node) => node.nodeId === last);
  return [...rest.slice(0, index + 1), ...moved, ...rest.slice(index + 1)];
}

function lastInside(nodes: readonly TreeNode[], nodeId: string): string {
  const inside = subtree(nodes, nodeId);
  return nodes.findLast((node) => inside.has(node.nodeId))?.nodeId ?? nodeId;
}

/** The place that dropping on a line means: before it, after it, or inside a node that may hold it. */
export function placeAtLine(
  nodes: readonly TreeNode[],
  nodeId: string,
  over: { readonly nodeId: string; readonly half: 'upper' | 'lower' },
): TreePlace | null {
  const places = placesFor(nodes, nodeId);
  const allowed = (place: TreePlace | null) => places.find((one) => samePlace(one, place)) ?? null;
  const line = nodes.find((node) => node.nodeId === over.nodeId);
  if (line === undefined || line.parentId === null) return null;
  const siblings = standing(nodes).filter(
    (node) => node.parentId === line.parentId && node.nodeId !== nodeId,
  );
  const before = siblings[siblings.indexOf(line) - 1]?.nodeId ?? null;
  const beside =
    over.half === 'upper'
      ? { parentId: line.parentId, afterNodeId: before }
      : { parentId: line.parentId, afterNodeId: line.nodeId };
  const inside = places.findLast((place) => place.parentId === line.nodeId) ?? null;
  return allowed(beside) ?? inside;
}
