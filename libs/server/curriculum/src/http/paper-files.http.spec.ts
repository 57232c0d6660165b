import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  castBallot,
  closeCouncil,
  conveneCouncil,
  downloadComparison,
  downloadMinutes,
  explainChange,
  issueEdition,
  openEditionThread,
  prepareEdition,
  readEditionCouncil,
} from '@cam-nang/contracts';
import { makeActor } from '@cam-nang/identity/testing';
import type { Actor } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';
import { LoadAppraisalRules } from '../use-cases/load-appraisal-rules.js';

const START = '2026-03-02T02:00:00Z';
const HOSTILE = '#read("/etc/passwd") $x$ </w:t><w:p/> &amp; *đậm*';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;
let people: readonly Actor[];
let courses = 0;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule], clock: new FakeClock(START) });
  desk = await makeDesk(app);
  await app.get(LoadAppraisalRules).run({
    code: 'TD',
    title: 'Quy định về thẩm định',
    basis: 'Thông tư 03/2017/TT-BLĐTBXH',
    validFrom: '2026-06-01',
    validTo: null,
    parameters: {
      leastMembers: 5,
      mostMembers: 7,
      teachers: { of: 1, in: 3 },
      leastUserRepresentatives: 1,
      leastYearsOfExperience: 5,
      quorum: { of: 2, in: 3 },
      majority: { of: 2, in: 3 },
      daysAhead: 3,
    },
    isSample: true,
  });
  const reviewer = (fullName: string) =>
    makeActor(app, { fullName, roles: ['reviewer'], unitId: desk.places.province });
  people = [
    desk.director,
    desk.reviewer,
    await reviewer('Đinh Công Sơn'),
    await reviewer('Nguyễn Thị Hòa'),
    await reviewer('Bùi Văn Hải'),
  ];
}, 60_000);
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set(START);
  courses += 1;
  small = await makeSmallCourse(app, {
    ownerUnitId: desk.places.province,
    authorId: desk.trainer.accountId,
    code: `BS${courses}`,
  });
  work = new RequestWork(app, desk, small);
});

async function candidate() {
  const { body } = await app.request(prepareEdition, {
    params: { courseId: small.course.id },
    body: { kind: 'amendment', title: 'Ấn bản' },
    as: desk.editor,
  });
  return body.edition;
}

/** Edition 1.0 in force, and a candidate that rewrites a lesson. */
async function amended(text: string) {
  const first = await candidate();
  const decisionNo = `${courses}/QĐ-SNV`;
  const body = {
    manifestHash: first.manifestHash,
    decisionNo,
    decisionDate: '2026-03-02',
    decisionTitle: 'Ban hành',
    effectiveFrom: '2026-03-02',
    confirmation: decisionNo,
  };
  await app.request(issueEdition, { params: { editionId: first.id }, body, as: desk.director });
  const requestId = await work.open();
  await work.rewrite(requestId, 'cd01-01', text);
  const place = { requestId, nodeId: small.idOf('cd01-01') };
  const why = { params: place, body: { reason: 'Các xã hỏi nhiều.' }, as: desk.trainer };
  expect((await app.request(explainChange, why)).status).toBe(200);
  await work.submit(requestId);
  await work.approve(requestId);
  expect((await work.merge(requestId)).status).toBe(200);
  return candidate();
}

function table(editionId: string, format: 'pdf' | 'docx', as: Actor = desk.editor) {
  return app.request(downloadComparison, { params: { editionId }, query: { format }, as });
}

