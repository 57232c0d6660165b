import type { OverlayItem } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { JudgedStore, type NewJudgedNode } from '../persistence/judged-store.js';
import { draftContent, type Overlay } from '../policies/overlay.js';
import { documentToKeep } from './keep-revisions.js';

/** Keeps the version of a request that a verdict is about, so that what changed since can be shown whole. */
@Injectable()
export class KeepJudged {
  constructor(
    private readonly documents: DocumentStore,
    private readonly judged: JudgedStore,
  ) {}

  async run(overlay: Overlay): Promise<void> {
    const { request, hash, effective, items, drafts, result } = overlay;
    const kept = effective.map(({ nodeId, placement, deleted, revisionId }) => {
      const [item, draft] = [items.get(nodeId), drafts.get(nodeId)];
      const written = revisionId !== null && item !== undefined && draft !== undefined;
      const docHash = result.byId.get(nodeId)?.docHash ?? null;
      const content = written ? { title: draft.title, meta: draft.meta, docHash } : null;
      const node: NewJudgedNode = { nodeId, placement: placed(placement), deleted, content };
      return { node, documents: written ? documentToKeep(draftContent(item, draft), docHash) : [] };
    });
    await this.documents.put(kept.flatMap(({ documents }) => documents));
    await this.judged.put(
      request.id,
      hash,
      kept.map(({ node }) => node),
    );
  }
}

/** The root stands under nothing and is never moved. */
function placed(placement: OverlayItem['placement']): NewJudgedNode['placement'] {
  if (placement === null || placement.parentId === null) return null;
  return { parentId: placement.parentId, rank: placement.rank };
}
