import { mayContain, type NodeKind } from '../node-kinds.js';
import type { Member } from './members.js';
import type { TreeRow } from './tree.js';

export const TREE_RULES = [
  'one_root',
  'parent_present',
  'no_cycle',
  'kind_allowed',
  'once_per_node',
  'no_empty_stay',
] as const;

/** A rule of structure that every commit keeps. */
export type TreeRule = (typeof TREE_RULES)[number];

/** A broken rule and the node that breaks it; null when the whole tree does. */
export interface TreeViolation {
  readonly rule: TreeRule;
  readonly nodeId: string | null;
}

/** Every broken rule of the curriculum at one moment; empty when it is sound. */
export function treeViolations(
  rows: readonly TreeRow[],
  kindOf: (nodeId: string) => NodeKind | undefined,
): readonly TreeViolation[] {
  const parents = new Map(rows.map((row) => [row.nodeId, row.parentId]));
  return [
    ...rootViolations(rows),
    ...duplicates(rows),
    ...rows.flatMap((row) => rowViolations(row, parents, kindOf)),
  ];
}

/** Every broken rule of the intervals themselves: empty stays, and two stays of a node at one time. */
export function intervalViolations(members: readonly Member[]): readonly TreeViolation[] {
  const byNode = new Map<string, Member[]>();
  for (const member of members) {
    byNode.set(member.nodeId, [...(byNode.get(member.nodeId) ?? []), member]);
  }
  return [...byNode].flatMap(([nodeId, stays]): readonly TreeViolation[] => {
    const sorted = [...stays].sort((a, b) => a.fromSeq - b.fromSeq);
    const empty = sorted.some((m) => m.toSeq !== null && m.toSeq <= m.fromSeq);
    const twice = sorted.some((m, index) => {
      const next = sorted[index + 1];
      return next !== undefined && (m.toSeq === null || next.fromSeq < m.toSeq);
    });
    return [
      ...(empty ? [{ rule: 'no_empty_stay' as const, nodeId }] : []),
      ...(twice ? [{ rule: 'once_per_node' as const, nodeId }] : []),
    ];
  });
}

function rootViolations(rows: readonly TreeRow[]): readonly TreeViolation[] {
  const roots = rows.filter((row) => row.parentId === null);
  return roots.length === 1 ? [] : [{ rule: 'one_root', nodeId: null }];
}

function duplicates(rows: readonly TreeRow[]): readonly TreeViolation[] {
  const seen = new Set<string>();
  return rows.flatMap(({ nodeId }): readonly TreeViolation[] => {
    if (seen.has(nodeId)) return [{ rule: 'once_per_node', nodeId }];
    seen.add(nodeId);
    return [];
  });
}

function rowViolations(
  row: TreeRow,
  parents: ReadonlyMap<string, string | null>,
  kindOf: (nodeId: string) => NodeKind | undefined,
): readonly TreeViolation[] {
  const { nodeId, parentId } = row;
  if (parentId !== null && !parents.has(parentId)) return [{ rule: 'parent_present', nodeId }];
  const violations: TreeViolation[] = [];
  if (inCycle(nodeId, parents)) violations.push({ rule: 'no_cycle', nodeId });
  const kind = kindOf(nodeId);
  const parentKind = parentId === null ? null : kindOf(parentId);
  const allowed = kind && parentKind !== undefined && mayContain(parentKind, kind);
  if (!allowed) violations.push({ rule: 'kind_allowed', nodeId });
  return violations;
}

function inCycle(nodeId: string, parents: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>();
  let at = parents.get(nodeId) ?? null;
  while (at !== null && !passed.has(at)) {
    if (at === nodeId) return true;
    passed.add(at);
    at = parents.get(at) ?? null;
  }
  return false;
}
