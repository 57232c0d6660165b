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
