import { join } from 'node:path';
import { FEATURE_LINE } from './layers.mjs';

/**
 * Inside a server feature: which folder may import which other folder of the same feature.
 */
export const FEATURE_FOLDERS = {
  // Controllers and presenters: a contract, a permission, a call. No SQL, no jobs.
  http: ['use-cases', 'queries', 'policies', 'events', 'OWN'],
  // One verb a file. Never knows who called it.
  'use-cases': ['queries', 'policies', 'persistence', 'jobs', 'events', 'OWN'],
  // Reads, straight to the answer's shape; they change nothing, so they need no verbs.
  queries: ['policies', 'persistence', 'OWN'],
  // Pure: actor and facts in, yes or no with a reason out. Of persistence only types, the shapes of facts
  // (a rule of its own in eslint.config.mjs).
  policies: ['persistence', 'OWN'],
  // The only folder that knows tables. It loads the facts that policies define.
  persistence: ['policies', 'OWN'],
  // Definitions and handlers; a handler does its work through use cases.
  jobs: ['use-cases', 'queries', 'policies', 'persistence', 'events', 'OWN'],
  // News for features to the right: shapes only.
  events: [],
  // Factories for specs of this and other features.
  testing: ['use-cases', 'queries', 'policies', 'persistence', 'events', 'OWN'],
  // The feature's hard thing.
  OWN: ['queries', 'policies', 'persistence', 'events', 'OWN'],
};

/** Folders named after a feature's own hard thing. A folder that is in neither list has no rule and is refused. */
export const OWN_FOLDERS = {
  identity: ['audit', 'secrets', 'sessions'],
  curriculum: ['documents', 'integrity', 'word-import'],
  training: ['workbook'],
  certification: ['documents', 'register'],
};

/** Zones for `import-x/no-restricted-paths`, one per feature folder. @param {string} root */
export function serverZones(root) {
  return FEATURE_LINE.flatMap((feature) => zonesOf(root, feature));
}

function zonesOf(root, feature) {
  const source = join(root, 'libs/server', feature, 'src');
  const own = OWN_FOLDERS[feature] ?? [];
  const all = foldersWithRule(feature);
  return all.map((folder) => {
    const rule = FEATURE_FOLDERS[own.includes(folder) ? 'OWN' : folder];
    const allowed = rule.flatMap((name) => (name === 'OWN' ? own : [name]));
    const closed = all.filter((other) => other !== folder && !allowed.includes(other));
    return {
      target: join(source, folder),
      from: closed.map((other) => join(source, other)),
      message: `${feature}: ${folder}/ may import ${allowed.map((name) => `${name}/`).join(', ') || 'nothing'} of its feature, not this (docs/architecture.md).`,
    };
  });
}

/** Names of the folders of a feature that a rule covers. @param {string} feature */
export function foldersWithRule(feature) {
  const named = Object.keys(FEATURE_FOLDERS).filter((folder) => folder !== 'OWN');
  return [...named, ...(OWN_FOLDERS[feature] ?? [])];
}

/** Files that may import the object-relational mapper: where tables are known, and nowhere else. */
export const TABLE_FILES = [
  'libs/server/*/src/persistence/**',
  'libs/server/platform/src/database/**',
  'libs/server/migrations/src/**',
  'libs/server/testing/src/**',
];
