import { Injectable } from '@nestjs/common';
import type { listEnrolments, ResponseOf } from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { EnrolmentRepository, type EnrolmentRow } from '../persistence/enrolment.repository.js';
import { ReachableCohort } from './reachable-cohort.js';

export type EnrolmentView = ResponseOf<typeof listEnrolments>['enrolments'][number];

/** An enrolment as the cohort's list shows it. */
export function presentEnrolment(row: EnrolmentRow): EnrolmentView {
  return {
    id: row.id,
    number: row.number,
    personId: row.personId,
    accountId: row.accountId,
    fullName: row.fullName,
    birthDate: row.birthDate,
    username: row.username,
    placement: row.placement,
    state: row.state,
    enrolledAt: row.enrolledAt.toISOString(),
    hasSignedIn: row.hasSignedIn,
    reported: row.reported,
    certified: row.certified,
  };
}

/** The people of a cohort in Vietnamese name order. */
@Injectable()
export class ListEnrolments {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly reachable: ReachableCohort,
  ) {}

  async run(actor: Actor, cohortId: string): Promise<ResponseOf<typeof listEnrolments>> {
    await this.reachable.of(actor, 'cohort.read', cohortId);
    return { enrolments: (await this.enrolments.ofCohort(cohortId)).map(presentEnrolment) };
  }
}
