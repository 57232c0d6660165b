import { revisionHashes, type RichNode } from '@cam-nang/domain';
import { sha256 } from '../integrity/sha256.js';
import type { DraftRow } from '../persistence/draft-store.js';
import type { JudgedNode } from '../persistence/judged-store.js';
import type { OverlayItemRow } from '../persistence/overlay-store.js';
import { draftContent, layOver, type Overlay } from './overlay.js';

/**
 * A request as it stood when it was judged, over what it stands on now: what others changed on the line meanwhile is no
 * difference of the request. `texts` are the kept documents by hash.
 */
export function judgedOverlay(
  { request, base }: Overlay,
  judged: readonly JudgedNode[],
  texts: ReadonlyMap<string, RichNode>,
): Overlay {
  // A node that the line has given up meanwhile has no place to be shown at.
  const there = judged.filter(
    ({ nodeId, placement }) => placement !== null || base.byId.has(nodeId),
  );
  return layOver({
    request,
    base,
    items: there.map(itemOf),
    drafts: there.flatMap((node) => draftOf(node, request.createdAt, texts)),
  });
}

function itemOf({ nodeId, kind, slug, placement, deleted }: JudgedNode): OverlayItemRow {
  return {
    ...{ nodeId, kind, slug, deleted },
    placed: placement !== null,
    parentId: placement?.parentId ?? null,
    rank: placement?.rank ?? null,
    revisionId: null,
    reason: '',
    changeClass: null,
    restudy: false,
  };
}

/** When and by whom it was saved last is told by what came after the verdict, not by what stood before. */
function draftOf(
  { nodeId, kind, content }: JudgedNode,
  savedAt: Date,
  texts: ReadonlyMap<string, RichNode>,
): DraftRow[] {
  if (content === null) return [];
  const { title, meta, docHash } = content;
  const document = docHash === null ? null : (texts.get(docHash) ?? null);
  const { contentHash } = revisionHashes(draftContent({ kind }, { title, meta, document }), sha256);
  const written = { nodeId, title, meta, document, contentHash };
  return [{ ...written, version: 0, savedAt, savedBy: '', changedWords: 0 }];
}
