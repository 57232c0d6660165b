import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** The document made for a line of the register. It never changes. */
export interface DocumentRow {
  readonly entryId: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly storageKey: string;
  readonly layoutId: string;
  readonly engine: string;
  readonly madeAt: Date;
}

const COLUMNS = `d.entry_id as "entryId", encode(d.sha256, 'hex') as sha256, d.bytes,
  d.storage_key as "storageKey", d.layout_id as "layoutId", d.engine, d.made_at as "madeAt"`;

/** Documents of the register: their hashes and where their bytes are. */
@Injectable()
export class DocumentRepository {
  constructor(private readonly database: Database) {}

  async of(entryId: string): Promise<DocumentRow | null> {
    const [row] = await this.byEntries([entryId]);
    return row ?? null;
  }

  byEntries(entryIds: readonly string[]): Promise<DocumentRow[]> {
    return this.database.query<DocumentRow>(
      `select ${COLUMNS} from register_document d where d.entry_id = any($1::uuid[])`,
      [entryIds],
    );
  }

  /** How many papers of a decision are made. */
  async countOf(decisionId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from register_document d join register_entry e on e.id = d.entry_id
       where e.decision_id = $1`,
      [decisionId],
    );
    return row?.n ?? 0;
  }

  /** Registers a document; the one registered before stays. */
  async add(document: DocumentRow): Promise<void> {
    await this.database.write(
      `insert into register_document (entry_id, sha256, bytes, storage_key, layout_id, engine, made_at)
       values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7) on conflict (entry_id) do nothing`,
      [
        document.entryId,
        document.sha256,
        document.bytes,
        document.storageKey,
        document.layoutId,
        document.engine,
        document.madeAt,
      ],
    );
  }
}
