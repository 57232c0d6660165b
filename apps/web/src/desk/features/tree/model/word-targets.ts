import type { AddableNode } from './additions.js';

export type WordInto = 'lesson' | 'module' | 'text';

/** Where a file of Word may go from where one is. */
export interface WordTarget {
  readonly into: WordInto;
  readonly nodeId: string;
}

/** The topic at hand for a new lesson, the selected lesson for its text, the course for a new topic. */
export function wordTargets(
  nodes: readonly AddableNode[],
  selectedId: string | undefined,
): readonly WordTarget[] {
  const there = nodes.filter((node) => node.change !== 'deleted');
  const selected = there.find((node) => node.nodeId === selectedId);
  const lesson = selected?.kind === 'lesson' ? selected : undefined;
  const moduleId = selected?.kind === 'module' ? selected.nodeId : lesson?.parentId;
  const root = there.find((node) => node.kind === 'root');
  return [
    ...(moduleId ? [{ into: 'lesson' as const, nodeId: moduleId }] : []),
    ...(lesson === undefined ? [] : [{ into: 'text' as const, nodeId: lesson.nodeId }]),
    ...(root === undefined ? [] : [{ into: 'module' as const, nodeId: root.nodeId }]),
  ];
}
