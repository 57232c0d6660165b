import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FEATURE_LINE } from './layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LAYER = '@nx/enforce-module-boundaries';
const ZONE = 'import-x/no-restricted-paths';
const PACKAGE = 'no-restricted-imports';

interface Finding {
  readonly rule: string;
  readonly message: string;
}

interface Crossing {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

const crossing = (name: string, file: string, from: string, rule: string): Crossing => ({
  name,
  file,
  code: `import { thing } from '${from}';\nexport const used = thing;\n`,
  rule,
});

const server = 'libs/server';
const web = 'apps/web/src';

/** One deliberately wrong import for every border of the architecture. */
const crossings: Crossing[] = [
  crossing('domain looks up', 'libs/domain/src/wrong.ts', '@cam-nang/contracts', LAYER),
  crossing('domain takes a package', 'libs/domain/src/wrong.ts', 'rxjs', LAYER),
  crossing('domain takes the machine', 'libs/domain/src/wrong.ts', 'node:crypto', PACKAGE),
  crossing('contracts look up', 'libs/contracts/src/wrong.ts', '@cam-nang/content', LAYER),
  crossing('contracts take a package', 'libs/contracts/src/wrong.ts', 'rxjs', LAYER),
  crossing('content looks aside', 'libs/content/src/wrong.ts', '@cam-nang/platform', LAYER),
  crossing('content takes React', 'libs/content/src/wrong.ts', 'react', PACKAGE),
  crossing('platform looks up', `${server}/platform/src/wrong.ts`, '@cam-nang/identity', LAYER),
  crossing(
    'platform takes test tools',
    `${server}/platform/src/wrong.ts`,
    '@cam-nang/testing',
    LAYER,
  ),
  crossing(
    'migrations know a feature',
    `${server}/migrations/src/wrong.ts`,
    '@cam-nang/identity',
    LAYER,
  ),
  crossing(
    'testing knows a feature',
    `${server}/testing/src/wrong.ts`,
    '@cam-nang/identity',
    LAYER,
  ),
  crossing(
    'organisation looks right',
    `${server}/organisation/src/wrong.ts`,
    '@cam-nang/identity',
    LAYER,
  ),
  crossing(
    'identity looks right',
    `${server}/identity/src/wrong.ts`,
    '@cam-nang/curriculum',
    LAYER,
  ),
  crossing(
    'curriculum looks right',
    `${server}/curriculum/src/wrong.ts`,
    '@cam-nang/training',
    LAYER,
  ),
  crossing(
    'training looks right',
    `${server}/training/src/wrong.ts`,
    '@cam-nang/assessment',
    LAYER,
  ),
  crossing(
    'assessment looks right',
    `${server}/assessment/src/wrong.ts`,
    '@cam-nang/learning',
    LAYER,
  ),
  crossing(
    'learning looks right',
    `${server}/learning/src/wrong.ts`,
    '@cam-nang/certification',
    LAYER,
  ),
  crossing(
    'certification looks right',
    `${server}/certification/src/wrong.ts`,
    '@cam-nang/insight',
    LAYER,
  ),
  crossing('the web takes the server', `${web}/lib/wrong.ts`, '@cam-nang/platform', LAYER),
  crossing('the web takes a server package', `${web}/desk/wrong.ts`, 'pg', PACKAGE),
  crossing(
    'a feature knows tables',
    `${server}/training/src/use-cases/wrong.ts`,
    'typeorm',
    PACKAGE,
  ),
  crossing('the platform knows tables', `${server}/platform/src/http/wrong.ts`, 'typeorm', PACKAGE),
  crossing('a feature knows the queue', `${server}/training/src/jobs/wrong.ts`, 'bullmq', PACKAGE),
  crossing('the phone pays for zod', `${web}/learn/wrong.ts`, 'zod', PACKAGE),
  crossing('the phone pays for tables', `${web}/reader/wrong.ts`, '@tanstack/react-table', PACKAGE),
  crossing('tools take the product', 'tools/start/src/wrong.ts', '@cam-nang/platform', LAYER),
  crossing('the journeys look inside', 'apps/web-e2e/src/wrong.ts', '@cam-nang/platform', LAYER),
];

function lint(texts: { filePath: string; code: string }[]): Finding[][] {
  const out = execFileSync(process.execPath, ['tools/lint/lint-texts.mjs'], {
    cwd: root,
    input: JSON.stringify(texts.map(({ filePath, code }) => ({ filePath: root + filePath, code }))),
    env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_TUI: 'false' },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(out.slice(out.indexOf('[['))) as Finding[][];
}

/** The first source file below a folder: something real to import. */
function someFile(folder: string): string | undefined {
  const path = join(root, folder);
  if (!existsSync(path)) return undefined;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      const found = someFile(below);
      if (found !== undefined) return found;
    } else if (/(?<!\.d|\.spec)\.tsx?$/.test(entry.name)) {
      return below;
    }
  }
  return undefined;
}

