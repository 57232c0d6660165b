import { Injectable } from '@nestjs/common';
import type { InputOf, listCohorts, previewCohort, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError, hasPermission } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { Clock, type Actor } from '@cam-nang/platform';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { RuleSetRepository } from '../persistence/rule-set.repository.js';
import { CohortViews, type CohortView } from './cohort-view.js';
import { presentRuleSet } from './list-rule-sets.query.js';
import { ReachableCohort } from './reachable-cohort.js';

/** Cohorts within the scope of the person who asks. */
@Injectable()
export class ListCohorts {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly ruleSets: RuleSetRepository,
    private readonly views: CohortViews,
    private readonly curriculum: CurriculumFacade,
    private readonly reachable: ReachableCohort,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    query: InputOf<typeof listCohorts>['query'],
  ): Promise<ResponseOf<typeof listCohorts>> {
    const rows = await this.cohorts.list({
      roots: this.scope.roots(actor, 'cohort.read'),
      today: this.clock.today(),
      state: query.state ?? null,
      search: query.search ?? null,
      courseId: query.courseId ?? null,
    });
    return {
      cohorts: await this.views.of(actor, rows),
      allowed: { open: hasPermission(actor.roles, 'cohort.open') },
    };
  }

  async one(actor: Actor, cohortId: string): Promise<CohortView> {
    return this.views.one(actor, await this.reachable.of(actor, 'cohort.read', cohortId));
  }

  /** What a cohort that opens on the day would be pinned to. */
  async preview(
    actor: Actor,
    query: InputOf<typeof previewCohort>['query'],
  ): Promise<ResponseOf<typeof previewCohort>> {
    const [unitId] = this.scope.roots(actor, 'cohort.open');
    if (unitId === undefined) throw new DomainError('permission.denied');
    const edition = await this.curriculum.editionInForce(query.courseId, query.opensOn);
    const ruleSet = await this.ruleSets.inForceFor(unitId, query.opensOn);
    const year = query.opensOn.slice(0, 4);
    const number = (await this.cohorts.countOpened(year)) + 1;
    const { courseId, opensOn } = query;
    return {
      edition,
      withdrawn:
        edition === null ? await this.curriculum.withdrawalBefore(courseId, opensOn) : null,
      ruleSet: ruleSet === null ? null : presentRuleSet(ruleSet),
      suggestedCode: `K${String(number).padStart(2, '0')}/${year}`,
    };
  }
}
