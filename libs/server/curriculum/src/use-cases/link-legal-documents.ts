import type { addLegalChange, InputOf } from '@cam-nang/contracts';
import { calendarDate, DomainError, refuseLegalChange } from '@cam-nang/domain';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  InvalidRequest,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LegalDocumentStore } from '../persistence/legal-document-store.js';
import { forceOf, type LegalRegister } from '../policies/legal-register.js';
import { LegalDocuments } from '../queries/legal-documents.query.js';
import { KeepLegalDocument } from './keep-legal-document.js';

type Asked = InputOf<typeof addLegalChange>['body'];

/** Records what documents do to each other, and takes back what was recorded by mistake. */
@Injectable()
export class LinkLegalDocuments {
  constructor(
    private readonly database: Database,
    private readonly store: LegalDocumentStore,
    private readonly documents: LegalDocuments,
    private readonly keeping: KeepLegalDocument,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `request.invalid` naming the field, `resource.not_found` also for what others keep */
  async add(actor: Actor, ofId: string, asked: Asked): Promise<void> {
    await this.database.run(async () => {
      await this.store.lock();
      await this.keeping.kept(actor, ofId);
      const change = { ...asked, ofId, from: calendarDate(asked.from) };
      demandPossible(await this.documents.register(), change);
      await this.store.insertChange(change, this.hand(actor));
      await this.record('change_added', ofId, asked.byId);
    });
  }

  /** @throws DomainError `resource.not_found` */
  async remove(actor: Actor, ofId: string, changeId: string): Promise<void> {
    await this.database.run(async () => {
      await this.store.lock();
      await this.keeping.kept(actor, ofId);
      const changes = await this.store.changes();
      const change = changes.find((one) => one.id === changeId && one.ofId === ofId);
      if (change === undefined) throw new DomainError('resource.not_found');
      await this.store.deleteChange(change, this.hand(actor));
      await this.record('change_removed', ofId, change.byId);
    });
  }

  private hand(actor: Actor) {
    return { actorId: actor.accountId, at: this.clock.now() };
  }

  private record(act: string, id: string, byId: string): Promise<void> {
    const subject = { kind: 'legal-document', id };
    return this.audit.record({ action: `legal-document.${act}`, subject, details: { byId } });
  }
}

function demandPossible(
  register: LegalRegister,
  change: Parameters<typeof refuseLegalChange>[0],
): void {
  const { byId, ofId, effect, from } = change;
  const [of, by] = [register.byId.get(ofId), register.byId.get(byId)];
  if (of === undefined || by === undefined) throw wrong('byId', 'not_in_register');
  const known = { arrows: register.changes, of: forceOf(register, of), by };
  const refusal = refuseLegalChange(change, known);
  if (refusal !== null) throw wrong(refusal.field, refusal.reason);
  const twice = register.changes.some(
    (one) => one.ofId === ofId && one.byId === byId && one.effect === effect && one.from === from,
  );
  if (twice) throw wrong('effect', 'recorded_already');
}

const MESSAGES = {
  itself: 'a document does not change itself',
  circle: 'this document changes that one already, also through others',
  not_in_register: 'is not in the register',
  replaced_already: 'this document is wholly replaced already',
  recorded_already: 'this change is recorded already',
  before_force: 'is before the first day of force of one of the two',
  after_end: 'is after the last day of force',
} as const;

function wrong(path: string, code: keyof typeof MESSAGES): InvalidRequest {
  return new InvalidRequest([{ path, code, message: MESSAGES[code] }]);
}
