import { Injectable } from '@nestjs/common';
import type { PassedOver, RowNote } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';

/** One thing to mend in a row of the list. */
export interface RowError extends RowNote {
  readonly row: number;
}

/** A row that may be enrolled. The personal number is sealed while it waits. */
export interface ReadyRow {
  readonly row: number;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly gender: 'female' | 'male' | 'other' | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly positionTitle: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly number: { readonly keyId: string; readonly cipher: string } | null;
  readonly outcome: 'new' | 'known_person' | 'already_enrolled';
  /** Absent in lists that were checked before doubts were kept. */
  readonly doubts?: readonly RowNote[];
}

export interface ImportRow {
  readonly id: string;
  readonly cohortId: string;
  readonly fileSha256: Buffer;
  readonly fileName: string;
  readonly rowsTotal: number;
  readonly rowsOk: number;
  readonly errors: readonly RowError[];
  readonly state: 'checked' | 'applied' | 'refused';
  readonly passedOver: readonly PassedOver[];
  readonly rows: readonly ReadyRow[];
}

/** Lists that were read and what was said of them. */
@Injectable()
export class ImportRepository {
  constructor(private readonly database: Database) {}

  async add(report: ImportRow, at: Date, by: string): Promise<void> {
    await this.database.query(
      `insert into enrolment_import (id, cohort_id, file_sha256, file_name, rows_total, rows_ok, errors, state, checked_at, checked_by, rows, passed_over)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        report.id,
        report.cohortId,
        report.fileSha256,
        report.fileName,
        report.rowsTotal,
        report.rowsOk,
        JSON.stringify(report.errors),
        report.state,
        at,
        by,
        JSON.stringify(report.rows),
        JSON.stringify(report.passedOver),
      ],
    );
  }

  /** The report, locked until the transaction ends. */
  async lock(cohortId: string, id: string): Promise<ImportRow | null> {
    const [row] = await this.database.query<ImportRow>(
      `select id, cohort_id as "cohortId", file_sha256 as "fileSha256", file_name as "fileName",
         rows_total as "rowsTotal", rows_ok as "rowsOk", errors, state, rows,
         passed_over as "passedOver"
       from enrolment_import where id = $1 and cohort_id = $2 for update`,
      [id, cohortId],
    );
    return row ?? null;
  }

  /** Marks the list applied and forgets the sealed numbers. */
  async applied(id: string, rows: readonly ReadyRow[], at: Date): Promise<void> {
    await this.database.query(
      `update enrolment_import set state = 'applied', applied_at = $2, rows = $3 where id = $1`,
      [id, at, JSON.stringify(rows.map((row) => ({ ...row, number: null })))],
    );
  }
}
