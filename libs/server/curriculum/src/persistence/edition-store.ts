import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { batches, column } from './batches.js';
import { EDITION_COLUMNS, EDITION_FROM, WITHDRAWN_DAY } from './edition-columns.js';

/** An edition as it is kept. Dates are days in Hanoi; `…To` is the first day that is not in the range any more. */
export interface EditionRow {
  readonly id: string;
  readonly curriculumId: string;
  readonly major: number;
  readonly minor: number;
  readonly commitId: string;
  readonly lineId: string;
  readonly seq: number;
  readonly manifestHash: string;
  readonly kind: 'first' | 'amendment' | 'replacement' | 'erratum';
  readonly erratumOfId: string | null;
  readonly state: 'candidate' | 'returned' | 'issued';
  readonly title: string | null;
  readonly preparedBy: string | null;
  readonly preparedAt: Date;
  readonly decisionNo: string | null;
  readonly decisionDate: string | null;
  readonly decisionTitle: string | null;
  readonly signerId: string | null;
  readonly signerLabel: string | null;
  readonly forceFrom: string | null;
  readonly forceTo: string | null;
  readonly appliesFrom: string | null;
  readonly appliesTo: string | null;
  readonly issuedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly recordOnly: boolean;
}

/** A candidate to be kept. */
export type NewCandidate = Pick<
  EditionRow,
  | 'id'
  | 'curriculumId'
  | 'major'
  | 'minor'
  | 'commitId'
  | 'manifestHash'
  | 'kind'
  | 'erratumOfId'
  | 'title'
  | 'preparedBy'
  | 'preparedAt'
>;

/** What signing adds to a candidate. */
export type IssueFacts = Pick<
  EditionRow,
  'decisionNo' | 'decisionDate' | 'decisionTitle' | 'signerId' | 'signerLabel'
> & { readonly issuedAt: Date };

/** Two ranges of days as they shall be; null leaves no range. */
export interface EditionRanges {
  readonly force: { readonly from: string; readonly to: string | null } | null;
  readonly applies: { readonly from: string; readonly to: string | null } | null;
}

/** That an edition was withdrawn on a day ($3) by a decision of a later moment ($4) than is asked about. */
const WITHDRAWN_AFTER = `($4::timestamptz is not null and ${WITHDRAWN_DAY} = $3::date and exists (
  select 1 from edition_event v where v.edition_id = e.id and v.event = 'withdrawn' and v.at > $4))`;

/** Editions: frozen tags on commits, with their decision and their two ranges of days. */
@Injectable()
export class EditionStore {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<EditionRow | null> {
    const [row] = await this.byIds([id]);
    return row ?? null;
  }

  async byIds(ids: readonly string[]): Promise<EditionRow[]> {
    return this.database.prepared<EditionRow>(
      'curriculum-editions-by-id',
      `select ${EDITION_COLUMNS} ${EDITION_FROM} where e.id = any($1::uuid[])`,
      [[...new Set(ids)]],
    );
  }

  /** Every edition of the curricula, the newest number first. */
  async ofCurricula(curriculumIds: readonly string[]): Promise<EditionRow[]> {
    return this.database.query<EditionRow>(
      `select ${EDITION_COLUMNS} ${EDITION_FROM} where e.curriculum_id = any($1::uuid[])
       order by e.curriculum_id, e.major desc, e.minor desc, e.prepared_at desc`,
      [curriculumIds],
    );
  }

  /** The edition in force on the day by its days; null when there is none. */
  async inForce(curriculumId: string, date: string): Promise<EditionRow | null> {
    const [row] = await this.database.prepared<EditionRow>(
      'curriculum-edition-in-force',
      `select ${EDITION_COLUMNS} ${EDITION_FROM} where e.curriculum_id = $1 and e.force @> $2::date
       and e.issued_at is not null and (e.withdrawn_at is null or $2::date < ${WITHDRAWN_DAY})`,
      [curriculumId, date],
    );
    return row ?? null;
  }

