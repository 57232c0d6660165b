import { Module } from '@nestjs/common';
import { OrganisationFacade } from './organisation.facade.js';
import { OrganisationRepository } from './persistence/organisation.repository.js';
import { UnitRepository } from './persistence/unit.repository.js';
import { ListOrganisations } from './queries/list-organisations.query.js';
import { ListUnits } from './queries/list-units.query.js';
import { LoadUnits } from './use-cases/load-units.js';

@Module({
  providers: [
    UnitRepository,
    OrganisationRepository,
    ListUnits,
    ListOrganisations,
    LoadUnits,
    OrganisationFacade,
  ],
  exports: [OrganisationFacade, LoadUnits, ListUnits, ListOrganisations],
})
export class OrganisationModule {}
