import type { NodeKind, RevisionMetaByKind } from '@cam-nang/domain';
import type { VersionRow } from './curriculum-version.js';

/** What a node's revision says, when the node is of the kind; null for any other kind. */
export function metaOf<K extends NodeKind>(
  node: Pick<VersionRow, 'kind' | 'meta'> | undefined,
  kind: K,
): RevisionMetaByKind[K] | null {
  if (node?.kind !== kind) return null;
  return node.meta as unknown as RevisionMetaByKind[K];
}

/** A text of a node's meta, whatever its kind; null when it has none of that name. */
export function metaText(node: Pick<VersionRow, 'meta'>, name: 'code' | 'titleEn'): string | null {
  const value: unknown = node.meta[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
