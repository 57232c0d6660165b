import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  listHeads,
  listRegister,
  readRegisterEntry,
  verifyCertificate,
  type ResponseOf,
} from '@cam-nang/contracts';
import {
  displayVerificationCode,
  fromHex,
  registerHeadBytes,
  verifyInclusion,
} from '@cam-nang/domain';
import { makeActor } from '@cam-nang/identity/testing';
import { Database, type Actor } from '@cam-nang/platform';
import { buildApp, drainJobs, type TestApp } from '@cam-nang/testing';
import { CertificationHttpModule } from '../certification-http.module.js';
import { CertificationJobsModule } from '../certification-jobs.module.js';
import { CertificateDocuments } from '../documents/certificate-documents.js';
import { sha256 } from '../register/sha256.js';
import {
  makeAwardSetting,
  openAwardCohort,
  studyBegun,
  type AwardSpecSetting,
} from '../testing/award-fixtures.js';
import { QuickEngine } from '../testing/quick-engine.js';
import { signedAward } from '../testing/signed-award.js';
import { Tamperer } from '../testing/tampering.js';
import { verificationAsset, verificationForm, verificationResult } from './pages/page-endpoints.js';

type Row = ResponseOf<typeof listRegister>['rows'][number];

/** The birth of everybody here, however it is written; the bare year may stand in a hash by chance. */
const bornThen = /1998-05|\/1998|năm 1998|sinh/;
const reason = 'lý do riêng';
const NAMES = ['Bùi Thị Linh', 'Đinh Công Sơn', 'Nguyễn Thị Ưởng', 'Hà Văn <Khánh>'];

let app: TestApp;
let setting: AwardSpecSetting;
let reader: Actor;
let rows: readonly Row[];

beforeAll(async () => {
  app = await buildApp({
    from: studyBegun,
    modules: [CertificationHttpModule, CertificationJobsModule],
    overrides: [
      { provide: CertificateDocuments, useValue: new CertificateDocuments(new QuickEngine()) },
    ],
  });
  setting = await makeAwardSetting(app);
  const cohort = await openAwardCohort(setting, 'K1/2024', NAMES);
  await signedAward(setting, cohort, '118/QĐ-SNV');
  await drainJobs(app);
  reader = await makeActor(app, {
    fullName: 'Xa Thị Nhàn',
    roles: ['records-office'],
    unitId: setting.places.province,
  });
  rows = (await app.request(listRegister, { query: {}, as: reader })).body.rows;
}, 180_000);
afterAll(() => app.close());

function row(index: number): Row {
  const found = rows[index];
  if (found === undefined) throw new Error(`no row ${index}`);
  return found;
}

async function entryOf(index: number) {
  const params = { entryId: row(index).entryId };
  return (await app.request(readRegisterEntry, { params, as: reader })).body;
}

async function amend(index: number, kind: string): Promise<void> {
  await app.get(Database).write(
    `insert into register_amendment (id, entry_id, kind, decision_no, decision_date, field, old_value, new_value, reason, at, by_id)
     values (gen_random_uuid(), $1, $2, '61/QĐ-SNV', '2024-11-20', 'birthDate', '1998-05-02', '1998-05-03', '${reason}', now(), $3)`,
    [row(index).entryId, kind, reader.accountId],
  );
}

