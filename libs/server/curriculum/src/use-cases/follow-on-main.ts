import { Clock, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore, type ChangeRequestRow } from '../persistence/change-request-store.js';
import { LineStore } from '../persistence/line-store.js';
import { OverlayStore } from '../persistence/overlay-store.js';
import { ReviewStore } from '../persistence/review-store.js';

/**
 * Asks for the same correction on the main line when an erratum to an older edition was merged: what is
 * wrong there is mostly wrong in what is being worked on. The request stands on the commit that the
 * edition was forked from, and is merged with the main line like any that somebody else overtook.
 */
@Injectable()
export class FollowOnMain {
  constructor(
    private readonly lines: LineStore,
    private readonly requests: ChangeRequestStore,
    private readonly overlayRows: OverlayStore,
    private readonly reviews: ReviewStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Does nothing for a request on the main line. The curriculum must be locked. */
  async run(merged: ChangeRequestRow): Promise<void> {
    const line = await this.lines.byId(merged.baseLineId);
    const baseCommitId = line?.forkedFromCommitId ?? null;
    if (baseCommitId === null) return;
    const { id: followsId, curriculumId, title, reason, authorId } = merged;
    const id = this.ids.next();
    const at = this.clock.now();
    await this.requests.insert({
      ...{ id, curriculumId, title, reason, baseCommitId, authorId, at, followsId },
      kind: 'amendment',
      number: await this.requests.nextNumber(curriculumId),
    });
    await this.overlayRows.copy(followsId, { requestId: id, at, by: authorId });
    const payload = { followsId };
    await this.reviews.record({ requestId: id, event: 'opened', actorId: authorId, at, payload });
    const editors = (await this.reviews.editors([followsId])).get(followsId) ?? [];
    for (const editor of editors) await this.reviews.recordEditor(id, editor, at);
  }
}
