import type { readEdition, ResponseOf } from '@cam-nang/contracts';
import { Accounts } from '@cam-nang/identity';
import { Injectable } from '@nestjs/common';
import { CommitStore, type MergedCommit } from '../persistence/commit-store.js';
import { EditionEventStore } from '../persistence/edition-event-store.js';
import type { EditionRow } from '../persistence/edition-store.js';

type History = ResponseOf<typeof readEdition>['history'];

/** How an edition came to be: what was merged into it, when it was sealed, why it was sent back. */
@Injectable()
export class EditionHistories {
  constructor(
    private readonly commits: CommitStore,
    private readonly events: EditionEventStore,
    private readonly accounts: Accounts,
  ) {}

  /** `sinceSeq` is how far its line had come at the edition before, from which what was merged is counted. */
  async of(edition: EditionRow, sinceSeq: number): Promise<History> {
    const { lineId, seq, preparedAt, decisionTitle } = edition;
    const merged = await this.commits.mergedBetween(lineId, sinceSeq, seq);
    return {
      requests: merged.flatMap(requestOf),
      mergedAt: merged.at(-1)?.at.toISOString() ?? null,
      preparedAt: preparedAt.toISOString(),
      returned: await this.returned(edition),
      decisionTitle,
    };
  }

  private async returned({ id, state }: EditionRow): Promise<History['returned']> {
    if (state !== 'returned') return null;
    const events = await this.events.ofEdition(id);
    const event = events.findLast((one) => one.event === 'returned');
    if (event === undefined) return null;
    const { actorId, at, payload } = event;
    const names = await this.accounts.names(actorId === null ? [] : [actorId]);
    return {
      at: at.toISOString(),
      by: actorId === null ? null : (names.get(actorId) ?? null),
      reason: typeof payload['reason'] === 'string' ? payload['reason'] : '',
    };
  }
}

function requestOf({ requestId, number, title }: MergedCommit): History['requests'] {
  if (requestId === null || number === null) return [];
  return [{ id: requestId, number, title: title ?? '' }];
}
