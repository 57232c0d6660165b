import { Injectable } from '@nestjs/common';
import type { CertificatePrint } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';

/** A line of the register (sổ gốc). It never changes. */
export interface EntryRow {
  readonly id: string;
  readonly decisionId: string;
  readonly enrolmentId: string;
  readonly personId: string;
  readonly typeId: string;
  readonly issuerId: string;
  /** Place in the decision's list, from 1. */
  readonly position: number;
  readonly serialNo: number;
  readonly serialNumber: string;
  readonly registerNo: number;
  readonly registerYear: number;
  readonly registerNumber: string;
  readonly verificationCode: string;
  readonly statusIndex: number;
  readonly editionId: string;
  readonly printed: CertificatePrint;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly enteredAt: Date;
}

const COLUMNS = `e.id, e.decision_id as "decisionId", e.enrolment_id as "enrolmentId",
  e.person_id as "personId", e.type_id as "typeId", e.issuer_id as "issuerId", e.position,
  e.serial_no as "serialNo", e.serial_number as "serialNumber", e.register_no as "registerNo",
  e.register_year as "registerYear", e.register_number as "registerNumber",
  e.verification_code as "verificationCode", e.status_index as "statusIndex",
  e.edition_id as "editionId", e.printed, e.issued_on::text as "issuedOn",
  e.entered_at as "enteredAt"`;

const SELECT = `select ${COLUMNS} from register_entry e`;

/** Serialises what must be unique without an order: random indices of the status list. */
const STATUS_LOCK = 0x0c_e7_57_a7;

/** The register's lines. */
@Injectable()
export class EntryRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<EntryRow | null> {
    const [row] = await this.database.query<EntryRow>(`${SELECT} where e.id = $1`, [id]);
    return row ?? null;
  }

  byIds(ids: readonly string[]): Promise<EntryRow[]> {
    return this.database.query<EntryRow>(`${SELECT} where e.id = any($1::uuid[])`, [ids]);
  }

  async byCode(code: string): Promise<EntryRow | null> {
    const [row] = await this.database.prepared<EntryRow>(
      'certification-entry-by-code',
      `${SELECT} where e.verification_code = $1`,
      [code],
    );
    return row ?? null;
  }

  /** Lines of enrolments. */
  ofEnrolments(enrolmentIds: readonly string[]): Promise<EntryRow[]> {
    return this.database.query<EntryRow>(
      `${SELECT} where e.enrolment_id = any($1::uuid[]) order by e.entered_at desc`,
      [enrolmentIds],
    );
  }

  /** Lines of a decision that have no document yet, in list order. */
  withoutDocument(decisionId: string, from: number, to: number): Promise<EntryRow[]> {
    return this.database.query<EntryRow>(
      `${SELECT} where e.decision_id = $1 and e.position between $2 and $3
         and not exists (select 1 from register_document d where d.entry_id = e.id)
       order by e.position`,
      [decisionId, from, to],
    );
  }

  /** How many lines a decision has, the first and the last of them. */
  async ends(decisionId: string): Promise<readonly [EntryRow, EntryRow] | null> {
    const [first] = await this.database.query<EntryRow>(
      `${SELECT} where e.decision_id = $1 order by e.position limit 1`,
      [decisionId],
    );
    const [last] = await this.database.query<EntryRow>(
      `${SELECT} where e.decision_id = $1 order by e.position desc limit 1`,
      [decisionId],
    );
    return first === undefined || last === undefined ? null : [first, last];
  }

  /** People among these who hold a certificate of the type for the course, not revoked. */
  async certified(
    personIds: readonly string[],
    typeId: string,
    courseCode: string,
  ): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ personId: string }>(
      `select distinct e.person_id as "personId" from register_entry e
       where e.person_id = any($1::uuid[]) and e.type_id = $2 and e.printed->>'courseCode' = $3
         and not exists (select 1 from register_amendment a
           where a.entry_id = e.id and a.kind = 'revocation')`,
      [personIds, typeId, courseCode],
    );
    return new Set(rows.map((row) => row.personId));
  }

  /** Which of these indices of the status list are taken; holds the list until the transaction ends. */
  async takenIndices(indices: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await this.database.query<{ statusIndex: number }>(
      'select status_index as "statusIndex" from register_entry where status_index = any($1::int[])',
      [indices],
    );
    return new Set(rows.map((row) => row.statusIndex));
  }

  /** Lets one signing at a time go on, so that random indices drawn by it stay free until it commits. */
  async lockSigning(): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($1)', [STATUS_LOCK]);
  }

  async count(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      'select count(*)::int as n from register_entry',
    );
    return row?.n ?? 0;
  }

  /** Writes the lines of a decision in one statement, in the order given. */
  async add(rows: readonly EntryRow[]): Promise<void> {
    await this.database.write(
      `insert into register_entry (id, decision_id, enrolment_id, person_id, type_id, issuer_id, position,
         serial_no, serial_number, register_no, register_year, register_number, verification_code,
         status_index, edition_id, printed, issued_on, entered_at)
       select r.id, r."decisionId", r."enrolmentId", r."personId", r."typeId", r."issuerId", r.position,
         r."serialNo", r."serialNumber", r."registerNo", r."registerYear", r."registerNumber",
         r."verificationCode", r."statusIndex", r."editionId", r.printed, r."issuedOn", r."enteredAt"
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "decisionId" uuid, "enrolmentId" uuid,
         "personId" uuid, "typeId" uuid, "issuerId" uuid, position int, "serialNo" int,
         "serialNumber" text, "registerNo" int, "registerYear" int, "registerNumber" text,
         "verificationCode" text, "statusIndex" int, "editionId" uuid, printed jsonb,
         "issuedOn" date, "enteredAt" timestamptz)
       order by r.position`,
      [JSON.stringify(rows)],
    );
  }
}
