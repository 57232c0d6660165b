import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applyWordImport,
  checkWordImport,
  readDraft,
  readOverlay,
  type RequestOf,
} from '@cam-nang/contracts';
import { buildApp, type TestApp } from '@cam-nang/testing';
import type { RichNode } from '@cam-nang/domain';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { PNG } from 'pngjs';
import { CurriculumHttpModule } from '../http.js';
import { makeSmallCourse, type SmallCourse } from '../testing/curriculum-factory.js';
import { makeDesk, type Desk } from '../testing/desk.js';
import { RequestWork } from '../testing/request-work.js';
import { changedZip, zipFile } from '../testing/zip-file.js';

let app: TestApp;
let desk: Desk;
let small: SmallCourse;
let work: RequestWork;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  desk = await makeDesk(app);
  small = await makeSmallCourse(app, { ownerUnitId: desk.places.province });
  work = new RequestWork(app, desk, small);
}, 60_000);
afterAll(() => app.close());

const heading = (text: string, level: 'HEADING_1' | 'HEADING_2' | 'TITLE') =>
  new Paragraph({ text, heading: HeadingLevel[level] });

const bullet = (text: string, level: number) => new Paragraph({ text, bullet: { level } });

const row = (...texts: readonly string[]) =>
  new TableRow({
    children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })),
  });

/** A module as a trainer writes it: two lessons with all that lessons have. */
function moduleFile(): Promise<Buffer> {
  const picture = PNG.sync.write(new PNG({ width: 30, height: 20 }));
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('Luật Khiếu nại 2011.')] } },
    sections: [
      {
        children: [
          heading('Tiếp công dân ở xã'.normalize('NFD'), 'TITLE'),
          heading('Tiếp nhận đơn', 'HEADING_1'),
          heading('Khi nào nhận', 'HEADING_2'),
          new Paragraph({
            children: [
              new TextRun('Ghi '),
              new TextRun({ text: 'đầy đủ', bold: true }),
              new TextRun({ text: ' họ tên', underline: {} }),
              new FootnoteReferenceRun(1),
            ],
          }),
          bullet('Mời ngồi', 0),
          bullet('Rót nước', 1),
          new Table({ rows: [row('Việc', 'Thời hạn'), row('Thụ lý', '10 ngày')] }),
          heading('Trả lời', 'HEADING_1'),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: picture,
                transformation: { width: 30, height: 20 },
                altText: { name: 'so-do', description: 'Sơ đồ trả lời', title: 'so-do' },
              }),
            ],
          }),
          new Paragraph('Trả lời bằng văn bản.'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

type Fields = RequestOf<typeof applyWordImport>['body']['fields'];

function upload(requestId: string, bytes: Buffer, fields: Fields) {
  const file = new File([new Uint8Array(bytes)], 'tiep_dan.docx');
  return { params: { requestId }, body: { fields, file } };
}

const nodesOf = async (requestId: string) =>
  (await app.request(readOverlay, { params: { requestId }, as: desk.trainer })).body.nodes;

async function rootOf(requestId: string): Promise<string> {
  const root = (await nodesOf(requestId)).find(({ kind }) => kind === 'root');
  return root?.nodeId ?? '';
}

const types = (node: RichNode): readonly string[] => (node.content ?? []).map(({ type }) => type);

describe('a module out of a file of Word', () => {
  it('is shown before anything is written', async () => {
    const requestId = await work.open('Nhập chuyên đề từ Word');
    const before = await nodesOf(requestId);
    const fields = { into: 'module' as const, nodeId: await rootOf(requestId) };
    const { body, status } = await app.request(checkWordImport, {
      ...upload(requestId, await moduleFile(), fields),
      as: desk.trainer,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      moduleTitle: 'Tiếp công dân ở xã',
      moduleId: null,
      lessons: [
        {
          title: 'Tiếp nhận đơn',
          headings: [{ level: 2, title: 'Khi nào nhận' }],
          ...{ lists: 2, tables: 1, images: 0, nodeId: null },
        },
        { title: 'Trả lời', headings: [], lists: 0, tables: 0, images: 1, nodeId: null },
      ],
    });
    expect(body.losses.map(({ code, lesson }) => [code, lesson])).toEqual(
      expect.arrayContaining([
        ['underline', 0],
        ['footnote', 0],
      ]),
    );
    expect(await nodesOf(requestId)).toEqual(before);
  });

  it('is written as a whole, once however often it is sent', async () => {
    const requestId = await work.open('Nhập chuyên đề');
    const fields = { into: 'module' as const, nodeId: await rootOf(requestId) };
    const input = {
      ...upload(requestId, await moduleFile(), fields),
      as: desk.trainer,
      headers: { 'idempotency-key': 'word-import-0001' },
    };
    const { body, status } = await app.request(applyWordImport, input);
    expect(status).toBe(201);
    expect((await app.request(applyWordImport, input)).body).toEqual(body);
    const nodes = await nodesOf(requestId);
    const module = nodes.filter(({ title }) => title === 'Tiếp công dân ở xã');
    expect(module.map(({ nodeId }) => nodeId)).toEqual([body.moduleId]);
    const lessons = nodes.filter(({ parentId }) => parentId === body.moduleId);
    expect(lessons.map(({ title }) => title)).toEqual(['Tiếp nhận đơn', 'Trả lời']);
    const text = async (at: number) => {
      const params = { requestId, nodeId: body.lessons[at]?.nodeId ?? '' };
      const draft = (await app.request(readDraft, { params, as: desk.trainer })).body;
      return draft.node.document as RichNode;
    };
    expect(types(await text(0))).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'table',
      'paragraph',
    ]);
    expect(JSON.stringify(await text(0))).toContain('[1] Luật Khiếu nại 2011.');
    const [image, paragraph] = (await text(1)).content ?? [];
    expect(image?.attrs).toMatchObject({ alt: 'Sơ đồ trả lời', width: 30, height: 20 });
    expect(paragraph?.attrs?.['id']).toEqual(expect.any(String));
  });
});