  /**
   * The edition of a major that its running cohorts follow on the day: the erratum level, without
   * what was withdrawn by then; null when nothing of the major is left. With `until`, what was decided later on that
   * day, taking effect at once, is as if it had not been.
   */
  async applying(
    { curriculumId, major }: Pick<EditionRow, 'curriculumId' | 'major'>,
    { day, until }: { readonly day: string; readonly until: Date | null },
  ): Promise<EditionRow | null> {
    const [row] = await this.database.prepared<EditionRow>(
      'curriculum-edition-applying',
      `select ${EDITION_COLUMNS} ${EDITION_FROM} where e.curriculum_id = $1 and e.major = $2 and lower(e.applies) <= $3::date
       and e.issued_at is not null and (e.withdrawn_at is null or $3::date < ${WITHDRAWN_DAY} or ${WITHDRAWN_AFTER})
       and ($4::timestamptz is null or lower(e.applies) < $3::date or e.issued_at <= $4)
       order by lower(e.applies) desc limit 1`,
      [curriculumId, major, day, until],
    );
    return row ?? null;
  }

  /**
   * Whether an issued edition of a course of the same office bears a decision's number: an office numbers its decisions
   * anew each year, and another office may come to the same number.
   */
  async decisionTaken(
    curriculumId: string,
    decision: { readonly decisionNo: string; readonly decisionDate: string },
  ): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from edition e join course c on c.curriculum_id = e.curriculum_id
       where c.owner_unit_id = (select owner_unit_id from course where curriculum_id = $1)
         and e.decision_no = $2 and e.state = 'issued' and not e.record_only
         and extract(year from e.decision_date) = extract(year from $3::date)`,
      [curriculumId, decision.decisionNo, decision.decisionDate],
    );
    return rows.length > 0;
  }

  /** Locks everything that is said of a curriculum's editions, for one act at a time. */
  async lockCurriculum(curriculumId: string): Promise<void> {
    await this.database.query(`select id from curriculum where id = $1 for no key update`, [
      curriculumId,
    ]);
  }

  async insertCandidate(candidate: NewCandidate): Promise<void> {
    await this.database.query(
      `insert into edition (id, curriculum_id, major, minor, commit_id, manifest_hash, kind, erratum_of_id, state, title,
         prepared_by, prepared_at)
       values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, 'candidate', $9, $10, $11)`,
      [
        candidate.id,
        candidate.curriculumId,
        candidate.major,
        candidate.minor,
        candidate.commitId,
        candidate.manifestHash,
        candidate.kind,
        candidate.erratumOfId,
        candidate.title,
        candidate.preparedBy,
        candidate.preparedAt,
      ],
    );
  }

  async setReturned(id: string): Promise<void> {
    await this.database.query(`update edition set state = 'returned' where id = $1`, [id]);
  }

  /** Ends the ranges of an issued edition that a successor takes over. */
  async shorten(id: string, ranges: EditionRanges): Promise<void> {
    await this.database.query(
      `update edition set force = case when $2::date is null then null else daterange($2::date, $3::date) end,
         applies = daterange($4::date, $5::date) where id = $1`,
      [id, ...bounds(ranges)],
    );
  }

  async setIssued(id: string, facts: IssueFacts, ranges: EditionRanges): Promise<void> {
    const [forceFrom, forceTo, appliesFrom, appliesTo] = bounds(ranges);
    await this.database.query(
      `update edition set state = 'issued', decision_no = $2, decision_date = $3, decision_title = $4, signer_id = $5,
         signer_label = $6, issued_at = $7,
         force = case when $8::date is null then null else daterange($8::date, $9::date) end,
         applies = daterange($10::date, $11::date)
       where id = $1`,
      [
        id,
        facts.decisionNo,
        facts.decisionDate,
        facts.decisionTitle,
        facts.signerId,
        facts.signerLabel,
        facts.issuedAt,
        forceFrom,
        forceTo,
        appliesFrom,
        appliesTo,
      ],
    );
  }

  /** Freezes the numbering printed in an edition. */
  async putLabels(editionId: string, labels: ReadonlyMap<string, string>): Promise<void> {
    for (const some of batches([...labels])) {
      await this.database.query(
        `insert into edition_label (edition_id, node_id, label) select $1, * from unnest($2::uuid[], $3::text[])`,
        [editionId, column(some, ([nodeId]) => nodeId), column(some, ([, label]) => label)],
      );
    }
  }

  async labels(editionId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ nodeId: string; label: string }>(
      `select node_id as "nodeId", label from edition_label where edition_id = $1`,
      [editionId],
    );
    return new Map(rows.map((row) => [row.nodeId, row.label]));
  }
}

function bounds({ force, applies }: EditionRanges): (string | null)[] {
  return [force?.from ?? null, force?.to ?? null, applies?.from ?? null, applies?.to ?? null];
}
