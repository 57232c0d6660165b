import type { InputOf, issueEdition } from '@cam-nang/contracts';
import {
  calendarDate,
  decideEdition,
  DomainError,
  hanoiDate,
  planIssue,
  type EditionEvent,
  type IssuePlan,
} from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import {
  AUDIT_TRAIL,
  brokenConstraint,
  Clock,
  Database,
  InvalidRequest,
  isUniqueViolation,
  Outbox,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { editionIssued } from '../events/edition-issued.event.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { datedEditions } from '../policies/edition-state.js';
import { isFounded } from '../policies/errata-line.js';
import { fieldRefusal } from '../policies/field-refusal.js';
import { manifestOf, type EditionDossier } from '../queries/edition-dossier.query.js';
import { EditionFiles } from '../queries/edition-files.query.js';
import { IssueLog } from './issue-log.js';

type Body = InputOf<typeof issueEdition>['body'];
type Issued = Extract<EditionEvent, { kind: 'issued' }>;

/** Signs and issues a candidate: its number, decision and days of effect stand for ever after. */
@Injectable()
export class IssueEdition {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly editions: EditionStore,
    private readonly files: EditionFiles,
    private readonly log: IssueLog,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `edition.wrong_state`, also for an erratum to what was withdrawn since it was
   *   prepared, `edition.manifest_changed`, `edition.decision_taken`,
   *   `edition.dates_overlap`, `edition.date_in_past`, `edition.not_appraised` before its council has
   *   let it through, `permission.same_person` for whoever wrote in it or prepared it; `request.invalid` when the confirmation is not the decision number
   */
  async run(actor: Actor, editionId: string, body: Body): Promise<void> {
    if (body.confirmation.normalize('NFC').trim() !== body.decisionNo) {
      const message = 'Type the number of the decision once more.';
      throw new InvalidRequest([{ path: 'confirmation', code: 'differs', message }]);
    }
    await this.withConstraints(() =>
      this.database.run(async () => {
        const reached = await this.access.edition(actor, 'edition.issue', editionId);
        await this.editions.lockCurriculum(reached.edition.curriculumId);
        const edition = await this.editions.byId(editionId);
        if (edition === null) throw new DomainError('resource.not_found');
        const issued = await this.decide(actor, edition, body);
        await this.write(actor, { course: reached.course, edition, issued, body });
      }),
    );
  }

  private async decide(actor: Actor, edition: EditionRow, body: Body): Promise<Issued> {
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    const dossier = await this.files.dossier(edition, rows);
    refuseUnappraised(dossier);
    refuseUnfounded(edition, rows);
    if (manifestOf(dossier.version) !== edition.manifestHash) {
      throw new DomainError('edition.manifest_changed', { manifestHash: edition.manifestHash });
    }
    const effectiveFrom = calendarDate(body.effectiveFrom);
    const { major, minor, kind } = edition;
    const context = {
      ...dossier.context,
      plan: planIssue(datedEditions(rows), { major, minor, kind, effectiveFrom }),
      sealedOn: hanoiDate(edition.preparedAt),
      decisionTaken: await this.editions.decisionTaken(edition.curriculumId, body),
    };
    const command = {
      kind: 'issue' as const,
      by: actor.accountId,
      manifestHash: body.manifestHash,
      decisionNo: body.decisionNo,
      decisionDate: calendarDate(body.decisionDate),
      effectiveFrom,
    };
    const decision = decideEdition(dossier.course, command, context);
    if (!decision.ok) throw fieldRefusal(decision.error.code, decision.error.details);
    const issued = decision.value.find((event) => event.kind === 'issued');
    if (issued === undefined) throw new DomainError('edition.wrong_state');
    return issued;
  }

  private async write(
    actor: Actor,
    {
      course,
      edition,
      issued,
      body,
    }: {
      readonly course: CourseRow;
      readonly edition: EditionRow;
      readonly issued: Issued;
      readonly body: Body;
    },
  ): Promise<void> {
    const at = this.clock.now();
    const names = await this.accounts.names([actor.accountId]);
    const facts = {
      decisionNo: issued.decisionNo,
      decisionDate: issued.decisionDate,
      decisionTitle: body.decisionTitle,
      signerId: actor.accountId,
      signerLabel: names.get(actor.accountId) ?? '',
      issuedAt: at,
    };
    await this.closeRanges(edition, issued.plan);
    await this.editions.setIssued(edition.id, facts, issued.plan);
    const { id: editionId, major, minor, kind } = edition;
    const effectiveFrom = issued.plan.applies.from;
    await this.outbox.add({
      topic: editionIssued,
      payload: { editionId, courseId: course.id, major, minor, kind, effectiveFrom },
    });
    await this.audit.record({
      action: 'edition.issue',
      subject: { kind: 'edition', id: editionId },
      details: { major, minor, decisionNo: issued.decisionNo, effectiveFrom },
    });
    await this.log.write(edition, issued, { actorId: actor.accountId, at });
  }

  private async closeRanges(edition: EditionRow, plan: IssuePlan): Promise<void> {
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    for (const row of rows) {
      const closings = plan.closings.filter(({ editionId }) => editionId === row.id);
      if (closings.length === 0) continue;
      const ends = new Map(closings.map(({ range, to }) => [range, to]));
      const { forceFrom, forceTo, appliesFrom, appliesTo } = row;
      await this.editions.shorten(row.id, {
        force: forceFrom === null ? null : { from: forceFrom, to: ends.get('force') ?? forceTo },
        applies:
          appliesFrom === null ? null : { from: appliesFrom, to: ends.get('applies') ?? appliesTo },
      });
    }
  }

  /** What the rules let through and the database still refuses was done by somebody else meanwhile. */
  private async withConstraints(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const taken = brokenConstraint(error) === 'edition_decision';
      throw new DomainError(taken ? 'edition.decision_taken' : 'edition.dates_overlap');
    }
  }
}

/** A candidate that needs a council is not signed before the council has let it through. */
function refuseUnappraised({ course, context }: EditionDossier): void {
  if (context.track === 'council' && course.stage === 'candidate') {
    throw new DomainError('edition.not_appraised');
  }
}

/** What an erratum was prepared on was withdrawn since: signed now, it would bring those words back unseen. */
function refuseUnfounded(edition: EditionRow, rows: readonly EditionRow[]): void {
  if (isFounded(edition, rows)) return;
  throw new DomainError('edition.wrong_state', { reason: 'corrected_withdrawn' });
}