describe('a lesson out of a file of Word', () => {
  const lessonFile = (...texts: readonly string[]) =>
    Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              heading('Bài viết ở nhà', 'HEADING_1'),
              ...texts.map((text) => new Paragraph(text)),
            ],
          },
        ],
      }),
    );

  it('stands last in its module, under its own title', async () => {
    const requestId = await work.open('Nhập một bài');
    const module = (await nodesOf(requestId)).find(({ kind }) => kind === 'module');
    const fields = { into: 'lesson' as const, nodeId: module?.nodeId ?? '' };
    const { body } = await app.request(applyWordImport, {
      ...upload(requestId, await lessonFile('Một đoạn.'), fields),
      as: desk.trainer,
    });
    const inside = (await nodesOf(requestId)).filter(
      ({ parentId, kind }) => parentId === module?.nodeId && kind === 'lesson',
    );
    expect(inside.at(-1)).toMatchObject({
      nodeId: body.lessons[0]?.nodeId,
      title: 'Bài viết ở nhà',
    });
  });

  it('takes the place of a text, unless somebody has written there meanwhile', async () => {
    const requestId = await work.open('Thay lời một bài');
    const lesson = (await nodesOf(requestId)).find(({ kind }) => kind === 'lesson');
    const params = { requestId, nodeId: lesson?.nodeId ?? '' };
    const { version } = (await app.request(readDraft, { params, as: desk.trainer })).body;
    const fields = { into: 'text' as const, nodeId: params.nodeId, baseVersion: String(version) };
    const send = async (text: string) =>
      app.request(applyWordImport, {
        ...upload(requestId, await lessonFile(text), fields),
        as: desk.trainer,
      });
    const made = await send('Lời mới.');
    expect(made.status).toBe(201);
    expect(made.body.lessons).toMatchObject([{ title: lesson?.title }]);
    expect(made.body.losses).toEqual([
      { code: 'title_kept', under: '', near: 'Bài viết ở nhà', count: 1, lesson: 0 },
    ]);
    const draft = (await app.request(readDraft, { params, as: desk.trainer })).body;
    expect(draft.node.title).toBe(lesson?.title);
    expect(JSON.stringify(draft.node.document)).toContain('Lời mới.');
    expect((await send('Lời khác.')).problem.code).toBe('curriculum.stale_draft');
  });

  it('goes only where it belongs, by who may write there', async () => {
    const requestId = await work.open('Sai chỗ');
    const file = await lessonFile('Một.');
    const wrong = { into: 'lesson' as const, nodeId: await rootOf(requestId) };
    const asked = upload(requestId, file, wrong);
    const refused = await app.request(checkWordImport, { ...asked, as: desk.trainer });
    expect(refused.problem.code).toBe('curriculum.structure_invalid');
    expect((await app.request(applyWordImport, { ...asked, as: desk.trainee })).status).toBe(403);
    const stranger = await app.request(applyWordImport, { ...asked, as: desk.strangerTrainer });
    expect(stranger.status).toBe(404);
  });
});

