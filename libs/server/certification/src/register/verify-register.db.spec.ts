import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Storage } from '@cam-nang/platform';
import { buildApp, drainJobs, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
import { CertificationJobsModule } from '../certification-jobs.module.js';
import { CertificateDocuments } from '../documents/certificate-documents.js';
import { TreeRepository, type LeafRow } from '../persistence/tree.repository.js';
import {
  makeAwardSetting,
  openAwardCohort,
  studyBegun,
  type AwardSpecSetting,
} from '../testing/award-fixtures.js';
import { MemoryStorage } from '../testing/memory-storage.js';
import { QuickEngine } from '../testing/quick-engine.js';
import { signedAward } from '../testing/signed-award.js';
import { Tamperer } from '../testing/tampering.js';
import { LeafSource } from './leaf-source.js';
import { PublishedHeads } from './published-heads.js';
import { registerFindingLine } from './register-finding.js';
import { RegisterTree } from './register-tree.js';
import { VerifyRegister } from './verify-register.js';

const NAMES = ['Bùi Văn An', 'Hà Tuấn Anh', 'Lê Thị Ấn'];
const storage = new MemoryStorage();
let app: TestApp;
let setting: AwardSpecSetting;
let enemy: Tamperer;
let headsFile: string;
let headsText: string;
let files: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  app = await buildApp({
    from: studyBegun,
    modules: [CertificationJobsModule],
    overrides: [
      { provide: CertificateDocuments, useValue: new CertificateDocuments(new QuickEngine()) },
      { provide: Storage, useValue: storage },
    ],
  });
  setting = await makeAwardSetting(app);
  for (const number of [1, 2, 3]) {
    const cohort = await openAwardCohort(setting, `K${number}/2024`, NAMES);
    await signedAward(setting, cohort, `${number}/QĐ-SNV`);
    await drainJobs(app);
  }
  headsFile = app.get(PublishedHeads).path;
  headsText = readFileSync(headsFile, 'utf8');
  files = new Map(storage.files);
  enemy = await Tamperer.at(app.database.superuserUrl);
}, 180_000);
afterEach(async () => {
  await enemy.undo();
  writeFileSync(headsFile, headsText);
  storage.files.clear();
  for (const [key, bytes] of files) storage.files.set(key, bytes);
});
afterAll(async () => {
  await enemy.close();
  await app.close();
});

async function lines(): Promise<string[]> {
  return (await app.get(VerifyRegister).run()).map(registerFindingLine);
}

/** The tree made anew over the rows as they stand, with a root to match in the last head. */
async function rebuildTree(keep: (leaf: LeafRow) => boolean): Promise<void> {
  const tree = app.get(TreeRepository);
  const leaves = (await tree.leaves(0, 1000)).filter(keep);
  const anew = await app.get(LeafSource).recompute(leaves);
  await enemy.do('truncate register_leaf, register_node');
  const built = await app.get(Database).run(() =>
    app.get(RegisterTree).append(
      anew.flatMap(({ leaf, hash }) =>
        hash === null ? [] : [{ kind: leaf.kind, refId: leaf.refId, leafHash: hash }],
      ),
      new Date('2024-11-05T02:00:00Z'),
    ),
  );
  await enemy.do('delete from register_head where size > $1', [built.size]);
  await enemy.do(`update register_head set root = decode($1, 'hex') where size = $2`, [
    built.root,
    built.size,
  ]);
}

const CHANGED = `update register_entry set printed = jsonb_set(printed, '{grade}', '"Giỏi"') where register_no = 5`;

