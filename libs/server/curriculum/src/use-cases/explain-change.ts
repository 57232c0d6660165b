import { DomainError } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { OverlayStore } from '../persistence/overlay-store.js';
import { EditOverlay } from './edit-overlay.js';

/** Says why a node changes, as the comparison table will print it. */
@Injectable()
export class ExplainChange {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly overlayRows: OverlayStore,
  ) {}

  async run(
    actor: Actor,
    { requestId, nodeId }: { readonly requestId: string; readonly nodeId: string },
    reason: string,
  ): Promise<void> {
    await this.editOverlay.run(actor, requestId, async ({ overlay, edit }) => {
      const known = overlay.result.byId.has(nodeId) || overlay.base.byId.has(nodeId);
      if (!known) throw new DomainError('resource.not_found');
      await this.overlayRows.explain(edit, nodeId, reason);
    });
  }
}
