import { Inject, Injectable } from '@nestjs/common';
import type { correctPerson, InputOf } from '@cam-nang/contracts';
import { DomainError, nfc, normaliseLine, readCorrection, type Bearer } from '@cam-nang/domain';
import { Accounts, People, Scope } from '@cam-nang/identity';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { EnrolmentRepository, type EnrolmentRow } from '../persistence/enrolment.repository.js';
import { EnrolledPeople } from '../policies/enrolled-people.js';
import { demandPlausible } from '../policies/plausible-person.js';
import { presentEnrolment, type EnrolmentView } from '../queries/list-enrolments.query.js';
import { ReachableCohort } from '../queries/reachable-cohort.js';

type Body = InputOf<typeof correctPerson>['body'];

/**
 * Puts the name and date of birth of somebody enrolled right. What the person confirmed for print falls, and is asked
 * anew; lines of the register stay as they were printed, and so does what was signed.
 */
@Injectable()
export class CorrectPerson {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentRepository,
    private readonly cohorts: CohortRepository,
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly reachable: ReachableCohort,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  run(actor: Actor, enrolmentId: string, body: Body): Promise<EnrolmentView> {
    demandPlausible(body, this.clock.today());
    const after = { fullName: normaliseLine(body.fullName), birthDate: body.birthDate };
    return this.database.run(async () => {
      const { row, cohortIds } = await this.within(actor, enrolmentId);
      if (nfc(body.seen.fullName) !== nfc(row.fullName) || body.seen.birthDate !== row.birthDate)
        throw new DomainError('request.stale');
      const reading = readCorrection(row, after);
      if (reading.kind === 'nothing') throw new DomainError('person.nothing_changed');
      if (reading.kind === 'another-person') throw new DomainError('person.another_person');
      await this.demandApart(row, after, cohortIds);
      const correctionId = await this.people.correct(row, after, body.reason);
      await this.askAnew(actor, row.personId, correctionId);
      await this.audit.record({
        action: 'enrolment.correct-person',
        subject: { kind: 'person', id: row.personId },
        details: { cohortId: row.cohortId, changed: reading.changed, correctionId },
      });
      return presentEnrolment({ ...row, ...after, reported: null });
    });
  }

  /** The enrolment, with every cohort of the person locked, so that no list is signed meanwhile. */
  private async within(
    actor: Actor,
    enrolmentId: string,
  ): Promise<{ readonly row: EnrolmentRow; readonly cohortIds: readonly string[] }> {
    const found = await this.enrolments.byId(enrolmentId);
    if (found === null) throw new DomainError('resource.not_found');
    const cohortIds = await this.cohorts.lockOfPerson(found.personId);
    await this.reachable.of(actor, 'enrolment.manage', found.cohortId);
    if (found.personId === actor.personId) throw new DomainError('permission.same_person');
    await this.demandEverywhere(actor, found.accountId, cohortIds);
    const row = await this.enrolments.byId(enrolmentId);
    if (row === null) throw new DomainError('resource.not_found');
    return { row, cohortIds };
  }

  /** A name is the same wherever it stands: it is changed only by who may change it in every place (law 10). */
  private async demandEverywhere(
    actor: Actor,
    accountId: string | null,
    cohortIds: readonly string[],
  ): Promise<void> {
    const cohorts = await this.cohorts.byIds(cohortIds);
    const desks = accountId === null ? [] : await this.accounts.deskUnits(accountId);
    const reached = await Promise.all([
      ...cohorts.map(({ ownerUnitId: unitId, courseId }) =>
        this.scope.reaches(actor, 'enrolment.manage', { unitId, courseId }),
      ),
      ...desks.map((unitId) => this.scope.reaches(actor, 'account.manage', unitId)),
    ]);
    if (!reached.every(Boolean)) throw new DomainError('person.known_elsewhere');
  }

  /** Where no number tells them apart, two of the same name, date of birth and commune are one person. */
  private async demandApart(
    row: EnrolmentRow,
    after: Bearer,
    cohortIds: readonly string[],
  ): Promise<void> {
    if (await this.people.hasNumber(row.personId)) return;
    for (const cohortId of cohortIds) {
      const rows = await this.enrolments.ofCohort(cohortId);
      const own = rows.find(({ personId }) => personId === row.personId);
      if (own === undefined || own.state === 'withdrawn') continue;
      const others = new EnrolledPeople(rows.filter(({ personId }) => personId !== row.personId));
      const alike = others.alike({ ...after, unitName: own.placement.unitName });
      if (alike?.active) throw new DomainError('person.alike');
    }
  }

  private async askAnew(actor: Actor, personId: string, correctionId: string): Promise<void> {
    for (const enrolmentId of await this.enrolments.unconfirmPrinted(personId)) {
      await this.enrolments.note({
        id: this.ids.next(),
        enrolmentId,
        event: 'person-corrected',
        actorId: actor.accountId,
        at: this.clock.now(),
        payload: { correctionId },
      });
    }
  }
}