/** The words of a file as its readers see them, without any space. */
function wordsOf(bytes: Uint8Array, format: 'pdf' | 'docx'): string {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const path = join(folder, 'paper');
    writeFileSync(path, bytes);
    if (format === 'pdf') {
      return squeezed(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }));
    }
    const xml = execFileSync('unzip', ['-p', path, 'word/document.xml'], { encoding: 'utf8' });
    const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said);
    return squeezed(words.join('').replace(/&lt;/g, '<').replace(/&gt;/g, '>'))
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const squeezed = (text: string) => text.replace(/\s+/g, '');
const has = (tool: string, flag: string) => {
  try {
    execFileSync(tool, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const readable = { pdf: has('pdftotext', '-v'), docx: has('unzip', '-v') };
const FORMATS = (['pdf', 'docx'] as const).filter((format) => readable[format]);

describe('the comparison table as a file', () => {
  it.each(FORMATS)('says in %s what was, what is and why', async (format) => {
    const edition = await amended(`Mời người dân ngồi, rót nước. ${HOSTILE}`);
    const { status, body } = await table(edition.id, format);
    expect(status).toBe(200);
    const words = wordsOf(body, format);
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'BẢNG SO SÁNH NỘI DUNG',
      `(Quyết định số ${courses}/QĐ-SNV ngày 02/03/2026)`,
      'Nội dung cũ',
      'Nội dung mới',
      'Lý do',
      'Đoạn 2 Trả lời trong năm ngày.',
      'rót nước',
      'Các xã hỏi nhiều.',
      HOSTILE,
    ]) {
      expect(words).toContain(squeezed(said));
    }
    expect(words).not.toContain('root:');
  });

  it('names a first edition as one, with everything in it', async () => {
    const edition = await candidate();
    const { body } = await table(edition.id, 'docx');
    if (!readable.docx) return;
    const words = wordsOf(body, 'docx');
    expect(words).toContain(squeezed('ấn bản đầu tiên'));
    expect(words).toContain(squeezed('Tiếp công dân'));
  });

  it('is there for who may read the curriculum, and for nobody else', async () => {
    const edition = await candidate();
    expect((await table(edition.id, 'pdf', desk.strangerEditor)).status).toBe(404);
    expect((await table(edition.id, 'pdf', desk.trainee)).problem.code).toBe('permission.denied');
    const other = { params: { editionId: edition.id }, query: { format: 'exe' as 'pdf' } };
    const { problem } = await app.request(downloadComparison, { ...other, as: desk.editor });
    expect(problem).toMatchObject({ code: 'request.invalid' });
  });
});

const DUTIES = ['chair', 'secretary', 'reviewer', 'reviewer', 'member'] as const;

async function convened() {
  app.clock.set('2026-06-26T02:00:00Z');
  const edition = await candidate();
  const { body } = await app.request(conveneCouncil, {
    params: { editionId: edition.id },
    body: {
      decisionNo: '171/QĐ-SNV',
      decisionDate: '2026-06-19',
      papersSentOn: '2026-06-22',
      members: people.map(({ accountId }, index) => ({
        accountId,
        duty: DUTIES[index] ?? 'member',
        organisation: 'Sở Nội vụ',
        isTeacher: index === 2 || index === 3,
        representsUsers: index === 4,
        yearsOfExperience: 8,
      })),
    },
    as: desk.editor,
  });
  return { edition, councilId: body.council?.id ?? '' };
}

function minutes(councilId: string, format: 'pdf' | 'docx', as: Actor = desk.editor) {
  return app.request(downloadMinutes, { params: { councilId }, query: { format }, as });
}

async function decided() {
  const { edition, councilId } = await convened();
  for (const [index, as] of people.slice(0, 4).entries()) {
    const value = index === 2 ? ('pass_with_changes' as const) : ('pass' as const);
    const comment = index === 2 ? `Thêm ví dụ. ${HOSTILE}` : '';
    const body = { value, manifestHash: edition.manifestHash, comment };
    await app.request(castBallot, { params: { councilId }, body, as });
  }
  const remark = {
    passage: {
      ...{ nodeId: small.idOf('cd01-01'), side: 'after' as const, blockId: null },
      ...{ quote: '', offset: 0 },
    },
    ...{ seenHash: edition.manifestHash, blocking: false, suggestion: null },
    body: 'Nêu căn cứ ở bài này.',
  };
  const params = { editionId: edition.id };
  const said = await app.request(openEditionThread, { params, body: remark, as: desk.reviewer });
  expect(said.status).toBe(201);
  const closing = { params: { councilId }, body: { conclusion: 'Nhất trí trình ban hành.' } };
  expect((await app.request(closeCouncil, { ...closing, as: desk.director })).status).toBe(200);
  return { edition, councilId };
}

describe('the minutes of a council', () => {
  it.each(FORMATS)(
    'bear in %s who sat, what was said, the votes and the outcome',
    async (format) => {
      const { edition, councilId } = await decided();
      const words = wordsOf((await minutes(councilId, format)).body, format);
      for (const said of [
        'Độc lập - Tự do - Hạnh phúc',
        'HỘI ĐỒNG THẨM ĐỊNH',
        '/BB-HĐTĐ',
        'ngày 26 tháng 6 năm 2026',
        'BIÊN BẢN',
        '171/QĐ-SNV ngày 19/06/2026',
        'Thông tư 03/2017/TT-BLĐTBXH',
        'Đinh Công Sơn',
        'Ủy viên phản biện',
        'Có mặt: 4/5 thành viên. Vắng hoặc không được tính phiếu: Bùi Văn Hải.',
        `Thêm ví dụ. ${HOSTILE}`,
        '3 phiếu đạt; 1 phiếu đạt, phải chỉnh sửa; 0 phiếu không đạt',
        'Nhất trí trình ban hành.',
        'CHỦ TỊCH HỘI ĐỒNG',
        'Bản được đọc và bỏ phiếu: bản niêm khóa lúc 09 giờ 00 phút, ngày 26 tháng 6 năm 2026',
        edition.manifestHash,
        'Góp ý vào từng chỗ của bản niêm:',
        'Nêu căn cứ ở bài này.',
      ]) {
        expect(words).toContain(squeezed(said));
      }
      expect(words).toMatch(
        /THƯKÝ\(Ký,ghirõhọtên\)HàThịDungCHỦTỊCHHỘIĐỒNG\(Ký,ghirõhọtên\)HàQuangTiến/,
      );
    },
  );

  it('do not exist before the council has decided', async () => {
    const { councilId, edition } = await convened();
    const { problem } = await minutes(councilId, 'pdf');
    expect(problem).toMatchObject({ code: 'council.wrong_state', status: 409 });
    const state = { params: { editionId: edition.id }, as: desk.editor };
    expect((await app.request(readEditionCouncil, state)).body.council?.stage).toBe('sitting');
  });

  it('are there for who may read the curriculum, and for nobody else', async () => {
    const { councilId } = await decided();
    expect((await minutes(councilId, 'docx', desk.strangerDirector)).status).toBe(404);
    expect((await minutes(councilId, 'docx', desk.trainee)).problem.code).toBe('permission.denied');
  });
});
