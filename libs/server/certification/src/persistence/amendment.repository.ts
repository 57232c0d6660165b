import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** A correction, reissue or revocation beside a line of the register. It never changes. */
export interface AmendmentRow {
  readonly id: string;
  readonly entryId: string;
  readonly kind: 'correction' | 'reissue' | 'revocation';
  readonly decisionNo: string;
  /** `YYYY-MM-DD`. */
  readonly decisionDate: string;
  readonly field: string | null;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly reason: string;
  readonly at: Date;
  readonly byId: string;
}

const COLUMNS = `id, entry_id as "entryId", kind, decision_no as "decisionNo",
  decision_date::text as "decisionDate", field, old_value as "oldValue", new_value as "newValue",
  reason, at, by_id as "byId"`;

/** Amendments of the register. */
@Injectable()
export class AmendmentRepository {
  constructor(private readonly database: Database) {}

  /** Amendments of lines in the order they were made. */
  ofEntries(entryIds: readonly string[]): Promise<AmendmentRow[]> {
    return this.database.query<AmendmentRow>(
      `select ${COLUMNS} from register_amendment where entry_id = any($1::uuid[]) order by at, id`,
      [entryIds],
    );
  }

  byIds(ids: readonly string[]): Promise<AmendmentRow[]> {
    return this.database.query<AmendmentRow>(
      `select ${COLUMNS} from register_amendment where id = any($1::uuid[])`,
      [ids],
    );
  }
}
