import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { vi } from '../src/desk/kit/audit/messages/vi.js';

const server = fileURLToPath(new URL('../../../libs/server', import.meta.url));

/** Every act the server records by name. */
function recordedActs(): readonly string[] {
  const sources = readdirSync(server, { recursive: true })
    .map(String)
    .filter((path) => path.includes('/src/') && /(?<!\.spec)\.ts$/.test(path))
    .map((path) => readFileSync(join(server, path), 'utf8'))
    .filter((source) => source.includes('audit'));
  const found = sources.flatMap((source) => [
    ...source.matchAll(/(?:action: |note\()'([a-z-]+\.[a-z-]+)'/g),
  ]);
  return [...new Set(found.map((match) => match[1] ?? ''))].sort();
}

describe('the words of the audit trail', () => {
  it('are there for every act the server records', () => {
    const acts = recordedActs();
    expect(acts.length).toBeGreaterThan(30);
    expect(acts.filter((action) => !Object.hasOwn(vi, action))).toEqual([]);
  });
});
