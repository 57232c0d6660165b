import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { EditionRanges, EditionRow } from './edition-store.js';

/** An edition that is kept for the record: issued elsewhere, by a decision that is not known here. */
export type EditionRecord = Pick<
  EditionRow,
  'id' | 'curriculumId' | 'major' | 'commitId' | 'manifestHash' | 'kind' | 'title'
> & { readonly decisionDate: string; readonly at: Date; readonly ranges: EditionRanges };

/** Editions that were issued elsewhere. */
@Injectable()
export class EditionRecordStore {
  constructor(private readonly database: Database) {}

  async insert(record: EditionRecord): Promise<void> {
    const { force, applies } = record.ranges;
    await this.database.query(
      `insert into edition (id, curriculum_id, major, minor, commit_id, manifest_hash, kind, state, title, prepared_at,
         decision_date, force, applies, issued_at, record_only)
       values ($1, $2, $3, 0, $4, decode($5, 'hex'), $6, 'issued', $7, $8, $9,
         case when $10::date is null then null else daterange($10::date, $11::date) end,
         daterange($12::date, $13::date), $8, true)`,
      [
        record.id,
        record.curriculumId,
        record.major,
        record.commitId,
        record.manifestHash,
        record.kind,
        record.title,
        record.at,
        record.decisionDate,
        force?.from ?? null,
        force?.to ?? null,
        applies?.from ?? null,
        applies?.to ?? null,
      ],
    );
  }
}