/** An import of something real in `to` from a new file in `from`; none where `to` is still empty. */
function between(from: string, to: string): Crossing[] {
  const target = someFile(to);
  if (target === undefined) return [];
  const path = relative(from, target).replace(/\.tsx?$/, '.js');
  const specifier = path.startsWith('.') ? path : `./${path}`;
  return [crossing(`${from} takes ${to}`, `${from}/wrong.ts`, specifier, ZONE)];
}

const insideFeatures = FEATURE_LINE.flatMap((feature) =>
  [
    ['http', 'persistence'],
    ['use-cases', 'http'],
    ['queries', 'use-cases'],
    ['policies', 'queries'],
    ['persistence', 'use-cases'],
    ['persistence', 'queries'],
    ['jobs', 'http'],
    ['events', 'persistence'],
  ].flatMap(([from, to]) =>
    between(`${server}/${feature}/src/${from ?? ''}`, `${server}/${feature}/src/${to ?? ''}`),
  ),
);

const insideWeb = [
  ['learn', 'desk'],
  ['desk', 'learn'],
  ['reader', 'learn'],
  ['reader', 'desk'],
  ['ui', 'reader'],
  ['ui', 'desk'],
  ['lib', 'ui'],
  ['account', 'learn'],
  ['learn/features/today', 'learn/features/course'],
  ['desk/kit', 'desk/shell'],
  ['desk/data', 'desk/features'],
  ['learn/features/today', 'learn/routes'],
  ['desk/features/home', 'desk/routes'],
].flatMap(([from, to]) => between(`${web}/${from ?? ''}`, `${web}/${to ?? ''}`));

const rules: Crossing[] = [
  crossing(
    'a policy loads its facts',
    `${server}/training/src/policies/wrong.ts`,
    '../persistence/cohort.repository.js',
    '@typescript-eslint/no-restricted-imports',
  ),
  {
    name: 'any',
    file: 'libs/domain/src/wrong.ts',
    code: 'export const x: any = 1;\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    name: 'non-null',
    file: 'libs/domain/src/wrong.ts',
    code: 'export const first = (list: string[]): string => list[0]!;\n',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    name: 'default export',
    file: 'libs/domain/src/wrong.ts',
    code: 'export default 1;\n',
    rule: 'import-x/no-default-export',
  },
  {
    name: 'a name in another case',
    file: 'libs/domain/src/Wrong.ts',
    code: 'export const x = 1;\n',
    rule: 'house/file-names',
  },
  {
    name: 'an unknown suffix',
    file: 'libs/domain/src/unit.service.ts',
    code: 'export const x = 1;\n',
    rule: 'house/file-names',
  },
  {
    name: 'a folder for everything',
    file: 'libs/domain/src/utils/wrong.ts',
    code: 'export const x = 1;\n',
    rule: 'house/file-names',
  },
  {
    name: 'a long file',
    file: 'libs/domain/src/wrong.ts',
    code: 'export const x = [\n' + '  1,\n'.repeat(250) + '];\n',
    rule: 'max-lines',
  },
  {
    name: 'a long function',
    file: 'libs/domain/src/wrong.ts',
    code: 'export function x(): void {\n' + '  x();\n'.repeat(40) + '}\n',
    rule: 'max-lines-per-function',
  },
  {
    name: 'an undeclared package',
    file: `${server}/organisation/src/wrong.ts`,
    code: "import { Redis } from 'exceljs';\nexport const used = Redis;\n",
    rule: 'import-x/no-extraneous-dependencies',
  },
];

describe('the borders of the architecture', () => {
  const all = [...crossings, ...insideFeatures, ...insideWeb, ...rules];
  let findings: Finding[][] = [];

  beforeAll(() => {
    // Without a cached project graph the rule for layers lets everything pass with a mere warning.
    execFileSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_TUI: 'false' },
    });
    findings = lint(all.map(({ file, code }) => ({ filePath: file, code })));
  }, 120_000);

  it.each(all.map((one, place) => [one.name, one, place] as const))(
    'refuses: %s',
    (_name, { rule }, place) => {
      expect(findings[place]?.map((finding) => finding.rule)).toContain(rule);
    },
  );

  it('has something to refuse in features and in the web', () => {
    expect(insideFeatures.length).toBeGreaterThan(15);
    expect(insideWeb.length).toBeGreaterThan(5);
  });

  it('lets an import pass that points down and to the left', () => {
    const right = [
      ['libs/server/training/src/right.ts', '@cam-nang/curriculum'],
      ['libs/server/training/src/right.ts', '@cam-nang/platform'],
      ['libs/contracts/src/right.ts', '@cam-nang/domain'],
      ['apps/web/src/lib/right.ts', '@cam-nang/domain'],
    ].map(([filePath = '', from = '']) => ({
      filePath,
      code: `import { thing } from '${from}';\nexport const used = thing;\n`,
    }));
    expect(lint(right)).toEqual(right.map(() => []));
  }, 60_000);
});