describe('the register', () => {
  it('lists its lines in the order of numbers, page by page', async () => {
    const list = async (cursor?: string) => {
      const query = { limit: '3', ...(cursor === undefined ? {} : { cursor }) };
      return (await app.raw(listRegister, { query, as: reader })).body;
    };
    const first = await list();
    expect(first.rows.map((one) => one.registerNo)).toEqual([1, 2, 3]);
    const second = await list(first.nextCursor ?? undefined);
    expect(second.rows.map((one) => one.registerNo)).toEqual([4]);
    expect(second.nextCursor).toBeNull();
    expect(first).toMatchObject({
      total: 4,
      series: [
        { year: 2024, count: 4, firstNo: 1, lastNo: 4, issuerName: 'Sở Nội vụ tỉnh Phú Thọ' },
      ],
      head: { size: 8 },
    });
    expect(row(1)).toMatchObject({
      registerNumber: '002/2024/BDX-SNV',
      serialNumber: 'SNV 000002',
      birthDate: '02/05/1998',
      cohortCode: 'K1/2024',
      decisionDate: '2024-11-04',
      issuedOn: '2024-11-05',
      documentReady: true,
      editionLabel: '1.1',
    });
    const bad = await app.raw(listRegister, { query: { cursor: 'x' }, as: reader });
    expect(bad.problem).toMatchObject({ status: 400, errors: [{ path: 'cursor' }] });
  });

  it('opens a book at a number, and refuses a number of no book', async () => {
    const { typeId, issuerId, year } = row(0);
    const book = { typeId, issuerId, year: String(year) };
    const { body } = await app.raw(listRegister, {
      query: { ...book, from: '2', limit: '2' },
      as: reader,
    });
    expect(body.rows.map((one) => one.registerNo)).toEqual([2, 3]);
    expect(body.total).toBe(4);
    const beyond = await app.raw(listRegister, { query: { ...book, from: '5' }, as: reader });
    expect(beyond.body.rows).toEqual([]);
    const lost = await app.raw(listRegister, { query: { typeId, from: '2' }, as: reader });
    expect(lost.problem).toMatchObject({ status: 400, errors: [{ path: 'from' }] });
  });

  it('finds names and workplaces without their marks, and numbers', async () => {
    const search = async (text: string) =>
      (await app.request(listRegister, { query: { search: text }, as: reader })).body.rows.map(
        (one) => one.fullName,
      );
    expect(await search('thi uong')).toEqual(['Nguyễn Thị Ưởng']);
    expect(await search('Đinh cong')).toEqual(['Đinh Công Sơn']);
    expect(await search('000004')).toHaveLength(1);
    expect(await search(row(0).unitName.toLowerCase())).toHaveLength(4);
    expect(await search('100%')).toEqual([]);
  });

  it('proves a line, under a head that anyone can check', async () => {
    const { proof, documentSha256, check } = await entryOf(2);
    if (proof === null) throw new Error('the line has no proof');
    expect(check).toEqual({ row: 'intact', file: 'intact' });
    expect(documentSha256).toMatch(/^[0-9a-f]{64}$/);
    const claim = {
      leafHash: fromHex(proof.leafHash),
      leaf: proof.leafIndex,
      size: proof.treeSize,
      root: fromHex(proof.root),
    };
    expect(verifyInclusion(claim, proof.path.map(fromHex), sha256)).toBe(true);
    const { heads, publicKeys } = (await app.request(listHeads, {})).body;
    const [head] = heads;
    if (head === undefined) throw new Error('there is no head');
    expect(head.root).toBe(proof.root);
    const jwk = publicKeys.find((one) => one.keyId === head.keyId)?.jwk ?? {};
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const signature = Buffer.from(head.signature, 'base64');
    expect(verify(null, registerHeadBytes(head), key, signature)).toBe(true);
  });

  it('does not exist for readers elsewhere', async () => {
    const far = await makeActor(app, {
      fullName: 'Lò Văn Xa',
      roles: ['records-office'],
      unitId: setting.places.otherProvince,
    });
    const { body } = await app.request(listRegister, { query: {}, as: far });
    expect(body).toMatchObject({ rows: [], total: 0, series: [] });
    const params = { entryId: row(0).entryId };
    const one = await app.raw(readRegisterEntry, { params, as: far });
    expect(one.problem).toMatchObject({ status: 404, code: 'resource.not_found' });
  });
});

