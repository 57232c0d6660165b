import { hashText, type HashFunction } from '../../shared/bytes.js';
import { compareCodeUnits } from '../../shared/text.js';
import { canonicalJson } from '../canon/canonical-json.js';
import { positions } from './sibling-moves.js';
import type { TreeRow } from './tree.js';

/**
 * Hash of a whole curriculum: of the list (node, parent, position among siblings, content hash)
 * sorted by node. It is printed on decisions and certificates, votes and signatures are about it,
 * and ranks and revision ids do not enter it.
 */
export function manifestHash(
  rows: readonly TreeRow[],
  contentHashOf: (revisionId: string) => string,
  hash: HashFunction,
): string {
  const position = positions(rows);
  const entries = [...rows]
    .sort((a, b) => compareCodeUnits(a.nodeId, b.nodeId))
    .map(({ nodeId, parentId, revisionId }) => [
      nodeId,
      parentId,
      position.get(nodeId) ?? 0,
      contentHashOf(revisionId),
    ]);
  return hashText(canonicalJson(entries), hash);
}
