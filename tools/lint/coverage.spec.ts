import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FEATURE_LINE, KNOWN_TAGS } from './layers.mjs';
import { projectFolders, tagsOf } from './projects.mjs';
import { foldersWithRule } from './server-zones.mjs';
import { ENTRY_FOLDERS, subfolders, WEB_FOLDERS } from './web-zones.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const projects = projectFolders(root);

describe('every project is under exactly one rule', () => {
  it.each(projects)('%s', (folder) => {
    const tags = tagsOf(root, folder);
    expect(tags).toHaveLength(1);
    expect(KNOWN_TAGS).toContain(tags[0]);
  });

  it('and every rule has its project', () => {
    const used = projects.flatMap((folder) => tagsOf(root, folder));
    expect([...used].sort()).toEqual([...KNOWN_TAGS].sort());
  });

  it('and no code lies outside a project', () => {
    const lonely = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['node_modules', 'dist', 'coverage'].includes(name))
      .filter((name) => !projects.some((folder) => folder.split('/')[0] === name))
      .filter((name) => !['docs', 'seed', 'deploy', 'screens'].includes(name));
    expect(lonely).toEqual([]);
  });
});

describe('every folder is under a rule', () => {
  it.each(FEATURE_LINE)('of the feature %s', (feature) => {
    const known = foldersWithRule(feature);
    const folders = subfolders(join(root, 'libs/server', feature, 'src'));
    expect(folders.filter((folder) => !known.includes(folder))).toEqual([]);
  });

  it('of the web', () => {
    const known = Object.keys(WEB_FOLDERS);
    expect(subfolders(join(root, 'apps/web/src')).filter((name) => !known.includes(name))).toEqual(
      [],
    );
  });

  it.each(Object.entries(ENTRY_FOLDERS))('of the entry %s', (entry, folders) => {
    // Catalogues of an entry stand beside its folders and import nothing.
    const known = [...Object.keys(folders), 'messages'];
    const found = subfolders(join(root, 'apps/web/src', entry));
    expect(found.filter((name) => !known.includes(name))).toEqual([]);
  });
});

interface Locked {
  readonly optionalDependencies?: Record<string, string>;
}

describe('the lock file', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };

  /** Looks a name up as node would: beside the package, then in every folder above. */
  function isLocked(from: string, name: string): boolean {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules') - 1))) {
      if (`${at}${at === '' ? '' : '/'}node_modules/${name}` in packages) return true;
      if (at === '') return false;
    }
  }

  it('holds every optional package that it names, so that npm ci works on every machine', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !isLocked(path, name))
        .map((name) => `${name} of ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no address to download from, so that any registry serves it', () => {
    const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(text).not.toMatch(/"resolved": "http/);
  });
});
