import type { DefaultAttributes } from '../canon/canonical-document.js';
import type { RichNode } from '../rich-node.js';
import { diffDocuments } from './document-diff.js';
import { countNodes } from './tree-diff.js';
import type { NodeDiff, TreeDiff } from './tree-diff-model.js';

const EMPTY: RichNode = { type: 'doc' };

/**
 * The comparison of two versions with the texts of its changed nodes compared too. `documentOf` gives
 * the text of a revision, or null when it has none; an added or removed text is compared with an
 * empty one. Only nodes whose text differs are asked for.
 */
export function withDocuments(
  diff: TreeDiff,
  documentOf: (revisionId: string) => RichNode | null,
  defaults: DefaultAttributes = {},
): TreeDiff {
  const side = (revision: NodeDiff['before']) =>
    (revision?.docHash ? documentOf(revision.revisionId) : null) ?? EMPTY;
  const nodes = diff.nodes.map((node) =>
    node.documentChanged
      ? { ...node, document: diffDocuments(side(node.before), side(node.after), defaults) }
      : node,
  );
  return { ...diff, nodes, counts: countNodes(nodes) };
}
