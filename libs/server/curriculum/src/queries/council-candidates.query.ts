import { hasPermission } from '@cam-nang/domain';
import { RoleHolders } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CouncilSessions } from './council-sessions.query.js';
import { CourseAccess } from './course-access.query.js';

/** Somebody who could sit on a council. */
export interface CouncilCandidate {
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  /** Wrote in what is to be judged or prepared it. */
  readonly recused: boolean;
}

/** Who could sit on the council of an edition: holders of a role that votes, where it reaches the course. */
@Injectable()
export class CouncilCandidates {
  constructor(
    private readonly access: CourseAccess,
    private readonly holders: RoleHolders,
    private readonly sessions: CouncilSessions,
  ) {}

  async ofEdition(actor: Actor, editionId: string): Promise<CouncilCandidate[]> {
    const { course, edition } = await this.access.edition(actor, 'council.convene', editionId);
    const recused = new Set(await this.sessions.recusedIds(edition));
    const place = { unitId: course.ownerUnitId, courseId: course.id };
    const people = await this.holders.of(
      (role) => hasPermission([{ role }], 'council.vote'),
      place,
    );
    return people.map(({ accountId, name, unitName }) => ({
      accountId,
      name,
      organisation: unitName,
      recused: recused.has(accountId),
    }));
  }
}
