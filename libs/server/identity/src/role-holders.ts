import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock } from '@cam-nang/platform';
import { GrantRepository, type RoleHolder } from './persistence/grant.repository.js';

/** Who holds roles that reach a place. */
@Injectable()
export class RoleHolders {
  constructor(
    private readonly organisations: OrganisationFacade,
    private readonly grants: GrantRepository,
    private readonly clock: Clock,
  ) {}

  /** Open accounts with a grant in force today that reaches the place, for a role the predicate takes. */
  async of(
    takes: (role: Role) => boolean,
    place: { readonly unitId: string; readonly courseId: string },
  ): Promise<RoleHolder[]> {
    const unitIds = await this.organisations.idsAbove(place.unitId);
    const roles = ROLES.filter(takes);
    return this.grants.holders({ roles, unitIds, courseId: place.courseId }, this.clock.today());
  }
}
