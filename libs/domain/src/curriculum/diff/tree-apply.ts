import { DomainError } from '../../shared/domain-error.js';
import { childrenByParent } from '../line/tree.js';
import { withFields, type JsonRecord } from './field-changes.js';
import type { NodeDiff, NodeRevision, TreeDiff, VersionNode } from './tree-diff-model.js';

/** A node of a version with its place as a position. */
export interface PlacedNode extends Omit<VersionNode, 'rank'> {
  readonly position: number;
}

/**
 * The version that a comparison turns `before` into, node by node with positions in place of ranks.
 *
 * @throws DomainError `curriculum.base_moved` when a compared node is not as it was
 */
export function applyTreeDiff(
  diff: TreeDiff,
  before: readonly VersionNode[],
): readonly PlacedNode[] {
  const nodes = new Map(before.map((node) => [node.nodeId, node]));
  const lists = new Map<string | null, string[]>();
  for (const [parentId, siblings] of childrenByParent(before)) {
    lists.set(
      parentId,
      siblings.map(({ nodeId }) => nodeId),
    );
  }
  for (const node of diff.nodes) takeOut(lists, nodes, node);
  const arriving = diff.nodes.filter((node) => node.to && (node.status === 'added' || node.moved));
  const ordered = [...arriving].sort((a, b) => (a.to?.position ?? 0) - (b.to?.position ?? 0));
  for (const { nodeId, to } of ordered) {
    if (!to) continue;
    const list = lists.get(to.parentId) ?? [];
    list.splice(to.position, 0, nodeId);
    lists.set(to.parentId, list);
  }
  const changes = new Map(diff.nodes.map((node) => [node.nodeId, node]));
  return [...lists].flatMap(([parentId, list]) =>
    list.flatMap((nodeId, position) => {
      const content = contentAfter(nodes.get(nodeId), changes.get(nodeId));
      return content ? [{ ...content, nodeId, parentId, position }] : [];
    }),
  );
}

function takeOut(
  lists: ReadonlyMap<string | null, string[]>,
  nodes: ReadonlyMap<string, VersionNode>,
  { nodeId, before, from, status, moved }: NodeDiff,
): void {
  if (nodes.get(nodeId)?.contentHash !== before?.contentHash) {
    throw new DomainError('curriculum.base_moved', { reason: 'other_revision', nodeId });
  }
  if (!from || (status !== 'removed' && !moved)) return;
  const list = lists.get(from.parentId);
  list?.splice(list.indexOf(nodeId), 1);
}

type Content = NodeRevision & { readonly kind: VersionNode['kind']; readonly meta: JsonRecord };

function contentAfter(node: VersionNode | undefined, change: NodeDiff | undefined): Content | null {
  if (change?.after) {
    const meta = withFields(node?.meta ?? {}, change.meta, 'after');
    return { ...change.after, kind: change.kind, meta };
  }
  if (!node) return null;
  const { revisionId, title, docHash, contentHash, studyHash, kind, meta } = node;
  return { revisionId, title, docHash, contentHash, studyHash, kind, meta };
}
