import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { endpoints } from '@cam-nang/contracts';
import { controllersOf, listEndpoints, openApiText } from '@cam-nang/platform/http';
import { httpModules } from '../src/api.module.js';
import { endpointTable } from '../testing/endpoint-table.js';

const here = dirname(fileURLToPath(import.meta.url));
const entries = listEndpoints(controllersOf(httpModules));

/** A new public route is a decision: it is written here as well. */
const PUBLIC = [
  'account.claim-installation',
  'certificate.verify',
  'file.image',
  'handbook.lesson',
  'handbook.lesson-history',
  'handbook.passage-history',
  'handbook.read',
  'page.verify',
  'page.verify-asset',
  'page.verify-form',
  'register.heads',
  'session.read',
  'session.redeem-code',
  'session.sign-in',
  'session.single-sign-on',
  'session.single-sign-on-return',
  'session.ways',
];

/** The text of a kept file; written anew when asked for (`UPDATE_GUARDS=1`). */
function kept(file: string, current: string): string {
  if (process.env['UPDATE_GUARDS'] === '1') writeFileSync(file, current);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

describe('the routes of the api', () => {
  it('are the endpoints of the contracts, every one and no other', () => {
    // Plain pages outside of /api are for browsers alone and have no contract with a client.
    const routed = entries
      .filter(({ endpoint }) => endpoint.path.startsWith('/api/'))
      .map(({ endpoint }) => endpoint.id);
    const stated = endpoints.map(({ id }) => id);
    expect(stated.filter((id) => !routed.includes(id))).toEqual([]);
    expect(routed.filter((id) => !stated.includes(id))).toEqual([]);
  });

  it('have the access that endpoints.txt says (UPDATE_GUARDS=1 writes it; read the difference)', () => {
    const table = endpointTable(entries);
    expect(table).toBe(kept(join(here, 'endpoints.txt'), table));
  });

  it('are public only where nobody can be signed in yet, or everyone may look', () => {
    const open = entries.filter(({ access }) => access.kind === 'public');
    expect(open.map(({ endpoint }) => endpoint.id)).toEqual(PUBLIC);
  });

  it('are what docs/openapi.json says (cli openapi --write docs/openapi.json)', () => {
    const text = openApiText(entries);
    const file = join(here, '../../../docs/openapi.json');
    expect(text === kept(file, text)).toBe(true);
  });
});
