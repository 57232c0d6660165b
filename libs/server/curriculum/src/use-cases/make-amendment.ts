import { DomainError } from '@cam-nang/domain';
import { AUDIT_TRAIL, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import { LineStore } from '../persistence/line-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { isAmendable } from '../policies/request-facts.js';
import { EditOverlay } from './edit-overlay.js';

/**
 * Makes an amendment of an erratum that turned out to be more: texts, moves, reasons and comments stay,
 * verdicts were about a correction and no longer count. One on the line of an older edition goes to the main line, on the commit where the two
 * parted, and is merged from there like any that others have overtaken.
 */
@Injectable()
export class MakeAmendment {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly requests: ChangeRequestStore,
    private readonly lines: LineStore,
    private readonly reviews: ReviewStore,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `change_request.wrong_state` for what is none, or is approved as an erratum */
  async run(actor: Actor, requestId: string): Promise<void> {
    await this.editOverlay.run(actor, requestId, async ({ request, edit }) => {
      const { state, kind } = request;
      if (!isAmendable(request)) {
        throw new DomainError('change_request.wrong_state', { state, kind });
      }
      const line = await this.lines.byId(request.baseLineId);
      const payload = { from: kind, baseCommitId: line?.forkedFromCommitId ?? null };
      await this.requests.amend(requestId, edit.at);
      if (payload.baseCommitId !== null) {
        await this.requests.rebase(requestId, payload.baseCommitId);
      }
      const { at, by } = edit;
      await this.reviews.record({ requestId, event: 'amended', actorId: by, at, payload });
      await this.audit.record({
        action: 'change-request.amend',
        subject: { kind: 'change-request', id: requestId },
        details: payload,
      });
    });
  }
}
