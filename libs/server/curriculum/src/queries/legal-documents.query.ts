import type {
  InputOf,
  listLegalDocuments,
  readLegalDocument,
  ResponseOf,
} from '@cam-nang/contracts';
import { calendarDate, DomainError, grantsConferring, type CalendarDate } from '@cam-nang/domain';
import { Accounts, Scope } from '@cam-nang/identity';
import { Clock, InvalidRequest, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { LegalDocumentStore, type LegalDocumentRow } from '../persistence/legal-document-store.js';
import {
  citedIn,
  legalRegister,
  referenceTo,
  searchRegister,
  standingOn,
  type LegalRegister,
} from '../policies/legal-register.js';

type View = ResponseOf<typeof readLegalDocument>;
type List = ResponseOf<typeof listLegalDocuments>;
type Asked = InputOf<typeof listLegalDocuments>['query'];

/** The register of legal documents. Who reads the curriculum reads all of it: the law is the same everywhere. */
@Injectable()
export class LegalDocuments {
  constructor(
    private readonly store: LegalDocumentStore,
    private readonly scope: Scope,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** The register as it stands. */
  async register(): Promise<LegalRegister> {
    const documents = await this.store.all();
    return legalRegister(documents, await this.store.changes());
  }

  /** The day that is asked about: today when none is named. */
  day(on: string | undefined): CalendarDate {
    return calendarDate(on ?? this.clock.today());
  }

  async list(actor: Actor, asked: Asked): Promise<List> {
    const on = this.day(asked.on);
    const register = await this.register();
    const found = this.found(register, asked).filter(
      (row) => asked.state === undefined || standingOn(register, row, on).state === asked.state,
    );
    const start = startOf(asked.cursor);
    const shown = found.slice(start, start + asked.limit);
    const next = start + asked.limit;
    return {
      documents: await this.views(actor, register, shown, on),
      total: found.length,
      nextCursor: next < found.length ? String(next) : null,
      allowed: { add: unitOfKeeper(actor) !== null },
    };
  }

  /** @throws DomainError `resource.not_found` */
  async read(actor: Actor, documentId: string, on?: string): Promise<View> {
    const register = await this.register();
    const row = register.byId.get(documentId);
    if (row === undefined) throw new DomainError('resource.not_found');
    const [view] = await this.views(actor, register, [row], this.day(on));
    if (view === undefined) throw new Error('one document, one view');
    return view;
  }

  private found(register: LegalRegister, { search, cited }: Asked): readonly LegalDocumentRow[] {
    if (cited === undefined) return searchRegister(register.documents, search ?? '');
    const document = citedIn(register, cited);
    return document === null ? [] : searchRegister([document], search ?? '');
  }

  private async views(
    actor: Actor,
    register: LegalRegister,
    rows: readonly LegalDocumentRow[],
    on: CalendarDate,
  ): Promise<View[]> {
    const people = rows.flatMap(({ addedBy, amendedBy }) => [addedBy, amendedBy ?? addedBy]);
    const names = await this.accounts.names([...new Set(people)]);
    const reached = new Map<string, boolean>();
    for (const unitId of new Set(rows.map(({ ownerUnitId }) => ownerUnitId))) {
      reached.set(unitId, await this.scope.reaches(actor, 'legal-document.keep', unitId));
    }
    return rows.map((row) => {
      const { amendedBy, amendedAt } = row;
      const { kind, number, issuer, title, citedAs, sourceUrl } = row;
      return {
        ...{ id: row.id, kind, number, issuer, title, citedAs, sourceUrl },
        signedOn: row.signedOn,
        inForceFrom: row.inForceFrom,
        inForceTo: row.inForceTo,
        version: row.version,
        standing: standingOn(register, row, on),
        ...changesOf(register, row.id),
        addedBy: names.get(row.addedBy) ?? '',
        addedAt: row.addedAt.toISOString(),
        amendedBy: amendedBy === null ? null : (names.get(amendedBy) ?? ''),
        amendedAt: amendedAt === null ? null : amendedAt.toISOString(),
        allowed: { amend: reached.get(row.ownerUnitId) ?? false },
      };
    });
  }
}

/** The unit in whose name somebody enters documents; null for who keeps none, or keeps one course only. */
export function unitOfKeeper(actor: Actor): string | null {
  const grants = grantsConferring(actor.roles, 'legal-document.keep');
  return grants.find(({ courseId }) => courseId === null)?.unitId ?? null;
}

function changesOf(register: LegalRegister, id: string): Pick<View, 'changedBy' | 'changes'> {
  const of = register.changes.filter(({ ofId }) => ofId === id);
  const by = register.changes.filter(({ byId }) => byId === id);
  const seen = (change: (typeof of)[number], other: string) => {
    const { effect, from, scope } = change;
    return { id: change.id, effect, from, scope, other: referenceTo(register, other) };
  };
  return {
    changedBy: of.map((change) => seen(change, change.byId)),
    changes: by.map((change) => seen(change, change.ofId)),
  };
}

function startOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor);
  throw new InvalidRequest([{ path: 'cursor', code: 'custom', message: 'is no cursor' }]);
}
