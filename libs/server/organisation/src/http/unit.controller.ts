import { Controller } from '@nestjs/common';
import { listOrganisations, listUnits, type InputOf, type ResponseOf } from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { ListOrganisations } from '../queries/list-organisations.query.js';
import { ListUnits } from '../queries/list-units.query.js';

@Controller()
export class UnitController {
  constructor(
    private readonly units: ListUnits,
    private readonly organisations: ListOrganisations,
  ) {}

  @Endpoint(listUnits)
  @RequirePermission('unit.read')
  list(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof listUnits>,
  ): Promise<ResponseOf<typeof listUnits>> {
    return this.units.run(actor, input.query);
  }

  @Endpoint(listOrganisations)
  @RequirePermission('unit.read')
  listOrganisations(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof listOrganisations>,
  ): Promise<ResponseOf<typeof listOrganisations>> {
    return this.organisations.run(actor, input.query);
  }
}
