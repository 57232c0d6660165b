import { DomainError } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { OverlayStore } from '../persistence/overlay-store.js';
import { subtree, type CurriculumVersion } from '../policies/curriculum-version.js';
import type { Overlay } from '../policies/overlay.js';
import { EditOverlay } from './edit-overlay.js';

/** Drops what a request does with a node, so that it is as in the base again. */
@Injectable()
export class RestoreNode {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly overlayRows: OverlayStore,
  ) {}

  /** A node that was taken out comes back with what went with it, and with what it stood in. */
  async run(actor: Actor, requestId: string, nodeId: string): Promise<void> {
    await this.editOverlay.run(actor, requestId, async ({ overlay }) => {
      if (!overlay.items.has(nodeId)) throw new DomainError('resource.not_found');
      await this.overlayRows.drop(requestId, restored(overlay, nodeId));
    });
  }
}

function restored(overlay: Overlay, nodeId: string): string[] {
  const { base, items, result } = overlay;
  if (!base.byId.has(nodeId)) return newSubtree(overlay, nodeId);
  if (items.get(nodeId)?.deleted !== true) return [nodeId];
  const deleted = (id: string) => items.get(id)?.deleted === true;
  const inside = subtree(base, nodeId).map((inner) => inner.nodeId);
  const above = ancestors(base, nodeId).filter((id) => !result.byId.has(id));
  return [nodeId, ...[...inside, ...above].filter(deleted)];
}

/** A node that the request made goes for good, with what it holds; what came from the base goes home. */
function newSubtree({ result }: Overlay, nodeId: string): string[] {
  return subtree(result, nodeId).map((inner) => inner.nodeId);
}

function ancestors(version: CurriculumVersion, nodeId: string): string[] {
  const found: string[] = [];
  let at = version.byId.get(nodeId)?.parentId ?? null;
  while (at !== null) {
    found.push(at);
    at = version.byId.get(at)?.parentId ?? null;
  }
  return found;
}
