import { DomainError } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { OverlayStore } from '../persistence/overlay-store.js';
import { ranksFor } from '../policies/sibling-ranks.js';
import { EditOverlay } from './edit-overlay.js';

/** Puts a node elsewhere in the request's tree. */
@Injectable()
export class MoveNode {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly overlayRows: OverlayStore,
  ) {}

  /** @throws DomainError `curriculum.structure_invalid` when it may not stand there */
  async run(
    actor: Actor,
    { requestId, nodeId }: { readonly requestId: string; readonly nodeId: string },
    { parentId, afterNodeId }: { readonly parentId: string; readonly afterNodeId: string | null },
  ): Promise<void> {
    await this.editOverlay.run(actor, requestId, async ({ overlay, edit }) => {
      const node = overlay.result.byId.get(nodeId);
      if (node === undefined) throw new DomainError('resource.not_found');
      const ranks = ranksFor(overlay.result, { nodeId, kind: node.kind, parentId, afterNodeId });
      for (const { nodeId: placed, rank } of ranks) {
        await this.overlayRows.place(edit, placed, { parentId, rank });
      }
    });
  }
}
