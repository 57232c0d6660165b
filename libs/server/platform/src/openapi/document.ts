import { problem } from '@cam-nang/contracts';
import type { InventoryEntry } from '../http/endpoint-inventory.js';
import { SchemaBook } from './json-schema.js';
import { hoistRepeated } from './repeated-parts.js';
import { operationOf } from './operation.js';

/** An OpenAPI 3.1 document as plain JSON. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: object;
}

const DESCRIPTION = [
  'The interface of Cẩm Nang between its server and its clients.',
  'Every failure is a problem document (RFC 9457) with a `code` of a closed list.',
  'Unsafe requests of a session carry its token in `x-csrf-token`; they may carry an `Idempotency-Key`, with which a repeat is answered again without being done again.',
].join('\n\n');

const SECURITY_SCHEMES = {
  session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
  csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
};

function openApiPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

/** The OpenAPI document of these routes under `/api`, the same text for the same contracts. */
export function openApiDocument(entries: readonly InventoryEntry[]): OpenApiDocument {
  const book = new SchemaBook();
  const paths: Record<string, Record<string, object>> = {};
  const ofClients = entries.filter(({ endpoint }) => endpoint.path.startsWith('/api/'));
  const sorted = ofClients.sort((a, b) => (a.endpoint.path < b.endpoint.path ? -1 : 1));
  for (const entry of sorted) {
    const path = (paths[openApiPath(entry.endpoint.path)] ??= {});
    path[entry.endpoint.method.toLowerCase()] = operationOf(entry, book);
  }
  const own = { Problem: book.describe(problem, 'output', 'Problem'), ...book.components() };
  const hoisted = hoistRepeated(paths, Object.keys(own));
  const schemas = { ...own, ...hoisted.components };
  return {
    openapi: '3.1.0',
    info: { title: 'Cẩm Nang', version: '1', description: DESCRIPTION },
    paths: hoisted.paths,
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  };
}

/** The document as it is kept in the repository: indented, with a final line break. */
export function openApiText(entries: readonly InventoryEntry[]): string {
  return `${JSON.stringify(openApiDocument(entries), null, 2)}\n`;
}
