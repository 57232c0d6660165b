export { OrganisationHttpModule } from './organisation-http.module.js';
