import type { FastifyInstance } from 'fastify';
import type { EndpointInventory } from '../http/endpoint-inventory.js';
import { openApiDocument } from './document.js';
import { DOCS_SHEET, docsPage } from './docs-page.js';

/** `/api/openapi.json`, and the same to read at `/api/docs`. Made once, when first asked for. */
export function addDocsRoutes(server: FastifyInstance, inventory: EndpointInventory): void {
  let made: { json: string; page: string } | undefined;
  const documents = () => {
    if (made !== undefined) return made;
    const document = openApiDocument(inventory.entries());
    made = { json: JSON.stringify(document), page: docsPage(document, inventory.entries()) };
    return made;
  };
  const cache = 'public, max-age=300';
  server.get('/api/openapi.json', async (_request, reply) => {
    await reply.header('cache-control', cache).type('application/json').send(documents().json);
  });
  server.get('/api/docs', async (_request, reply) => {
    await reply.header('cache-control', cache).type('text/html').send(documents().page);
  });
  server.get('/api/docs.css', async (_request, reply) => {
    await reply.header('cache-control', cache).type('text/css').send(DOCS_SHEET);
  });
}
