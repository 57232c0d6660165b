import { calendarDate, DomainError } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  InvalidRequest,
  isUniqueViolation,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  LegalDocumentStore,
  type LegalDocumentRow,
  type LegalFacts,
} from '../persistence/legal-document-store.js';
import { daysAgainstChanges, wrongFacts } from '../policies/legal-facts.js';
import { LegalDocuments, unitOfKeeper } from '../queries/legal-documents.query.js';

/** Enters documents into the register and puts right what it says of them. */
@Injectable()
export class KeepLegalDocument {
  constructor(
    private readonly database: Database,
    private readonly store: LegalDocumentStore,
    private readonly documents: LegalDocuments,
    private readonly scope: Scope,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the new document's id.
   *
   * @throws DomainError `legal_document.number_taken`, `request.invalid` naming fields,
   *   `permission.denied` for who keeps no register of a unit
   */
  async add(actor: Actor, facts: LegalFacts): Promise<string> {
    const unitId = unitOfKeeper(actor);
    if (unitId === null) throw new DomainError('permission.denied');
    this.demandRight(facts);
    return this.once(facts, () =>
      this.database.run(async () => {
        await this.store.lock();
        await this.demandFree(facts, null);
        const id = await this.store.insert(facts, unitId, this.hand(actor));
        await this.record('added', id);
        return id;
      }),
    );
  }

  /** @throws DomainError as `add`, `request.stale`, `resource.not_found` also for what others keep */
  async amend(actor: Actor, id: string, facts: LegalFacts, version: number): Promise<void> {
    await this.once(facts, () =>
      this.database.run(async () => {
        await this.store.lock();
        await this.kept(actor, id);
        this.demandRight(facts);
        await this.demandFree(facts, id);
        const wrong = daysAgainstChanges(await this.documents.register(), id, facts);
        if (wrong.length > 0) throw new InvalidRequest(wrong);
        const hand = this.hand(actor);
        const written = await this.store.update(id, facts, { version, hand });
        if (!written) throw new DomainError('request.stale');
        await this.record('amended', id);
      }),
    );
  }

  /** A document that the person keeps. @throws DomainError `resource.not_found` */
  async kept(actor: Actor, id: string): Promise<LegalDocumentRow> {
    const row = await this.store.byId(id);
    if (row === null) throw new DomainError('resource.not_found');
    await this.scope.demand(actor, 'legal-document.keep', row.ownerUnitId);
    return row;
  }

  private demandRight(facts: LegalFacts): void {
    const wrong = wrongFacts(facts, calendarDate(this.clock.today()));
    if (wrong.length > 0) throw new InvalidRequest(wrong);
  }

  private async demandFree(facts: LegalFacts, own: string | null): Promise<void> {
    const there = await this.store.byNumber(facts);
    if (there !== null && there.id !== own) throw numberTaken(there.id);
  }

  /** Two who enter the same number at once meet the constraint. */
  private async once<T>(facts: LegalFacts, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isUniqueViolation(error) || this.database.inTransaction()) throw error;
      throw numberTaken((await this.store.byNumber(facts))?.id ?? null);
    }
  }

  private hand(actor: Actor) {
    return { actorId: actor.accountId, at: this.clock.now() };
  }

  private record(act: string, id: string): Promise<void> {
    const subject = { kind: 'legal-document', id };
    return this.audit.record({ action: `legal-document.${act}`, subject });
  }
}

function numberTaken(documentId: string | null): InvalidRequest {
  const message = 'is in the register already, by the same issuer';
  return new InvalidRequest(
    [{ path: 'number', code: 'taken', message, params: { documentId } }],
    'legal_document.number_taken',
  );
}
