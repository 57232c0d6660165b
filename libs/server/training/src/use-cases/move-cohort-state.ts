import { Inject, Injectable, Optional } from '@nestjs/common';
import { DomainError, needsFreshAuthentication } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { COHORT_MARKERS, type CohortMarkers } from '../cohort-markers.js';
import {
  CohortRepository,
  type CohortRow,
  type CohortState,
} from '../persistence/cohort.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { nextStates, rightToMove } from '../policies/cohort-states.js';
import { ReachableCohort } from '../queries/reachable-cohort.js';
import { CohortViews, type CohortView } from '../queries/cohort-view.js';

/**
 * Takes a cohort along its path; going to where it already is changes nothing. Closing its results cannot be
 * undone: it wants a fresh authentication, and somebody who gave none of the marks (law 8: who enters marks is
 * not who closes them).
 */
@Injectable()
export class MoveCohortState {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly reachable: ReachableCohort,
    private readonly views: CohortViews,
    private readonly scope: Scope,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Optional() @Inject(COHORT_MARKERS) private readonly markers: CohortMarkers | undefined,
  ) {}

  run(actor: Actor, cohortId: string, to: CohortState): Promise<CohortView> {
    return this.database.run(async () => {
      const cohort = await this.reachable.locked(actor, 'cohort.manage', cohortId);
      await this.demandRight(actor, cohort, to);
      if (cohort.state !== to) await this.move(actor, cohort, to);
      return this.views.one(actor, { ...cohort, state: to });
    });
  }

  private async demandRight(actor: Actor, cohort: CohortRow, to: CohortState): Promise<void> {
    const place = { unitId: cohort.ownerUnitId, courseId: cohort.courseId };
    const permission = rightToMove(to);
    if (!(await this.scope.reaches(actor, permission, place))) {
      throw new DomainError('permission.denied', { permission });
    }
    const fresh = actor.freshUntil !== null && actor.freshUntil > this.clock.now();
    if (needsFreshAuthentication(permission) && !fresh) {
      throw new DomainError('session.fresh_authentication_required');
    }
  }

  /** After the closing nothing can be marked any more, so nothing may be left to mark. */
  private async demandSettled(actor: Actor, cohortId: string): Promise<void> {
    if (await this.markers?.marked(actor.accountId, cohortId)) {
      throw new DomainError('cohort.closed_by_marker');
    }
    const waiting = (await this.markers?.waiting(cohortId)) ?? 0;
    if (waiting > 0) throw new DomainError('cohort.unsettled', { waiting });
  }

  private async move(actor: Actor, cohort: CohortRow, to: CohortState): Promise<void> {
    const { id: cohortId, state: from } = cohort;
    if (!nextStates(from).includes(to)) throw new DomainError('cohort.wrong_state', { from, to });
    if (to === 'results_closed') await this.demandSettled(actor, cohortId);
    if (to === 'results_closed') await this.cohorts.close(cohortId, to, this.clock.now());
    else await this.cohorts.setState(cohortId, to);
    if (to === 'running') await this.enrolments.moveAll(cohortId, 'confirmed', 'studying');
    await this.audit.record({
      action: 'cohort.move-state',
      subject: { kind: 'cohort', id: cohortId },
      details: { from, to },
    });
  }
}
