import type { EditionEvent } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { PublishedHeads } from '../integrity/published-heads.js';
import { EditionEventStore } from '../persistence/edition-event-store.js';
import type { EditionRow } from '../persistence/edition-store.js';

/** Writes an issue into the chain of events, with the ranges it closed, and publishes the chain's head. */
@Injectable()
export class IssueLog {
  constructor(
    private readonly database: Database,
    private readonly events: EditionEventStore,
    private readonly heads: PublishedHeads,
  ) {}

  /** Call it last: the chain is locked until the transaction ends. */
  async write(
    edition: EditionRow,
    issued: Extract<EditionEvent, { kind: 'issued' }>,
    who: { readonly actorId: string; readonly at: Date },
  ): Promise<void> {
    const { decisionNo, decisionDate, manifestHash, plan } = issued;
    const { major, minor } = edition;
    const { force, applies, closings } = plan;
    await this.events.append({
      editionId: edition.id,
      event: 'issued',
      ...who,
      payload: { major, minor, decisionNo, decisionDate, manifestHash, force, applies },
    });
    for (const { editionId, range, to } of closings) {
      const payload = { range, to, by: edition.id };
      await this.events.append({ editionId, event: 'range_closed', ...who, payload });
    }
    this.database.afterCommit(() => this.heads.publish());
  }
}
