import type { NodeKind } from '@cam-nang/domain';

/** What an addition looks at in a node. */
export interface AddableNode {
  readonly nodeId: string;
  readonly parentId: string | null;
  readonly kind: NodeKind;
  readonly change?: string | undefined;
}

export const ADDED_KINDS = [
  'lesson',
  'question',
  'module',
  'quiz',
  'bank',
  'annex',
  'outcome',
] as const;
export type AddedKind = (typeof ADDED_KINDS)[number];

/** A new node and where it would stand. */
export interface Addition {
  readonly kind: AddedKind;
  readonly parentId: string;
  readonly afterNodeId: string | null;
}

/**
 * What can be added from where one is: a lesson beside the selected one or at the end of its topic, a
 * question into the bank at hand, a topic after the present one. Without a selection only what stands
 * under the course.
 */
export function additionsFrom(
  nodes: readonly AddableNode[],
  selectedId: string | undefined,
): readonly Addition[] {
  const there = nodes.filter((node) => node.change !== 'deleted');
  const byId = new Map(there.map((node) => [node.nodeId, node]));
  const way = wayUp(byId, selectedId);
  const root = there.find((node) => node.kind === 'root');
  const module = way.find((node) => node.kind === 'module');
  const bank =
    way.find((node) => node.kind === 'bank') ??
    there.find((node) => node.kind === 'bank' && node.parentId === module?.nodeId);
  const parents: Readonly<Record<AddedKind, AddableNode | undefined>> = {
    ...{ lesson: module, quiz: module, question: bank, module: root, annex: root, outcome: root },
    bank: bank === undefined ? module : undefined,
  };
  return ADDED_KINDS.flatMap((kind): Addition[] => {
    const parentId = parents[kind]?.nodeId;
    if (parentId === undefined) return [];
    return [{ kind, parentId, afterNodeId: siblingBefore(there, way, parentId, kind) }];
  });
}

/** The selected node and everything above it. */
function wayUp(
  byId: ReadonlyMap<string, AddableNode>,
  nodeId: string | undefined,
): readonly AddableNode[] {
  const way: AddableNode[] = [];
  for (let at = byId.get(nodeId ?? ''); at !== undefined; at = byId.get(at.parentId ?? '')) {
    way.push(at);
  }
  return way;
}

/** After the selected sibling of the same kind, else after the last of that kind, else at the end. */
function siblingBefore(
  nodes: readonly AddableNode[],
  way: readonly AddableNode[],
  parentId: string,
  kind: AddedKind,
): string | null {
  const siblings = nodes.filter((node) => node.parentId === parentId);
  const own = way.find((node) => node.parentId === parentId && node.kind === kind);
  const last = siblings.findLast((node) => node.kind === kind);
  return (own ?? last ?? siblings.at(-1))?.nodeId ?? null;
}
