import {
  foldForSearch,
  legalNumberKey,
  type CalendarDate,
  type LegalEffect,
  type LegalKind,
} from '@cam-nang/domain';
import { Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** What the register says of a document. */
export interface LegalFacts {
  readonly kind: LegalKind;
  readonly number: string;
  readonly issuer: string;
  readonly title: string;
  readonly citedAs: string;
  readonly signedOn: CalendarDate | null;
  readonly inForceFrom: CalendarDate | null;
  readonly inForceTo: CalendarDate | null;
  readonly sourceUrl: string | null;
}

/** A document of the register as it is kept. */
export interface LegalDocumentRow extends LegalFacts {
  readonly id: string;
  readonly folded: string;
  readonly ownerUnitId: string;
  readonly version: number;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly amendedBy: string | null;
  readonly amendedAt: Date | null;
}

/** One document changes another, as it is kept. */
export interface LegalChangeRow {
  readonly id: string;
  readonly ofId: string;
  readonly byId: string;
  readonly effect: LegalEffect;
  readonly from: CalendarDate;
  readonly scope: string;
}

/** Who wrote something into the register, and when. */
export interface LegalHand {
  readonly actorId: string;
  readonly at: Date;
}

/** Any number that no other advisory lock of this database uses. */
const REGISTER_LOCK = 4_071_002;

const DOCUMENT = `id, kind, number, issuer, title, cited_as as "citedAs", signed_on::text as "signedOn",
  in_force_from::text as "inForceFrom", in_force_to::text as "inForceTo", source_url as "sourceUrl", folded,
  owner_unit_id as "ownerUnitId", version, added_by as "addedBy", added_at as "addedAt",
  amended_by as "amendedBy", amended_at as "amendedAt"`;

const CHANGE = `id, document_id as "ofId", by_document_id as "byId", effect, from_day::text as "from", scope`;

/** Documents of the register and what they do to each other. It has hundreds of them, so it is read whole. */
@Injectable()
export class LegalDocumentStore {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** One writer at a time: circles and double numbers are judged on what stands there. */
  async lock(): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($1)', [REGISTER_LOCK]);
  }

  /** Every document, the newest first. */
  all(): Promise<LegalDocumentRow[]> {
    return this.database.query<LegalDocumentRow>(
      `select ${DOCUMENT} from legal_document
       order by coalesce(in_force_from, signed_on) desc nulls last, number_key, issuer_key`,
    );
  }

  changes(): Promise<LegalChangeRow[]> {
    return this.database.query<LegalChangeRow>(
      `select ${CHANGE} from legal_change order by from_day, id`,
    );
  }

  async byId(id: string): Promise<LegalDocumentRow | null> {
    const [row] = await this.database.query<LegalDocumentRow>(
      `select ${DOCUMENT} from legal_document where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async byNumber({ number, issuer }: Pick<LegalFacts, 'number' | 'issuer'>) {
    const [row] = await this.database.query<LegalDocumentRow>(
      `select ${DOCUMENT} from legal_document where number_key = $1 and issuer_key = $2`,
      [legalNumberKey(number), foldForSearch(issuer)],
    );
    return row ?? null;
  }

  async insert(facts: LegalFacts, ownerUnitId: string, hand: LegalHand): Promise<string> {
    const id = this.ids.next();
    await this.database.query(
      `insert into legal_document (id, ${FACT_COLUMNS.join(', ')}, owner_unit_id, added_by, added_at)
       values ($1, ${FACT_COLUMNS.map((_, index) => `$${index + 2}`).join(', ')}, $14, $15, $16)`,
      [id, ...factValues(facts), ownerUnitId, hand.actorId, hand.at],
    );
    await this.note(id, 'added', facts, hand);
    return id;
  }

  /** False when the version seen is not the one that stands there. */
  async update(
    id: string,
    facts: LegalFacts,
    { version, hand }: { readonly version: number; readonly hand: LegalHand },
  ): Promise<boolean> {
    const set = FACT_COLUMNS.map((column, index) => `${column} = $${index + 2}`).join(', ');
    const written = await this.database.write(
      `update legal_document set ${set}, version = version + 1, amended_by = $14, amended_at = $15
       where id = $1 and version = $16`,
      [id, ...factValues(facts), hand.actorId, hand.at, version],
    );
    if (written === 1) await this.note(id, 'amended', facts, hand);
    return written === 1;
  }

  async insertChange(change: Omit<LegalChangeRow, 'id'>, hand: LegalHand): Promise<void> {
    const { ofId, byId, effect, from, scope } = change;
    await this.database.query(
      `insert into legal_change (id, document_id, by_document_id, effect, from_day, scope, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [this.ids.next(), ofId, byId, effect, from, scope, hand.actorId, hand.at],
    );
    await this.note(ofId, 'change_added', { byId, effect, from, scope }, hand);
  }

  async deleteChange({ id, ofId, ...rest }: LegalChangeRow, hand: LegalHand): Promise<void> {
    await this.database.query('delete from legal_change where id = $1', [id]);
    await this.note(ofId, 'change_removed', rest, hand);
  }

  private async note(
    documentId: string,
    event: 'added' | 'amended' | 'change_added' | 'change_removed',
    payload: object,
    { actorId, at }: LegalHand,
  ): Promise<void> {
    await this.database.query(
      `insert into legal_document_event (id, document_id, event, payload, actor_id, at)
       values ($1, $2, $3, $4, $5, $6)`,
      [this.ids.next(), documentId, event, JSON.stringify(payload), actorId, at],
    );
  }
}

const FACT_COLUMNS = [
  'kind',
  'number',
  'number_key',
  'issuer',
  'issuer_key',
  'title',
  'cited_as',
  'signed_on',
  'in_force_from',
  'in_force_to',
  'source_url',
  'folded',
];

function factValues(facts: LegalFacts): readonly unknown[] {
  const { kind, number, issuer, title, citedAs } = facts;
  return [
    kind,
    number,
    legalNumberKey(number),
    issuer,
    foldForSearch(issuer),
    title,
    citedAs,
    facts.signedOn,
    facts.inForceFrom,
    facts.inForceTo,
    facts.sourceUrl,
    foldForSearch(`${number} ${citedAs} ${title} ${issuer}`),
  ];
}
