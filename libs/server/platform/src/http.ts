export { createAdapter, createHttpApp, prepareHttpApp } from './http/http-app.js';
export { CONTENT_SECURITY_POLICY } from './http/hardening.js';
export { EndpointInventory, type InventoryEntry } from './http/endpoint-inventory.js';
export { PlatformHttpModule } from './http/platform-http.module.js';
export { Sessions } from './security/sessions.js';
