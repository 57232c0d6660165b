import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { featureName, type FeatureName } from './name.js';
import { writeNewFolder, type Files } from './write-files.js';

/** Where the order of the features is written down: the borders are made from it. */
const LINE_FILE = 'tools/lint/layers.mjs';

/** Folders every feature has, filled as it grows. */
const FOLDERS = [
  'http',
  'use-cases',
  'queries',
  'policies',
  'persistence',
  'jobs',
  'events',
  'testing',
];

/**
 * Makes a server feature and gives it its place in the line, to the right of `after`.
 * @returns what is left to do by hand, one step a line
 */
export async function newServerFeature(
  root: string,
  nameText: string | undefined,
  after: string | undefined,
): Promise<string[]> {
  const name = featureName(nameText);
  const lineFile = join(root, LINE_FILE);
  const lineText = await readFile(lineFile, 'utf8');
  const line = featureLine(lineText);
  const left = after ?? line.at(-1) ?? '';
  if (!line.includes(left)) throw new Error(`--after: one of ${line.join(', ')}.`);
  if (line.includes(name.kebab)) throw new Error(`${name.kebab} is in the line already.`);
  const below = line.slice(0, line.indexOf(left) + 1);
  await writeNewFolder(join(root, 'libs/server', name.kebab), serverFeatureFiles(name, below));
  await writeFile(
    lineFile,
    lineText.replace(`  '${left}',\n`, `  '${left}',\n  '${name.kebab}',\n`),
  );
  return [
    'npm install --ignore-scripts, which links the new library',
    `libs/contracts/src/${name.kebab}/: descriptors of its endpoints`,
    `apps/api: add ${name.pascal}HttpModule to the module list`,
    `apps/worker: add its job modules once src/jobs.ts exports one`,
    `docs/architecture.md: say in one line what it is for`,
  ];
}

/** Reads the order of the features out of the lint settings' text. */
export function featureLine(text: string): string[] {
  const list = /FEATURE_LINE = \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/'([a-z-]+)'/g)].map((match) => match[1] ?? '');
}

/** The files of a new feature. @param below features to its left, which it may import */
export function serverFeatureFiles(name: FeatureName, below: readonly string[]): Files {
  return {
    'package.json': packageJson(name, below),
    'src/index.ts': `export { ${name.pascal}Facade } from './${name.kebab}.facade.js';\nexport { ${name.pascal}Module } from './${name.kebab}.module.js';\n`,
    'src/http.ts': `export { ${name.pascal}HttpModule } from './${name.kebab}-http.module.js';\n`,
    'src/jobs.ts': 'export {};\n',
    'src/testing.ts': 'export {};\n',
    [`src/${name.kebab}.facade.ts`]: facade(name),
    [`src/${name.kebab}.module.ts`]: nestModule(name),
    [`src/${name.kebab}-http.module.ts`]: httpModule(name),
    ...Object.fromEntries(FOLDERS.map((folder) => [`src/${folder}/.gitkeep`, ''])),
  };
}

function packageJson(name: FeatureName, below: readonly string[]): string {
  const workspace = ['content', 'contracts', 'domain', 'platform', ...below].sort();
  const packages = ['@nestjs/common', '@nestjs/core', 'reflect-metadata', 'typeorm', 'zod'];
  const door = (file: string): object => ({
    source: `./src/${file}.ts`,
    default: `./dist/${file}.js`,
  });
  const about = {
    name: `@cam-nang/${name.kebab}`,
    version: '0.1.0',
    private: true,
    license: 'AGPL-3.0-or-later',
    type: 'module',
    exports: {
      '.': door('index'),
      './http': door('http'),
      './jobs': door('jobs'),
      './testing': door('testing'),
    },
    scripts: {
      build:
        "swc src -d dist --config-file ../../../.swcrc --strip-leading-paths --copy-files --quiet --ignore '**/*.spec.ts'",
      lint: 'eslint .',
    },
    dependencies: Object.fromEntries(
      [...workspace.map((one) => `@cam-nang/${one}`), ...packages].map((one) => [one, '*']),
    ),
    nx: { tags: [`feature:${name.kebab}`] },
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}

function facade({ pascal, title }: FeatureName): string {
  return `import { Injectable } from '@nestjs/common';

/** ${title}: the few questions that features to its right may ask. */
@Injectable()
export class ${pascal}Facade {}
`;
}

function nestModule({ kebab, pascal }: FeatureName): string {
  return `import { Module } from '@nestjs/common';
import { ${pascal}Facade } from './${kebab}.facade.js';

@Module({
  providers: [${pascal}Facade],
  exports: [${pascal}Facade],
})
export class ${pascal}Module {}
`;
}

function httpModule({ kebab, pascal }: FeatureName): string {
  return `import { Module } from '@nestjs/common';
import { ${pascal}Module } from './${kebab}.module.js';

@Module({
  imports: [${pascal}Module],
  controllers: [],
})
export class ${pascal}HttpModule {}
`;
}
