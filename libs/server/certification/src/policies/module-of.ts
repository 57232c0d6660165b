import type { OutlineNode } from '@cam-nang/curriculum';

/** The module that a node lies in, itself included; null outside of modules. */
export function moduleOf(outline: readonly OutlineNode[], nodeId: string): OutlineNode | null {
  const node = outline.find((one) => one.nodeId === nodeId);
  if (node === undefined) return null;
  if (node.kind === 'module') return node;
  return node.parentId === null ? null : moduleOf(outline, node.parentId);
}
