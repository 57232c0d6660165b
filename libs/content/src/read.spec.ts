import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const HERE = new URL('.', import.meta.url);
const IMPORT = /^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)';/gms;

/** Everything that a file needs when it runs, through all files of this library. */
function runtimeImports(file: URL, seen = new Set<string>()): ReadonlySet<string> {
  const packages = new Set<string>();
  if (seen.has(file.href)) return packages;
  seen.add(file.href);
  for (const [, isType, from = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (isType !== undefined) continue;
    if (!from.startsWith('.')) packages.add(from);
    else {
      const next = new URL(from.replace(/\.js$/, '.ts'), file);
      for (const name of runtimeImports(next, seen)) packages.add(name);
    }
  }
  return packages;
}

describe('the entry for readers', () => {
  it('needs no package at all', () => {
    expect([...runtimeImports(new URL('read.ts', HERE))]).toEqual([]);
  });

  it('is told apart from the entry for servers', () => {
    expect([...runtimeImports(new URL('index.ts', HERE))]).toContain('@tiptap/core');
  });
});
