import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityModule } from '@cam-nang/identity';
import { makeActor, makeSmallCountry } from '@cam-nang/identity/testing';
import { OrganisationModule } from '@cam-nang/organisation';
import { Database } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumFacade } from '../curriculum.facade.js';
import { CurriculumModule } from '../curriculum.module.js';
import { CourseFilesError, LoadCourse, type CourseToLoad } from './load-course.js';

const folder = join(fileURLToPath(import.meta.url), '../../../../../../seed/course');

function seedFiles(): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(md|yaml)$/.test(entry.name));
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}

let app: TestApp;
let load: CourseToLoad;
let courseId: string;

beforeAll(async () => {
  app = await buildApp({ modules: [OrganisationModule, IdentityModule, CurriculumModule] });
  const { province } = await makeSmallCountry(app);
  const preparer = await makeActor(app, {
    fullName: 'Quách Thị Hằng',
    roles: ['editor-in-chief', 'trainer'],
    unitId: province,
  });
  const signer = await makeActor(app, {
    fullName: 'Hà Quang Tiến',
    roles: ['signing-director'],
    unitId: province,
  });
  const onDay = (day: string) => app.clock.set(`${day}T02:00:00Z`);
  load = {
    files: seedFiles(),
    editions: ['1.0', '1.1'],
    ownerUnitId: province,
    preparer,
    signer,
    onDay,
  };
  courseId = await app.get(LoadCourse).run(load);
}, 120_000);
afterAll(() => app.close());

describe('the sample course', () => {
  it('stands as edition 1.0 and its erratum 1.1, each in force on its days', async () => {
    const facade = app.get(CurriculumFacade);
    expect(await facade.editionInForce(courseId, '2024-02-29')).toBeNull();
    const first = await facade.editionInForce(courseId, '2024-03-01');
    expect(first?.label).toBe('1.0');
    const erratum = await facade.editionInForce(courseId, '2024-09-01');
    expect(erratum?.label).toBe('1.1');
    const outline = await facade.outline(erratum?.id ?? '');
    expect(outline.filter((node) => node.kind === 'lesson')).toHaveLength(27);
    expect(outline.filter((node) => node.kind === 'question')).toHaveLength(124);
  });

  it('costs rows only for the four lessons that the erratum changed', async () => {
    const [row] = await app
      .get(Database)
      .query<{ n: number }>(
        `select count(*)::int as n from member m join node n on n.id = m.node_id where lower(m.seqs) = 2 and n.kind = 'lesson'`,
      );
    expect(row?.n).toBe(4);
  });

  it('is loaded once', async () => {
    expect(await app.get(LoadCourse).run(load)).toBe(courseId);
  });

  it('names file and line of what is wrong', async () => {
    const files = new Map(load.files);
    files.set('1.0/CD01/module.yaml', 'code: CD01\ntitle: [\n');
    await expect(app.get(LoadCourse).run({ ...load, files })).rejects.toThrow(CourseFilesError);
    await expect(app.get(LoadCourse).run({ ...load, files })).rejects.toThrow(
      /1\.0\/CD01\/module\.yaml:\d+/,
    );
  });
});