describe('a file that is no lesson', () => {
  const ole = (inside: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(100),
      Buffer.from(inside, 'utf16le'),
    ]);
  const entities = '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>';

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['an encrypted one', () => ole('EncryptedPackage'), 'document.encrypted'],
    ['one of an old Word', () => ole('WordDocument'), 'document.old_format'],
    ['a text dressed up', () => Buffer.from('xin chào'), 'file.refused'],
    [
      'an archive of something else',
      () => zipFile(new Map([['a', Buffer.from('b')]])),
      'document.unreadable',
    ],
    ['a damaged one', async () => (await moduleFile()).subarray(0, 3000), 'document.unreadable'],
    [
      'one with macros',
      async () => changedZip(await moduleFile(), { 'word/vbaProject.bin': 'x' }),
      'document.has_macros',
    ],
    [
      'one with entities',
      async () => changedZip(await moduleFile(), { 'word/document.xml': entities }),
      'document.unreadable',
    ],
    [
      'one that is no XML',
      async () => changedZip(await moduleFile(), { 'word/document.xml': '<w:document' }),
      'document.unreadable',
    ],
    [
      'a bomb',
      async () => changedZip(await moduleFile(), { 'word/media/a.bin': Buffer.alloc(160_000_000) }),
      'document.too_large',
    ],
    [
      'one of endless XML',
      async () =>
        changedZip(await moduleFile(), {
          'word/document.xml': `<w:document>${'<w:p/>'.repeat(500_000)}`,
        }),
      'document.too_large',
    ],
    [
      'an empty one',
      () => Packer.toBuffer(new Document({ sections: [{ children: [] }] })),
      'document.empty',
    ],
    [
      'one too long for a lesson',
      () =>
        Packer.toBuffer(
          new Document({
            sections: [{ children: [new Paragraph('chữ '.repeat(80_000))] }],
          }),
        ),
      'document.too_large',
    ],
  ])('is refused with the reason: %s', async (_what, make, code) => {
    const requestId = await work.open('Tệp hỏng');
    const module = (await nodesOf(requestId)).find(({ kind }) => kind === 'module');
    const fields = { into: 'lesson' as const, nodeId: module?.nodeId ?? '' };
    const input = { ...upload(requestId, await make(), fields), as: desk.trainer };
    expect((await app.request(checkWordImport, input)).problem.code).toBe(code);
    const before = await nodesOf(requestId);
    expect((await app.request(applyWordImport, input)).problem.code).toBe(code);
    expect(await nodesOf(requestId)).toEqual(before);
  });
});
