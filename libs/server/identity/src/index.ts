export { IdentityModule } from './identity.module.js';
export { Accounts, type IssuedCode, type NewGrant } from './accounts.js';
export { AuditTrail, type AuditedAct } from './audit/audit-trail.js';
export { People, type PersonParticulars } from './people.js';
export type { PersonRow } from './persistence/person.repository.js';
export { RoleHolders } from './role-holders.js';
export type { RoleHolder } from './persistence/grant.repository.js';
export { Scope, type Place } from './policies/scope.js';
export { ClaimInstallation } from './use-cases/claim-installation.js';
