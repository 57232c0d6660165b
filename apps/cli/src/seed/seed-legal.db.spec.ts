import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listLegalDocuments } from '@cam-nang/contracts';
import { CurriculumHttpModule } from '@cam-nang/curriculum/http';
import { makeActor, makeSmallCountry } from '@cam-nang/identity/testing';
import type { Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { readSeedFiles, type SeedFiles } from './seed-files.js';
import { seedLegalDocuments } from './seed-legal.js';

const folder = join(fileURLToPath(import.meta.url), '../../../../../seed');

let app: TestApp;
let keeper: Actor;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  app.clock.set('2026-11-29T02:00:00Z');
  const { province: unitId } = await makeSmallCountry(app);
  const roles = ['editor-in-chief'] as const;
  keeper = await makeActor(app, { fullName: 'Đinh Thu Hòa', roles, unitId });
  await seedLegalDocuments(app, readSeedFiles(folder).legalDocuments, keeper);
}, 60_000);
afterAll(() => app.close());

async function list(query: Record<string, string>) {
  const asked = { limit: 200, ...query };
  return (await app.request(listLegalDocuments, { query: asked, as: keeper })).body;
}

/** The files of the seed with the register changed. */
function readWith(from: string, to: string): SeedFiles {
  const wrong = mkdtempSync(join(tmpdir(), 'cam-nang-seed-'));
  try {
    cpSync(folder, wrong, { recursive: true });
    const text = readFileSync(join(folder, 'legal-documents.yaml'), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(wrong, 'legal-documents.yaml'), text.replace(from, to));
    return readSeedFiles(wrong);
  } finally {
    rmSync(wrong, { recursive: true, force: true });
  }
}

/** What lessons of the course cite as their legal bases. */
function citations(): readonly string[] {
  const entries = readdirSync(join(folder, 'course'), { recursive: true, withFileTypes: true });
  const lessons = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md'));
  const texts = lessons.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/^:::legal\{document="([^"]+)"/gm)]);
  return [...new Set(found.flatMap(([, citation]) => citation ?? []))];
}

describe('the register of the demonstration', () => {
  it('has every document that the course cites', async () => {
    const cited = citations();
    expect(cited.length).toBeGreaterThan(30);
    const missing: string[] = [];
    for (const text of cited) {
      if ((await list({ cited: text })).total !== 1) missing.push(text);
    }
    expect(missing).toEqual([]);
  });

  it('knows what replaced what, step by step', async () => {
    const [first] = (await list({ cited: 'Luật số 77/2015/QH13' })).documents;
    expect([first?.standing.state, first?.standing.replacedBy?.number]).toEqual([
      'replaced',
      '65/2025/QH15',
    ]);
    const [then] = (await list({ cited: 'Luật số 77/2015/QH13', on: '2025-02-28' })).documents;
    expect([then?.standing.state, then?.standing.endsOn]).toEqual(['in-force', '2025-03-01']);
  });

  it('is the same when it is loaded twice', async () => {
    const before = await list({});
    await seedLegalDocuments(app, readSeedFiles(folder).legalDocuments, keeper);
    expect(await list({})).toEqual(before);
  });

  it('says by file, line and field what cannot be', async () => {
    const load = (from: string, to: string) =>
      seedLegalDocuments(app, readWith(from, to).legalDocuments, keeper);
    expect(() => readWith('kind: law', 'kind: lore')).toThrow(
      /^legal-documents\.yaml:6 documents\.0\.kind/,
    );
    await expect(load('number: 35/2013/QH13', 'number: 01/2011/QH13')).rejects.toThrow(
      /^legal-documents\.yaml:\d+ documents\.3\.number: stands in this file twice/,
    );
    await expect(load('number: 45/2013/QH13, from', 'number: 45/2012/QH13, from')).rejects.toThrow(
      /changes\.0\.number: 45\/2012\/QH13 does not stand before it/,
    );
    const early = load(
      'number: 61/2018/NĐ-CP, from: "2025-07-01"',
      'number: 61/2018/NĐ-CP, from: "2025-06-30"',
    );
    await expect(early).rejects.toThrow(/changes\.0\.effect|changes\.0\.from/);
  });
});
