import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database, JobFailures, Outbox, Storage } from '@cam-nang/platform';
import { buildApp, drainJobs, type TestApp } from '@cam-nang/testing';
import { CertificationJobsModule } from '../certification-jobs.module.js';
import { CertificateDocuments } from '../documents/certificate-documents.js';
import { DecisionRepository } from '../persistence/decision.repository.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import { TreeRepository } from '../persistence/tree.repository.js';
import { Batches } from '../queries/batch-view.query.js';
import { PublishedHeads } from '../register/published-heads.js';
import { VerifyRegister } from '../register/verify-register.js';
import {
  makeAwardSetting,
  openAwardCohort,
  studyBegun,
  type AwardSpecSetting,
} from '../testing/award-fixtures.js';
import { MemoryStorage } from '../testing/memory-storage.js';
import { QuickEngine } from '../testing/quick-engine.js';
import { signedAward } from '../testing/signed-award.js';
import { MakeChunk } from '../use-cases/make-chunk.js';

const NAMES = ['Bùi Văn An', 'Hà Tuấn Anh', 'Lê Thị Ấn', 'Vàng A Dơ'];

const engine = new QuickEngine();
const storage = new MemoryStorage();
let app: TestApp;
let setting: AwardSpecSetting;
let cohorts = 0;

beforeAll(async () => {
  app = await buildApp({
    from: studyBegun,
    modules: [CertificationJobsModule],
    overrides: [
      { provide: CertificateDocuments, useValue: new CertificateDocuments(engine) },
      { provide: Storage, useValue: storage },
    ],
  });
  setting = await makeAwardSetting(app);
}, 180_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app.close());

async function signed(): Promise<string> {
  cohorts += 1;
  const cohort = await openAwardCohort(setting, `K${cohorts}/2024`, NAMES);
  return signedAward(setting, cohort, `${cohorts}/QĐ-SNV`);
}

/** The next call of a method dies before it, or after it has done its work. */
function dieOnce<T extends object>(target: T, method: keyof T & string, when: 'before' | 'after') {
  const real = (target[method] as (...args: unknown[]) => Promise<unknown>).bind(target);
  const spy = jest.spyOn(target as Record<string, () => Promise<unknown>>, method);
  spy.mockImplementationOnce(async (...args: unknown[]) => {
    if (when === 'after') await real(...args);
    throw new Error(`killed ${when} ${method}`);
  });
}

/** What a batch has to be in the end: each paper once, in list order, sealed once, out once. */
async function expectWhole(decisionId: string): Promise<void> {
  const rows = await app.get(Database).query<{ position: number; leaf: number; document: number }>(
    `select e.position, l.position as leaf, d.position as document from register_entry e
     join register_leaf l on l.kind = 'entry' and l.ref_id = e.id
     join register_leaf d on d.kind = 'document' and d.ref_id = e.id
     join register_document f on f.entry_id = e.id
     where e.decision_id = $1 order by e.position`,
    [decisionId],
  );
  const first = rows[0]?.leaf ?? -1;
  expect(rows).toEqual(
    NAMES.map((_, index) => ({
      position: index + 1,
      leaf: first + 2 * index,
      document: first + 2 * index + 1,
    })),
  );
  const batch = await app.get(DecisionRepository).batch(decisionId);
  expect(batch).toMatchObject({ state: 'done', total: NAMES.length });
  const out = (await app.get(PublishedHeads).read()).filter(
    (line) => 'head' in line && line.head.decisionId === decisionId,
  );
  expect(out).toHaveLength(1);
  expect(await app.get(VerifyRegister).run()).toEqual([]);
}

