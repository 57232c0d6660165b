import { Injectable } from '@nestjs/common';
import { DomainError, type Permission } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { CohortRepository, type CohortRow } from '../persistence/cohort.repository.js';

/** Cohorts as far as a person's rights reach; the others do not exist for that person. */
@Injectable()
export class ReachableCohort {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly scope: Scope,
  ) {}

  /** The cohort, or `resource.not_found` when there is none or the permission does not reach it. */
  async of(actor: Actor, permission: Permission, cohortId: string): Promise<CohortRow> {
    const cohort = await this.cohorts.byId(cohortId);
    if (cohort === null) throw new DomainError('resource.not_found');
    await this.scope.demand(actor, permission, {
      unitId: cohort.ownerUnitId,
      courseId: cohort.courseId,
    });
    return cohort;
  }

  /** As `of`, with the cohort locked until the transaction ends. */
  async locked(actor: Actor, permission: Permission, cohortId: string): Promise<CohortRow> {
    await this.cohorts.lock(cohortId);
    return this.of(actor, permission, cohortId);
  }
}
