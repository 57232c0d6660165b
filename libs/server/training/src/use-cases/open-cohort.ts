import { Inject, Injectable } from '@nestjs/common';
import type { InputOf, openCohort } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { calendarDate, checkCohortPlan, DomainError } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { RuleSetRepository } from '../persistence/rule-set.repository.js';
import { CohortViews, type CohortView } from '../queries/cohort-view.js';

type Body = InputOf<typeof openCohort>['body'];

/** Opens a cohort: pinned to the edition and judged by the rule set in force on its opening day. */
@Injectable()
export class OpenCohort {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortRepository,
    private readonly ruleSets: RuleSetRepository,
    private readonly curriculum: CurriculumFacade,
    private readonly organisations: OrganisationFacade,
    private readonly views: CohortViews,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  run(actor: Actor, body: Body): Promise<CohortView> {
    return this.database.run(async () => {
      await this.checkPlaces(actor, body);
      demandPlan(body);
      const edition = await this.curriculum.editionInForce(body.courseId, body.opensOn);
      if (edition === null) throw await this.noneInForce(body);
      const ruleSet = await this.ruleSets.inForceFor(body.ownerUnitId, body.opensOn);
      if (ruleSet === null) throw new DomainError('rule_set.none_in_force', { on: body.opensOn });
      const id = await this.add(actor, body, ruleSet.id);
      const now = this.clock.now();
      const pin = { cohortId: id, editionId: edition.id, from: now, cause: 'opened' as const };
      await this.cohorts.pin({ ...pin, decidedBy: actor.accountId });
      await this.audit.record({
        action: 'cohort.open',
        subject: { kind: 'cohort', id },
        details: { editionId: edition.id, ruleSetId: ruleSet.id },
      });
      const row = await this.cohorts.byId(id);
      if (row === null) throw new DomainError('resource.not_found');
      return this.views.one(actor, row);
    });
  }

  private async noneInForce({ courseId, opensOn: on }: Body): Promise<DomainError> {
    const withdrawn = await this.curriculum.withdrawalBefore(courseId, on);
    return new DomainError('edition.none_in_force', { on, withdrawn });
  }

  /** The owning unit, the issuer and the course must lie within reach. */
  private async checkPlaces(actor: Actor, body: Body): Promise<void> {
    const place = { unitId: body.ownerUnitId, courseId: body.courseId };
    await this.scope.demand(actor, 'cohort.open', place);
    const [issuer] = await this.organisations.organisations([body.issuerId]);
    if (issuer === undefined) throw new DomainError('resource.not_found');
    await this.scope.demand(actor, 'cohort.open', { ...place, unitId: issuer.unitId });
    const [course] = await this.curriculum.courses([body.courseId]);
    if (course === undefined) throw new DomainError('resource.not_found');
  }

  private async add(actor: Actor, body: Body, ruleSetId: string): Promise<string> {
    const id = this.ids.next();
    const added = await this.cohorts.add({
      ...body,
      id,
      ruleSetId,
      managerId: actor.accountId,
      state: body.opensOn <= this.clock.today() ? 'running' : 'planned',
      isSample: false,
      createdAt: this.clock.now(),
      createdBy: actor.accountId,
    });
    if (!added) throw new DomainError('cohort.code_taken', { code: body.code });
    return id;
  }
}

/** Refuses what can only be a slip of the pen: a last day before the first, or years after it. */
function demandPlan({ opensOn, closesOn, capacity }: Body): void {
  const plan = { opensOn: calendarDate(opensOn), closesOn: calendarDate(closesOn), capacity };
  const [problem] = checkCohortPlan(plan);
  if (problem !== undefined) throw new DomainError('cohort.dates_invalid', { ...problem });
}
