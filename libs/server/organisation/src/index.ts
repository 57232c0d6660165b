export { OrganisationModule } from './organisation.module.js';
export { OrganisationFacade, type PlacementNames } from './organisation.facade.js';
export type { OrganisationRow } from './persistence/organisation.repository.js';
export type { UnitRow } from './persistence/unit.repository.js';
export { LoadUnits, type UnitsFile } from './use-cases/load-units.js';
