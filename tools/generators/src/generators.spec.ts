import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'prettier';
import { featureLine, newServerFeature } from './server-feature.js';
import { newWebFeature } from './web-feature.js';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-nang-generators-'));
  const line = 'tools/lint/layers.mjs';
  await cp(join(repository, line), join(root, line));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && entry.name !== '.gitkeep')
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

async function expectFormatted(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const text = await readFile(join(root, path), 'utf8');
    const options = {
      filepath: path,
      singleQuote: true,
      trailingComma: 'all',
      printWidth: 100,
    } as const;
    expect({ path, formatted: await check(text, options) }).toEqual({ path, formatted: true });
  }
}

/** Relative imports of a generated file that point at nothing, neither generated nor in the repository. */
async function brokenImports(paths: readonly string[]): Promise<string[]> {
  const broken: string[] = [];
  for (const path of paths.filter((one) => /\.tsx?$/.test(one))) {
    const text = await readFile(join(root, path), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:from |import\()'(\.[^']+)\.js'/g)) {
      const target = resolve('/', path, '..', specifier).slice(1);
      const exists = [root, repository].some((base) =>
        ['.ts', '.tsx'].some((end) => existsSync(join(base, target + end))),
      );
      if (!exists) broken.push(`${path}: ${specifier}`);
    }
  }
  return broken;
}

describe('a new server feature', () => {
  it('has every door and folder of the architecture, in house style, with imports that lead somewhere', async () => {
    await newServerFeature(root, 'field-visits', 'training');
    const files = await filesBelow('libs/server/field-visits');
    expect(files.map((file) => file.slice('libs/server/field-visits/'.length))).toEqual([
      'package.json',
      'src/field-visits-http.module.ts',
      'src/field-visits.facade.ts',
      'src/field-visits.module.ts',
      'src/http.ts',
      'src/index.ts',
      'src/jobs.ts',
      'src/testing.ts',
    ]);
    expect((await readdir(join(root, 'libs/server/field-visits/src'))).sort()).toEqual(
      expect.arrayContaining(['http', 'use-cases', 'queries', 'policies', 'persistence']),
    );
    await expectFormatted(files);
    expect(await brokenImports(files)).toEqual([]);
  });

  it('gets its place in the line, and may import what is left of it only', async () => {
    const line = featureLine(await readFile(join(root, 'tools/lint/layers.mjs'), 'utf8'));
    expect(line.indexOf('field-visits')).toBe(line.indexOf('training') + 1);
    const about = JSON.parse(
      await readFile(join(root, 'libs/server/field-visits/package.json'), 'utf8'),
    ) as { dependencies: Record<string, string>; nx: { tags: string[] } };
    expect(about.dependencies).toHaveProperty('@cam-nang/training');
    expect(about.dependencies).not.toHaveProperty('@cam-nang/assessment');
    expect(about.nx.tags).toEqual(['feature:field-visits']);
  });

  it('is refused where there is one, in another case, and after a feature that is not', async () => {
    await expect(newServerFeature(root, 'training', undefined)).rejects.toThrow(
      /in the line already/,
    );
    await expect(newServerFeature(root, 'fieldVisits', undefined)).rejects.toThrow(/kebab-case/);
    await expect(newServerFeature(root, 'visits', 'nothing')).rejects.toThrow(/--after/);
  });
});

describe('a new web feature', () => {
  it.each(['learn', 'desk'] as const)(
    'of %s is in house style, with imports that lead somewhere',
    async (entry) => {
      await newWebFeature(root, 'field-visits', entry);
      const files = await filesBelow(`apps/web/src/${entry}/features/field-visits`);
      expect(files).toHaveLength(4);
      await expectFormatted(files);
      expect(await brokenImports(files)).toEqual([]);
    },
  );

  it('is refused where there is one, and for an entry that is not', async () => {
    await expect(newWebFeature(root, 'field-visits', 'desk')).rejects.toThrow(/there already/);
    await expect(newWebFeature(root, 'visits', 'phone')).rejects.toThrow(/learn\|desk/);
  });
});
