import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as contracts from './index.js';
import type { EndpointDescriptor } from './index.js';
import * as routes from './routes.js';

const file = new URL('./routes.ts', import.meta.url);

function isEndpoint(value: unknown): value is EndpointDescriptor {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
}

const named = Object.entries<unknown>(contracts).filter(
  (entry): entry is [string, EndpointDescriptor] => isEndpoint(entry[1]),
);

function answerOf(endpoint: EndpointDescriptor): string {
  const response: unknown = endpoint.response;
  const kind = typeof response === 'object' && response !== null && 'kind' in response;
  return kind && (response.kind === 'binary' || response.kind === 'events')
    ? response.kind
    : 'json';
}

function isUpload(endpoint: EndpointDescriptor): boolean {
  const body: unknown = endpoint.body;
  return typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'multipart';
}

/** The text of the table as it has to be. */
function table(): string {
  const head = readFileSync(file, 'utf8').split('// endpoints\n')[0] ?? '';
  const rows = named.map(([name, endpoint]) => {
    const kind = `${answerOf(endpoint)}${isUpload(endpoint) ? ' upload' : ''}`;
    const flags = kind === 'json' ? '' : `, '${kind}'`;
    return `export const ${name} = route<C['${name}']>('${endpoint.method}', '${endpoint.path}'${flags});`;
  });
  return `${head}// endpoints\n${rows.join('\n')}\n`;
}

describe('the plain table of routes', () => {
  if (process.env['UPDATE_ROUTES'] === '1') writeFileSync(file, table());

  it('holds every endpoint with its method and path (mend it with UPDATE_ROUTES=1)', () => {
    const written = Object.fromEntries(
      Object.entries<unknown>(routes)
        .filter(([, value]) => isEndpoint(value))
        .map(([name, value]) => [name, value]),
    );
    const wanted = Object.fromEntries(
      named.map(([name, endpoint]) => [
        name,
        {
          method: endpoint.method,
          path: endpoint.path,
          answer: answerOf(endpoint),
          upload: isUpload(endpoint),
        },
      ]),
    );
    if (process.env['UPDATE_ROUTES'] !== '1') expect(written).toEqual(wanted);
  });

  it('carries no schema', () => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/^import (?!type )/m);
  });
});
