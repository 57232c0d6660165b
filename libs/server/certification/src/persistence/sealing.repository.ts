import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';
import type { DocumentRow } from './document.repository.js';
import { EntryRepository, type EntryRow } from './entry.repository.js';
import { DocumentRepository } from './document.repository.js';

/** A line with its document, ready to become leaves. */
export interface SealableEntry {
  readonly entry: EntryRow;
  readonly document: DocumentRow;
}

/** What of a decision is not in the tree yet. */
@Injectable()
export class SealingRepository {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryRepository,
    private readonly documents: DocumentRepository,
  ) {}

  /** Lines of a decision that are no leaves yet, with their documents, in list order. */
  async unsealed(decisionId: string): Promise<SealableEntry[]> {
    const ids = await this.database.query<{ id: string }>(
      `select e.id from register_entry e
       where e.decision_id = $1
         and not exists (select 1 from register_leaf l where l.kind = 'entry' and l.ref_id = e.id)`,
      [decisionId],
    );
    const wanted = ids.map((row) => row.id);
    const [entries, documents] = [
      await this.entries.byIds(wanted),
      await this.documents.byEntries(wanted),
    ];
    const made = new Map(documents.map((document) => [document.entryId, document]));
    return entries
      .sort((one, other) => one.position - other.position)
      .flatMap((entry) => {
        const document = made.get(entry.id);
        return document === undefined ? [] : [{ entry, document }];
      });
  }
}
