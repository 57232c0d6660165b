import { Injectable } from '@nestjs/common';
import type { InputOf, listOrganisations, ResponseOf } from '@cam-nang/contracts';
import { Clock, type Actor } from '@cam-nang/platform';
import { OrganisationRepository } from '../persistence/organisation.repository.js';

/** Organisations located within the scope of all grants of the person who asks. */
@Injectable()
export class ListOrganisations {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    query: InputOf<typeof listOrganisations>['query'],
  ): Promise<ResponseOf<typeof listOrganisations>> {
    const organisations = await this.organisations.list({
      roots: actor.roles.map((grant) => grant.unitId),
      onDay: this.clock.today(),
      kind: query.kind ?? null,
      search: query.search ?? null,
    });
    return { organisations };
  }
}
