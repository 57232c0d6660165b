import { Accounts } from '@cam-nang/identity';
import { Injectable } from '@nestjs/common';
import { OverlayStore } from '../persistence/overlay-store.js';
import { draftContent, type Overlay } from '../policies/overlay.js';
import { KeepRevisions } from './keep-revisions.js';

/** Makes revisions of the working texts of a request. */
@Injectable()
export class CheckpointDrafts {
  constructor(
    private readonly keep: KeepRevisions,
    private readonly overlayRows: OverlayStore,
    private readonly accounts: Accounts,
  ) {}

  /** Answers the revision of every node whose text the request changes, by node. */
  async run(overlay: Overlay): Promise<ReadonlyMap<string, string>> {
    const { request, base, items, drafts, effective } = overlay;
    const rewritten = effective.flatMap(({ nodeId, revisionId }) => {
      const [item, draft] = [items.get(nodeId), drafts.get(nodeId)];
      if (revisionId === null || item === undefined || draft === undefined) return [];
      const parentRevisionId = base.byId.get(nodeId)?.revisionId ?? null;
      return [{ nodeId, content: draftContent(item, draft), parentRevisionId }];
    });
    const names = await this.accounts.names([request.authorId]);
    const revisionIds = await this.keep.run(rewritten, {
      requestId: request.id,
      authorId: request.authorId,
      authorLabel: names.get(request.authorId) ?? '',
    });
    const made = new Map<string, string>();
    for (const [index, { nodeId }] of rewritten.entries()) {
      const revisionId = revisionIds[index] ?? '';
      made.set(nodeId, revisionId);
      await this.overlayRows.setRevision(request.id, nodeId, revisionId);
    }
    return made;
  }
}