describe('making certificates', () => {
  it('makes, seals and publishes every paper once', async () => {
    const decisionId = await signed();
    const { failed } = await drainJobs(app);
    expect(failed).toEqual([]);
    await expectWhole(decisionId);
    expect(engine.drawn).toBe(NAMES.length);
  });

  it('renders a paper to the same bytes when it is made again', async () => {
    const decisionId = await signed();
    dieOnce(app.get(DocumentRepository), 'add', 'before');
    const before = storage.files.size;
    await drainJobs(app);
    await expectWhole(decisionId);
    // One file a paper and the copy of the head: the paper made twice has one file.
    expect(storage.files.size - before).toBe(NAMES.length + 1);
  });

  it.each([
    ['drawing', () => dieOnce(engine, 'draw', 'before')],
    ['storing', () => dieOnce(storage, 'put', 'before')],
    ['registering', () => dieOnce(app.get(DocumentRepository), 'add', 'before')],
    ['going on to the next', () => dieOnce(app.get(DocumentRepository), 'add', 'after')],
    ['counting', () => dieOnce(app.get(DocumentRepository), 'countOf', 'before')],
    ['calling for the seal', () => dieOnce(app.get(Outbox), 'add', 'before')],
  ])('goes on where it was killed before %s', async (_, kill) => {
    const decisionId = await signed();
    kill();
    // Dying: what fails is not put aside as the paper's own fault.
    const signal = Object.assign(new EventTarget(), {
      aborted: true,
      throwIfAborted: () => undefined,
    });
    const chunk = { decisionId, from: 1, to: NAMES.length };
    const run = app.get(MakeChunk).run(chunk, signal as unknown as AbortSignal);
    await expect(run).rejects.toThrow('killed');
    await drainJobs(app);
    await expectWhole(decisionId);
  });

  it.each([
    ['appending leaves', () => dieOnce(app.get(TreeRepository), 'append', 'before')],
    ['signing the head', () => dieOnce(app.get(TreeRepository), 'append', 'after')],
    ['keeping the head', () => dieOnce(app.get(TreeRepository), 'addHead', 'after')],
    ['publishing the head', () => dieOnce(app.get(PublishedHeads), 'append', 'before')],
    ['noting that it is out', () => dieOnce(app.get(PublishedHeads), 'append', 'after')],
    ['the end', () => dieOnce(app.get(TreeRepository), 'lockPublishing', 'before')],
  ])('seals once when it was killed before %s', async (_, kill) => {
    const decisionId = await signed();
    kill();
    await drainJobs(app);
    await expectWhole(decisionId);
  });

  it('seals batches that end at the same time one after the other', async () => {
    const ids = [await signed(), await signed(), await signed()];
    const run = app.get(MakeChunk);
    const { signal } = new AbortController();
    await Promise.all(
      ids.flatMap((decisionId) => [
        run.run({ decisionId, from: 1, to: 2 }, signal),
        run.run({ decisionId, from: 3, to: NAMES.length }, signal),
      ]),
    );
    await Promise.all([drainJobs(app), drainJobs(app)]);
    for (const id of ids) await expectWhole(id);
  });

  it('lists a paper that cannot be made by name and number, and makes it on a retry', async () => {
    const decisionId = await signed();
    const draw = engine.draw.bind(engine);
    const spy = jest.spyOn(engine, 'draw').mockImplementation((job) => {
      if (JSON.stringify(job).includes('Vàng A Dơ')) throw new Error('no space left');
      return draw(job);
    });
    await drainJobs(app);
    const batch = await app.get(Batches).read(setting.officer, decisionId);
    expect(batch).toMatchObject({ state: 'making', registered: NAMES.length - 1 });
    expect(batch.failures).toEqual([
      expect.objectContaining({
        fullName: 'Vàng A Dơ',
        registerNumber: expect.stringMatching(/^\d{3}\/2024\/BDX-SNV$/),
        reason: 'no space left',
        attempts: 5,
      }),
    ]);
    spy.mockRestore();
    await app.get(JobFailures).retry(batch.failures[0]?.id ?? '', setting.officer.accountId);
    await drainJobs(app);
    await expectWhole(decisionId);
    expect((await app.get(Batches).read(setting.officer, decisionId)).failures).toEqual([]);
  });
});
