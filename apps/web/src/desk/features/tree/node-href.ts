import type { OverlayNode } from '../../kit/curriculum/types.js';
import { href } from '../../routes.js';

/** Where a node is written: the editor of its kind; undefined for what is edited in the panel. */
export function nodeHref(
  requestId: string,
  node: Pick<OverlayNode, 'nodeId' | 'kind' | 'change'> | undefined,
): string | undefined {
  if (node === undefined || node.change === 'deleted') return undefined;
  const { nodeId } = node;
  switch (node.kind) {
    case 'lesson':
    case 'annex':
      return href('lessonEditor', { requestId, nodeId });
    case 'question':
      return href('questionEditor', { requestId, nodeId });
    case 'bank':
      return href('questions', { requestId }, { bank: nodeId });
    default:
      return undefined;
  }
}
