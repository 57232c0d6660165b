import { DomainError } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { OverlayStore, type Ground, type OverlayEdit } from '../persistence/overlay-store.js';
import { subtree } from '../policies/curriculum-version.js';
import type { Overlay } from '../policies/overlay.js';
import { EditOverlay } from './edit-overlay.js';

/** Brings a node back that a request took out; else drops what the request does with it, so that it is as in the base. */
@Injectable()
export class RestoreNode {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly overlayRows: OverlayStore,
  ) {}

  /**
   * A node that was taken out comes back as the request had it, words and places, with what went with it and with what
   * it stood in.
   */
  async run(actor: Actor, requestId: string, nodeId: string): Promise<void> {
    await this.editOverlay.run(actor, requestId, async ({ overlay, edit }) => {
      const item = overlay.items.get(nodeId);
      if (item === undefined) throw new DomainError('resource.not_found');
      if (item.deleted) return this.bringBack(overlay, edit, nodeId);
      const over = groundOf(overlay, nodeId);
      if (over !== null) await this.overlayRows.setAside(edit, nodeId, over);
      await this.overlayRows.drop(requestId, asInBase(overlay, nodeId));
    });
  }

  /**
   * Takes the last restoring of a node of the edition back: words, place and reason are as they were.
   *
   * @throws DomainError `request.stale` where the request does something else with the node by now, and where it came to
   *   lie over other words or another place: nobody was asked about those, and they would be undone unseen
   */
  async takeBack(actor: Actor, requestId: string, nodeId: string): Promise<void> {
    await this.editOverlay.run(actor, requestId, async ({ overlay, edit }) => {
      if (overlay.items.has(nodeId)) throw new DomainError('request.stale');
      const over = await this.overlayRows.setAsideOver(requestId, nodeId);
      if (over === null) throw new DomainError('resource.not_found');
      if (!isSame(over, groundOf(overlay, nodeId))) throw new DomainError('request.stale');
      await this.overlayRows.takeUp(edit, nodeId);
      const item = (await this.overlayRows.items(requestId)).find((row) => row.nodeId === nodeId);
      const { parentId = null } = item ?? {};
      if (parentId !== null && !overlay.result.byId.has(parentId)) {
        await this.overlayRows.unplace(edit, [nodeId]);
      }
    });
  }

  private async bringBack(overlay: Overlay, edit: OverlayEdit, nodeId: string): Promise<void> {
    const back = takenOutWith(overlay, nodeId);
    const lost = back.filter((id) => !hasPlace(overlay, id));
    const [home, gone] = [
      lost.filter((id) => overlay.base.byId.has(id)),
      lost.filter((id) => !overlay.base.byId.has(id)),
    ];
    if (gone.includes(nodeId)) throw new DomainError('resource.not_found');
    await this.overlayRows.unplace(edit, home);
    await this.overlayRows.drop(edit.requestId, gone);
    await this.overlayRows.bringBack(edit, back);
  }
}

function groundOf({ base }: Overlay, nodeId: string): Ground | null {
  const node = base.byId.get(nodeId);
  if (node === undefined) return null;
  const { parentId, rank, contentHash } = node;
  return { parentId, rank, contentHash };
}

function isSame(before: Ground, now: Ground | null): boolean {
  return (
    before.parentId === now?.parentId &&
    before.rank === now.rank &&
    before.contentHash === now.contentHash
  );
}

/** A node that the request made goes for good, with what it holds; what came from the base goes home. */
function asInBase({ base, result }: Overlay, nodeId: string): string[] {
  if (base.byId.has(nodeId)) return [nodeId];
  return subtree(result, nodeId).map((inner) => inner.nodeId);
}

/** What was taken out with a node, and what it stood in, as far as that was taken out too. */
function takenOutWith(overlay: Overlay, nodeId: string): string[] {
  const above = new Set(wayUp(overlay, nodeId));
  const deleted = [...overlay.items.values()].filter((item) => item.deleted);
  return deleted
    .map((item) => item.nodeId)
    .filter((id) => above.has(id) || wayUp(overlay, id).includes(nodeId));
}

/** A node and everything that it stands in, as the request placed it. */
function wayUp(overlay: Overlay, nodeId: string): readonly string[] {
  const way: string[] = [];
  let at: string | null = nodeId;
  while (at !== null && !way.includes(at)) {
    way.push(at);
    at = parentOf(overlay, at);
  }
  return way;
}

function parentOf({ base, items }: Overlay, nodeId: string): string | null {
  const item = items.get(nodeId);
  return item?.placed === true ? item.parentId : (base.byId.get(nodeId)?.parentId ?? null);
}

/** Whether what a node stood in is still known: what the request made may have been dropped for good meanwhile. */
function hasPlace(overlay: Overlay, nodeId: string): boolean {
  const parentId = parentOf(overlay, nodeId);
  return parentId !== null && (overlay.base.byId.has(parentId) || overlay.items.has(parentId));
}
