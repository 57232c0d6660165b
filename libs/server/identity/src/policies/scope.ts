import { Injectable } from '@nestjs/common';
import { OrganisationFacade } from '@cam-nang/organisation';
import { DomainError, grantsConferring, type Permission } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';

/** Where a thing lies: its owning unit and, where it belongs to one, its course. */
export interface Place {
  readonly unitId: string;
  readonly courseId?: string | null;
}

/** How far a person's rights reach (law 10). A right never reaches outside its unit's subtree. */
@Injectable()
export class Scope {
  constructor(private readonly organisations: OrganisationFacade) {}

  /** Units of the grants that confer the permission: the roots of its reach. */
  roots(actor: Actor, permission: Permission): string[] {
    return grantsConferring(actor.roles, permission).map((grant) => grant.unitId);
  }

  /** True when a grant confers the permission there. A grant for one course reaches that course only. */
  async reaches(actor: Actor, permission: Permission, place: Place | string): Promise<boolean> {
    const { unitId, courseId } =
      typeof place === 'string' ? { unitId: place, courseId: null } : place;
    const roots = grantsConferring(actor.roles, permission)
      .filter((grant) => grant.courseId === null || grant.courseId === courseId)
      .map((grant) => grant.unitId);
    return this.organisations.reaches(roots, unitId);
  }

  /** Goes on only where the permission reaches; what lies outside does not exist for the person (404). */
  async demand(actor: Actor, permission: Permission, place: Place | string): Promise<void> {
    if (!(await this.reaches(actor, permission, place)))
      throw new DomainError('resource.not_found');
  }
}
