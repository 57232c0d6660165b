import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';
import { fileNames } from './tools/lint/file-names.mjs';
import { BANNED_PACKAGES, depConstraints } from './tools/lint/layers.mjs';
import { projectFolders } from './tools/lint/projects.mjs';
import { serverZones, TABLE_FILES } from './tools/lint/server-zones.mjs';
import { webZones } from './tools/lint/web-zones.mjs';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

const CODE = ['**/*.ts', '**/*.tsx', '**/*.mjs'];
const TYPED = ['**/*.ts', '**/*.tsx'];
const SPECS = ['**/*.spec.ts', '**/*.spec.tsx'];
const SPEC_SUPPORT = [
  ...SPECS,
  '**/testing/**/*.ts',
  '**/testing/**/*.tsx',
  '**/src/testing.ts',
  '**/*-for-specs.ts',
];

const boundaries = (forSpecs) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    // A spec of a library may look at it as its users do.
    allowCircularSelfDependency: true,
    // The testing library stands on platform and migrations; their own specs use it.
    ignoredCircularDependencies: [
      ['@cam-nang/platform', '@cam-nang/testing'],
      ['@cam-nang/migrations', '@cam-nang/testing'],
    ],
    depConstraints: depConstraints(forSpecs),
  },
];

const refuse = (group, message) => ({ group, message });
const NO_TABLES = refuse(
  ['typeorm', 'typeorm/*', '@nestjs/typeorm'],
  'Only persistence/ (and platform/database, migrations) knows tables.',
);
const NO_BROWSER = refuse(BANNED_PACKAGES.server, 'This runs on the server.');
const NO_SERVER = refuse(BANNED_PACKAGES.browser, 'This runs in a browser.');
const NO_QUEUE = refuse(
  ['bullmq', 'ioredis', 'bullmq-otel'],
  'Only platform/queue knows the queue.',
);
const restrict = (...patterns) => ['error', { patterns }];

/** A library declares what it uses in its own package.json; specs may also use the root's tools. */
const declaredPackages = projectFolders(root).flatMap((folder) => {
  const own = `${root}/${folder}`;
  return [
    {
      files: [`${folder}/**/*.ts`, `${folder}/**/*.tsx`],
      ignores: [...SPEC_SUPPORT, `${folder}/*.config.ts`],
      rules: { 'import-x/no-extraneous-dependencies': ['error', { packageDir: own }] },
    },
  ];
});

export default ts.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '.nx/**', '.data/**', 'coverage/**', 'seed/**'] },
  {
    files: CODE,
    extends: [js.configs.recommended],
    plugins: { '@nx': nx, 'import-x': importX, house: { rules: { 'file-names': fileNames } } },
    // A rule that does not fit is changed here, for everyone and with a reason; never switched off in a file.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
          extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
          conditionNames: ['source', 'import', 'node', 'default'],
        }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/external-module-folders': ['node_modules'],
    },
    rules: {
      'house/file-names': 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
      complexity: ['error', 10],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-console': 'off',
      'no-undef': 'off',
      eqeqeq: 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        { zones: [...serverZones(root), ...webZones(root)] },
      ],
    },
  },
  {
    files: TYPED,
    extends: [...ts.configs.strict, ...ts.configs.stylistic],
    languageOptions: {
      // Injected classes must stay value imports: the container reads them out of the emitted metadata.
      parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true },
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(false),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true },
      ],
      // `type` for unions and shapes alike reads better in tables of shapes.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Nest's modules are classes that hold nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  ...declaredPackages,
  {
    files: ['libs/domain/src/**', 'libs/content/src/**', 'libs/contracts/src/**'],
    ignores: SPEC_SUPPORT,
    rules: {
      'no-restricted-imports': restrict(
        refuse(['node:*'], 'Runs in a browser too: time, ids and hashes are arguments.'),
        refuse(['react', 'react-dom', '@tiptap/react'], 'No React below apps/web.'),
        NO_SERVER,
      ),
    },
  },
  {
    files: ['libs/server/**/*.ts', 'apps/{api,worker,cli}/**/*.ts'],
    ignores: TABLE_FILES,
    rules: { 'no-restricted-imports': restrict(NO_TABLES, NO_BROWSER, NO_QUEUE) },
  },
  {
    files: TABLE_FILES,
    rules: { 'no-restricted-imports': restrict(NO_BROWSER, NO_QUEUE) },
  },
  {
    files: ['libs/server/*/src/policies/**'],
    ignores: SPECS,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/persistence/*'],
              allowTypeImports: true,
              message: 'A policy is pure: facts are its arguments. What loads them is a query.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/server/platform/src/queue/**'],
    rules: { 'no-restricted-imports': restrict(NO_TABLES, NO_BROWSER) },
  },
  {
    files: ['apps/web/src/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': restrict(NO_SERVER, refuse(['node:*'], 'This runs in a browser.')),
    },
  },
  {
    files: ['apps/web/src/{learn,reader,ui,lib}/**'],
    ignores: SPECS,
    rules: {
      'no-restricted-imports': restrict(
        NO_SERVER,
        refuse(['node:*'], 'This runs in a browser.'),
        refuse(
          [
            'zod',
            'zod/*',
            '@tiptap/*',
            '@base-ui/*',
            '@tanstack/*',
            'react-hook-form',
            '@hookform/*',
          ],
          "A trainee's phone does not pay for the desk (100 kB).",
        ),
      ),
    },
  },
  {
    files: ['**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: SPEC_SUPPORT,
    rules: { '@nx/enforce-module-boundaries': boundaries(true) },
  },
  {
    files: SPECS,
    rules: {
      // A spec sets the stage with whatever its feature has; projects and web entries stay apart.
      'import-x/no-restricted-paths': ['error', { zones: webZones(root) }],
      'max-lines': ['error', 400],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // A lazy route is loaded by its default export; tools read settings, and style sheets export one.
    files: ['apps/web/src/{learn,desk}/routes/**', '**/*.config.{ts,mjs}', '**/*.d.css.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
);
