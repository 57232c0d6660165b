export { createAdapter, createHttpApp, prepareHttpApp } from './http/http-app.js';
export { CONTENT_SECURITY_POLICY } from './http/hardening.js';
export {
  EndpointInventory,
  listEndpoints,
  type InventoryEntry,
} from './http/endpoint-inventory.js';
export { PlatformHttpModule } from './http/platform-http.module.js';
export { Sessions } from './security/sessions.js';
export { openApiDocument, openApiText, type OpenApiDocument } from './openapi/document.js';
export { controllersOf } from './http/controllers-of.js';
export { OperationsHttpModule } from './operations/operations.module.js';
