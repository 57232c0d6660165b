import { DomainError } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { OverlayStore } from '../persistence/overlay-store.js';
import { subtree } from '../policies/curriculum-version.js';
import { EditOverlay } from './edit-overlay.js';

/**
 * Takes a node, with everything in it, out of the request's tree; issued editions keep it. What the request made of all
 * of it is kept for whoever brings it back (`RestoreNode`).
 */
@Injectable()
export class DeleteNode {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly overlayRows: OverlayStore,
  ) {}

  /** @throws DomainError `curriculum.structure_invalid` for the root */
  async run(actor: Actor, requestId: string, nodeId: string): Promise<void> {
    await this.editOverlay.run(actor, requestId, async ({ overlay, edit }) => {
      const node = overlay.result.byId.get(nodeId);
      if (node === undefined) throw new DomainError('resource.not_found');
      if (node.parentId === null) {
        const violations = [{ rule: 'one_root', nodeId }];
        throw new DomainError('curriculum.structure_invalid', { violations });
      }
      const gone = subtree(overlay.result, nodeId).map((inner) => inner.nodeId);
      await this.overlayRows.takeOut(edit, gone);
    });
  }
}