describe('verification', () => {
  it('tells what is printed, but never the date of birth', async () => {
    const { verificationCode } = await entryOf(0);
    const typed = displayVerificationCode(verificationCode).toLowerCase();
    const response = await app.request(verifyCertificate, { params: { code: typed } });
    expect(response.body).toMatchObject({
      state: 'valid',
      certificate: {
        fullName: 'Hà Văn <Khánh>',
        gradeEn: 'Average',
        edition: { label: '1.1', newer: null },
        decisionNo: '118/QĐ-SNV',
        signer: 'Xa Văn Ký',
        signerTitle: 'GIÁM ĐỐC',
      },
      contact: { name: 'Sở Nội vụ tỉnh Phú Thọ' },
    });
    expect(response.text).not.toMatch(bornThen);
  });

  it('gives the same answer for every code that is none', async () => {
    const answers = [];
    for (const code of ['000000000000', 'x', 'ZZZZ-ZZZZ-ZZZZ', "'; drop table", '..%2f']) {
      const { body, status } = await app.request(verifyCertificate, { params: { code } });
      answers.push(JSON.stringify({ ...body, status }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ state: 'not_found', certificate: null });
  });

  it('shows a page without script, in both languages', async () => {
    const { verificationCode: code } = await entryOf(0);
    const page = await app.raw(verificationResult, { params: { code } });
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(page.headers['content-security-policy']).toContain("style-src 'self'");
    expect(page.text).toContain('Giấy chứng nhận thật, còn giá trị');
    expect(page.text).toContain('Hà Văn &lt;Khánh&gt;');
    expect(page.text).not.toMatch(bornThen);
    expect(page.text).not.toMatch(/<script|style=|<style| on\w+=/);
    const english = await app.raw(verificationResult, { params: { code }, query: { lang: 'en' } });
    expect(english.text).toContain('Genuine certificate, valid');
    expect(english.text).toContain('<html lang="en">');
  });

  it('keeps its stylesheet for ever, and has no other files', async () => {
    const { text } = await app.raw(verificationForm, {});
    const [, file = ''] = /\/x\/assets\/([^"]+)"/.exec(text) ?? [];
    const css = await app.raw(verificationAsset, { params: { file } });
    expect(css.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await app.raw(verificationAsset, { params: { file: 'x.css' } })).status).toBe(404);
  });

  it('leads from a typed code to its page', async () => {
    const typed = await app.raw(verificationForm, {
      query: { code: ' 7f3k 9qz2/m4xa ', lang: 'en' },
    });
    expect(typed.status).toBe(303);
    expect(typed.headers['location']).toBe('/x/7f3k%209qz2%2Fm4xa?lang=en');
    const absent = await app.raw(verificationResult, { params: { code: '7f3k 9qz2/m4xa' } });
    expect(absent.status).toBe(404);
    expect(absent.text).toContain('Không tìm thấy giấy nào khớp');
    for (const code of ['  ', '..']) {
      const nothing = await app.raw(verificationForm, { query: { code } });
      expect(nothing.text).toContain('Chưa nhập mã.');
    }
  });

  it('takes the code out of an address that was copied off the paper', async () => {
    const code = 'https://dao-tao.phutho.gov.vn/x/7F3K9QZ2M4XA?lang=vi';
    const copied = await app.raw(verificationForm, { query: { code } });
    expect(copied.headers['location']).toBe('/x/7F3K9QZ2M4XA?lang=vi');
    const cut = await app.raw(verificationForm, { query: { code: `${'a'.repeat(39)}😀😀` } });
    expect(cut.status).toBe(303);
  });

  it('knows what became of a certificate', async () => {
    await amend(1, 'correction');
    await amend(2, 'reissue');
    await amend(3, 'correction');
    await amend(3, 'revocation');
    const words = ['đã có chỉnh sửa', 'đã cấp lại', 'đã bị thu hồi'];
    for (const [index, state] of ['corrected', 'reissued', 'revoked'].entries()) {
      const { verificationCode: code } = await entryOf(index + 1);
      const response = await app.request(verifyCertificate, { params: { code } });
      expect(response.body.state).toBe(state);
      expect(response.text).not.toMatch(bornThen);
      expect(response.text).not.toContain(reason);
      const page = await app.raw(verificationResult, { params: { code } });
      expect(page.text).toContain(words[index]);
      expect(page.text).toContain('61/QĐ-SNV');
      expect(page.text).not.toMatch(bornThen);
      expect(page.text).not.toContain(reason);
    }
  });

  it('names the edition that is in force now', async () => {
    const { verificationCode: code } = await entryOf(0);
    const before = app.clock.now();
    app.clock.set('2027-01-05T02:00:00Z');
    const { body } = await app.request(verifyCertificate, { params: { code } });
    expect(body).toMatchObject({
      state: 'superseded',
      certificate: { edition: { label: '1.1', newer: { label: '2.0' } } },
    });
    const page = await app.raw(verificationResult, { params: { code } });
    expect(page.text).toContain('Chương trình đã có ấn bản mới.');
    expect(page.text).toContain('còn giá trị');
    app.clock.set(before.toISOString());
  });

  it('is answered only so often, and says so on a page', async () => {
    app.clock.advance(3_600_000);
    let last = 200;
    for (let count = 0; count < 61; count += 1) {
      last = (await app.raw(verificationResult, { params: { code: '000000000000' } })).status;
    }
    expect(last).toBe(429);
    const page = await app.raw(verificationResult, { params: { code: '000000000000' } });
    expect(page.text).toContain('Kiểm tra quá nhiều lần');
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    const json = await app.raw(verifyCertificate, { params: { code: '000000000000' } });
    expect(json.problem).toMatchObject({ status: 429, code: 'request.too_many' });
  });
});

describe('a line changed behind the back of the register', () => {
  it('is told apart from its leaf, and so is its paper', async () => {
    const enemy = await Tamperer.at(app.database.superuserUrl);
    const { entryId } = row(0);
    const check = async () => (await entryOf(0)).check;
    try {
      const grade = `update register_entry set printed = jsonb_set(printed, '{grade}', '"Giỏi"') where id = $1`;
      await enemy.do(grade, [entryId]);
      expect(await check()).toEqual({ row: 'changed', file: 'intact' });
      await enemy.undo();
      await enemy.do('update register_document set bytes = bytes + 1 where entry_id = $1', [
        entryId,
      ]);
      expect(await check()).toEqual({ row: 'intact', file: 'changed' });
      await enemy.undo();
    } finally {
      await enemy.close();
    }
    expect(await check()).toEqual({ row: 'intact', file: 'intact' });
  });
});
