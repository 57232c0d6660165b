import type { InputOf, withdrawEdition } from '@cam-nang/contracts';
import {
  calendarDate,
  decideEdition,
  DomainError,
  startOfHanoiDay,
  type EditionContext,
  type EditionEvent,
} from '@cam-nang/domain';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  InvalidRequest,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PublishedHeads } from '../integrity/published-heads.js';
import { EditionEventStore } from '../persistence/edition-event-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { WithdrawalStore } from '../persistence/withdrawal-store.js';
import { fieldRefusal } from '../policies/field-refusal.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { EditionFiles } from '../queries/edition-files.query.js';
import { WithdrawalOptions } from '../queries/withdrawal-options.query.js';
import { TakeBackErratum } from './take-back-erratum.js';

type Body = InputOf<typeof withdrawEdition>['body'];
type Withdrawn = Extract<EditionEvent, { kind: 'withdrawn' }>;

/** Withdraws an issued edition by decision: from its day no cohort opens on it; its text stays readable. */
@Injectable()
export class WithdrawEdition {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly editions: EditionStore,
    private readonly withdrawals: WithdrawalStore,
    private readonly files: EditionFiles,
    private readonly options: WithdrawalOptions,
    private readonly takeBack: TakeBackErratum,
    private readonly events: EditionEventStore,
    private readonly heads: PublishedHeads,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `edition.wrong_state`, `edition.date_in_past`; `request.invalid` naming the
   *   field, also when the confirmation is not the decision number or the edition named in its place
   *   cannot take it
   */
  async run(actor: Actor, editionId: string, body: Body): Promise<void> {
    if (body.confirmation.normalize('NFC').trim() !== body.decisionNo) {
      const message = 'Type the number of the decision once more.';
      throw new InvalidRequest([{ path: 'confirmation', code: 'differs', message }]);
    }
    await this.database.run(async () => {
      const reached = await this.access.edition(actor, 'edition.issue', editionId);
      await this.editions.lockCurriculum(reached.edition.curriculumId);
      const edition = await this.editions.byId(editionId);
      if (edition === null) throw new DomainError('resource.not_found');
      await this.write(actor, edition, await this.decide(actor, edition, body));
    });
  }

  private async decide(actor: Actor, edition: EditionRow, body: Body): Promise<Withdrawn> {
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    const { course, context } = await this.files.dossier(edition, rows);
    const fallbacks = await this.options.fallbacks(edition, rows, body.on);
    const { decisionNo, reason, fallbackId } = body;
    const command = {
      kind: 'withdraw' as const,
      by: actor.accountId,
      ...{ decisionNo, reason, fallbackId },
      decisionDate: calendarDate(body.decisionDate),
      on: calendarDate(body.on),
    };
    const fallbackIds = fallbacks?.map(({ id }) => id) ?? null;
    const issuedBy = issuingDecision(edition);
    const decision = decideEdition(course, command, { ...context, fallbackIds, issuedBy });
    if (!decision.ok) throw fieldRefusal(decision.error.code, decision.error.details);
    const withdrawn = decision.value.find((event) => event.kind === 'withdrawn');
    if (withdrawn === undefined) throw new DomainError('edition.wrong_state');
    return withdrawn;
  }

  private async write(actor: Actor, before: EditionRow, withdrawn: Withdrawn): Promise<void> {
    const { on, decisionNo, decisionDate, reason, governed, fallbackId } = withdrawn;
    const { id: editionId, major, minor } = before;
    await this.withdrawals.put(editionId, {
      ...{ on, decisionNo, reason },
      at: startOfHanoiDay(on),
    });
    await this.takeBack.run(before, reason);
    await this.audit.record({
      action: 'edition.withdraw',
      subject: { kind: 'edition', id: editionId },
      details: { major, minor, decisionNo, on, fallbackId },
    });
    const payload = { decisionNo, decisionDate, reason, on, governed, fallbackId };
    await this.log(actor, before, payload);
    this.database.afterCommit(() => this.heads.publish());
  }

  /** The withdrawal and the ranges that it ended, in the chain of events: last, for the chain is locked. */
  private async log(
    actor: Actor,
    before: EditionRow,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const after = await this.editions.byId(before.id);
    const who = { editionId: before.id, actorId: actor.accountId, at: this.clock.now() };
    await this.events.append({ ...who, event: 'withdrawn', payload });
    const ends = [
      ['force', before.forceTo, after?.forceTo],
      ['applies', before.appliesTo, after?.appliesTo],
    ] as const;
    for (const [range, was, to] of ends) {
      if (was === to) continue;
      await this.events.append({
        ...who,
        event: 'range_closed',
        payload: { range, to, by: before.id },
      });
    }
  }
}

/** What is withdrawn by the decision that issued it was never withdrawn by anybody. */
function issuingDecision({ decisionNo, decisionDate }: EditionRow): EditionContext['issuedBy'] {
  if (decisionNo === null || decisionDate === null) return null;
  return { decisionNo, decisionDate: calendarDate(decisionDate) };
}
