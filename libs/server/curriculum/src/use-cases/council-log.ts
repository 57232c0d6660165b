import type { CouncilOutcome } from '@cam-nang/domain';
import { AUDIT_TRAIL, Database, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PublishedHeads } from '../integrity/published-heads.js';
import { CouncilStore, type CouncilRow } from '../persistence/council-store.js';
import { EditionEventStore, type EditionEvent } from '../persistence/edition-event-store.js';

interface Who {
  readonly by: string;
  readonly at: Date;
}

/** Ends councils, and writes what they do into the chain of events and the audit trail. */
@Injectable()
export class CouncilLog {
  constructor(
    private readonly database: Database,
    private readonly councils: CouncilStore,
    private readonly events: EditionEventStore,
    private readonly heads: PublishedHeads,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  /** Call it last: the chain is locked until the transaction ends. */
  async write(
    council: Pick<CouncilRow, 'id' | 'editionId'>,
    event: EditionEvent['event'],
    { by, at }: Who,
    facts: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const { id, editionId } = council;
    await this.audit.record({
      action: `council.${event.replace('council_', '')}`,
      subject: { kind: 'council', id },
      details: { editionId },
    });
    const payload = { councilId: id, ...facts };
    await this.events.append({ editionId, event, actorId: by, at, payload });
    this.database.afterCommit(() => this.heads.publish());
  }

  async decide(
    council: CouncilRow,
    who: Who,
    { outcome, conclusion }: { readonly outcome: CouncilOutcome; readonly conclusion: string },
  ): Promise<void> {
    await this.councils.end(council.id, { outcome, conclusion, ...who });
    const { manifestHash } = council;
    await this.write(council, 'council_decided', who, { outcome, conclusion, manifestHash });
  }

  /** What was put before a council is sent back before it decided: its votes stay on record. */
  async dissolve(editionId: string, who: Who, reason: string): Promise<void> {
    const sitting = (await this.councils.ofEditions([editionId])).find(
      (council) => council.stage === 'sitting',
    );
    if (sitting === undefined) return;
    await this.councils.end(sitting.id, { outcome: null, conclusion: reason, ...who });
    await this.write(sitting, 'council_dissolved', who, { reason });
  }
}