describe('the database', () => {
  it.each([
    'register_entry',
    'register_document',
    'register_leaf',
    'register_head',
    'award_decision',
  ])('refuses to change, delete or empty %s, whoever asks', async (table) => {
    const column = table === 'register_leaf' ? 'kind' : table === 'register_head' ? 'key_id' : null;
    const set = column ?? (table === 'register_document' ? 'engine' : 'issued_on');
    for (const url of [app.database.url, app.database.ownerUrl]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const sql of [
        `update ${table} set ${set} = ${set}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(client.query(sql)).rejects.toThrow(/append-only|permission denied/);
      }
      await client.end();
    }
  });
});

describe('verify:register', () => {
  it('finds nothing where all is as it was written', async () => {
    expect(await lines()).toEqual([]);
  });

  it('names a changed row', async () => {
    await enemy.do(CHANGED);
    const [first, second] = await lines();
    expect(first).toBe('entry 005/2024/BDX-SNV (leaf 8): the row is not as it was sealed');
    expect(second).toContain('the rows do not give the root');
  });

  it('names a changed row although the tree was made anew over it', async () => {
    await enemy.do(CHANGED);
    await rebuildTree(() => true);
    const found = await lines();
    expect(found[0]).toBe('entry 005/2024/BDX-SNV (leaf 8): the row is not as it was sealed');
    expect(found).toContain(
      'head of 18 leaves: the database has another root than the published head',
    );
  });

  it('names a deleted row', async () => {
    await enemy.do('delete from register_entry where register_no = 2');
    const found = await lines();
    expect(found[0]).toMatch(/^entry [0-9a-f-]{36} \(leaf 2\): the row is gone$/);
    expect(found).toContain(
      'register of 2024: the numbers are not 1…n, or not as the counter says',
    );
  });

  it('names an inserted row', async () => {
    await enemy.do(
      `insert into register_entry select gen_random_uuid(), decision_id, $1, person_id, type_id, issuer_id, 4,
         10, 'SNV 000010', 10, register_year, '010/2024/BDX-SNV', 'ZZZZZZZZZZZZ', 131072, edition_id, printed, issued_on, entered_at
       from register_entry where register_no = 9`,
      ['0190b2c0-0000-7000-8000-00000000000a'],
    );
    expect((await lines())[0]).toBe('entry 010/2024/BDX-SNV: the row was never sealed');
  });

  it('names an inserted revocation', async () => {
    await enemy.do(
      `insert into register_amendment select gen_random_uuid(), id, 'revocation', '9/QĐ', '2024-11-05', null, null, null, 'x', now(), $1
       from register_entry where register_no = 1`,
      [setting.director.accountId],
    );
    expect(await lines()).toEqual(['amendment 001/2024/BDX-SNV: the row was never sealed']);
  });

  it('finds a deleted tail', async () => {
    await enemy.do('delete from register_leaf where position >= 12');
    await enemy.do('delete from register_node where (place + 1) * (1 << level) > 12');
    await enemy.do('delete from register_head where size > 12');
    await enemy.do(
      'delete from register_document d using register_entry e where e.id = d.entry_id and e.register_no > 6',
    );
    await enemy.do('delete from register_entry where register_no > 6');
    await enemy.do('update number_series set last = 6');
    const found = await lines();
    expect(found[0]).toBe(
      'head of 18 leaves (leaf 12): the tree is shorter than the published head',
    );
    expect(found).toContain('head of 18 leaves: the database no longer has this published head');
  });

  it('finds a shortened table whose tree was made anew', async () => {
    const [gone] = await app
      .get(Database)
      .query<{ id: string }>('select id from register_entry where register_no = 4');
    await enemy.do('delete from register_document where entry_id = $1', [gone?.id]);
    await enemy.do('delete from register_entry where id = $1', [gone?.id]);
    await rebuildTree((leaf) => leaf.refId !== gone?.id);
    const found = await lines();
    expect(found[0]).toBe('entry 005/2024/BDX-SNV (leaf 6): the row is not as it was sealed');
    expect(found.join()).toContain('the tree is shorter than the published head');
  });

  it('finds an emptied register', async () => {
    await enemy.do('truncate register_leaf, register_node, register_head, register_document');
    await enemy.do('truncate register_entry cascade');
    const found = await lines();
    expect(found[0]).toBe(
      'head of 18 leaves (leaf 0): the tree is shorter than the published head',
    );
  });

  it('finds a lost and a changed file', async () => {
    const papers = [...storage.files.keys()].filter((key) => key.startsWith('certificates/'));
    storage.files.delete(papers[0] ?? '');
    storage.files.set(papers[1] ?? '', Buffer.from('%PDF-1.7 forged'));
    const found = await lines();
    expect(found).toHaveLength(2);
    expect(found.join('\n')).toMatch(
      /^document \d{3}\/2024\/BDX-SNV \(leaf \d+\): the stored document/,
    );
    expect(found.join('\n')).toContain('the stored document is gone');
    expect(found.join('\n')).toContain('the stored document is not as registered');
  });

  it('finds a stored subtree that does not follow from its leaves', async () => {
    await enemy.do(
      `update register_node set hash = decode(repeat('ab', 32), 'hex') where level = 2 and place = 1`,
    );
    expect(await lines()).toEqual([
      'subtree 2/1: a stored subtree does not follow from its leaves',
    ]);
  });

  it('finds lines of the published heads that nobody signed', async () => {
    const forged = headsText.split('\n')[0]?.replace('"size":6', '"size":7') ?? '';
    appendFileSync(headsFile, `${forged}\nnot a head\n`);
    expect(await lines()).toEqual([
      'line 4: this line of the published heads does not carry the signature of this installation',
      'line 5: this line of the published heads cannot be read',
    ]);
  });

  it('finds a lost copy of a head, and does without it', async () => {
    const copy = [...storage.files.keys()].find((key) =>
      key.startsWith('register-heads/000000000006'),
    );
    storage.files.delete(copy ?? '');
    expect(await lines()).toEqual([
      'head of 6 leaves: the copy of the published head in storage is gone',
    ]);
    await enemy.do(CHANGED);
    expect((await lines())[0]).toBe(
      'entry 005/2024/BDX-SNV (leaf 8): the row is not as it was sealed',
    );
  });

  it('keeps a batch from being sealed onto a tree that was tampered with', async () => {
    await enemy.do(CHANGED);
    await rebuildTree(() => true);
    const cohort = await openAwardCohort(setting, 'K9/2024', NAMES);
    await signedAward(setting, cohort, '9/QĐ-SNV');
    const { failed } = await drainJobs(app);
    expect(failed).toMatchObject([
      { name: 'certification.seal-batch', error: { name: 'BrokenRegister' } },
    ]);
    expect(readFileSync(headsFile, 'utf8')).toBe(headsText);
  });
});
