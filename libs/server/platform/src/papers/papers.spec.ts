import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../logging/log.js';
import { Papers, type PaperFormat } from './papers.js';
import { printableText } from './paper-text.js';
import { plainLine, type Paper, type PaperRow } from './paper.js';

const papers = new Papers(createLog({ program: 'spec', level: 'silent' }));
afterAll(() => papers.onApplicationShutdown());

const HOSTILE = [
  '#import "x.typ": *',
  '$sqrt(2)$ \\ "q" *a* _b_ `c` [d] {e} <f> @g',
  '#read("/etc/passwd")',
  '</w:t></w:r><w:p/>&amp;<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  ']]><script>alert(1)</script>',
];

function paper(rows: readonly PaperRow[], other: Partial<Paper> = {}): Paper {
  return {
    title: 'Bảng so sánh',
    author: 'Sở Nội vụ',
    landscape: true,
    head: {
      above: 'UBND TỈNH PHÚ THỌ',
      issuer: 'SỞ NỘI VỤ',
      number: 'Số: /BB-HĐTĐ',
      place: 'Phú Thọ, ngày 26 tháng 6 năm 2026',
    },
    blocks: [
      { kind: 'title', name: 'BIÊN BẢN', about: 'Họp Hội đồng' },
      { kind: 'heading', text: 'I. THÀNH PHẦN' },
      {
        kind: 'paragraph',
        line: [
          { text: 'chữ bỏ', struck: true },
          { text: ' chữ thêm', bold: true },
        ],
      },
      { kind: 'list', items: [plainLine('Nguyễn Thị Ường')] },
      {
        kind: 'table',
        columns: [
          { title: 'Nội dung cũ', share: 50 },
          { title: 'Nội dung mới', share: 50, centred: true },
        ],
        rows,
      },
      { kind: 'signatures', signers: [{ title: 'THƯ KÝ', hint: '(Ký)', name: 'Hà Thị Dung' }] },
    ],
    timestamp: 1_782_000_000,
    ...other,
  };
}

async function bytesOf(made: Paper, format: PaperFormat): Promise<Buffer> {
  const { content } = await papers.write(made, format, 'Bảng');
  if (!(content instanceof Uint8Array)) throw new Error('a stream');
  return Buffer.from(content);
}

function withFile(bytes: Buffer, tool: string, args: (path: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const path = join(folder, 'paper');
    writeFileSync(path, bytes);
    return execFileSync(tool, args(path), { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hasTool = (tool: string, flag: string) => {
  try {
    execFileSync(tool, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const pdfTest = hasTool('pdftotext', '-v') ? it : it.skip;
const docxTest = hasTool('unzip', '-v') ? it : it.skip;

const squeezed = (text: string) => text.replace(/\s+/g, '');
const pdfText = async (made: Paper) =>
  withFile(await bytesOf(made, 'pdf'), 'pdftotext', (path) => ['-layout', path, '-']);
const docxXml = async (made: Paper) =>
  withFile(await bytesOf(made, 'docx'), 'unzip', (path) => ['-p', path, 'word/document.xml']);

/** The words of the XML as a reader of it sees them. */
function wordsOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

const hostileRows = HOSTILE.map((text) => ({ cells: [[plainLine(text)], [plainLine('x')]] }));

describe('an official paper', () => {
  pdfTest(
    'bears the national name, motto, issuer, number, place and signers in print',
    async () => {
      const text = await pdfText(paper([{ across: plainLine('Bài 1.1') }]));
      for (const said of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'SỞ NỘI VỤ',
        'Số: /BB-HĐTĐ',
        'Phú Thọ, ngày 26 tháng 6 năm 2026',
        'Nguyễn Thị Ường',
        'Bài 1.1',
        'Hà Thị Dung',
      ]) {
        expect(text).toContain(said);
      }
    },
  );

  pdfTest('prints hostile text as it is and runs none of it', async () => {
    const text = squeezed(await pdfText(paper(hostileRows)));
    for (const said of HOSTILE) expect(text).toContain(squeezed(said));
    expect(text).not.toContain('root:');
  });

  docxTest('writes hostile text as words of a well-formed file', async () => {
    const xml = await docxXml(paper(hostileRows));
    for (const said of HOSTILE) expect(wordsOf(xml)).toContain(said);
    expect(xml).not.toMatch(/<!ENTITY|<script|<!DOCTYPE/);
    expect(xml.match(/<w:body>/g)).toHaveLength(1);
  });

  docxTest(
    'keeps what is struck out and bold in DOCX, and repeats the head of a table',
    async () => {
      const xml = await docxXml(paper([]));
      expect(xml).toMatch(/<w:strike\/?>(?:(?!<\/w:r>).)*chữ bỏ/);
      expect(xml).toMatch(/<w:b\/?>(?:(?!<\/w:r>).)*chữ thêm/);
      expect(xml).toContain('<w:tblHeader/>');
    },
  );

  pdfTest(
    'breaks a long table over pages, each with the head of the table and all rows',
    async () => {
      const rows = Array.from({ length: 300 }, (_, index) => ({
        cells: [[plainLine(`Dòng cũ ${index}.`)], [plainLine(`Dòng mới ${index}.`)]],
      }));
      const pages = (await pdfText(paper(rows))).split('\f').filter((page) => page.trim() !== '');
      expect(pages.length).toBeGreaterThan(5);
      const full = pages.slice(0, -1);
      expect(full.every((page) => page.includes('Nội dung cũ'))).toBe(true);
      expect(pages[1]?.trim().split('\n')[0]?.trim()).toBe('2');
      const all = pages.join('\n');
      for (const { cells } of rows) expect(all).toContain(cells[0]?.[0]?.[0]?.text ?? 'nothing');
    },
  );

  pdfTest('prints a box where the fonts lack a character, instead of failing', async () => {
    const text = await pdfText(paper([{ across: plainLine('Ngô 漢 🙂 Văn') }]));
    expect(squeezed(text)).toContain('Ngô□□Văn');
  });

  it('is written in composed letters, without controls, halves of letters and turned directions', () => {
    const text = `Hòa${'\u0000\u0008\u202e\ud800\ufffe\u200b'} Bình\n\tx`.normalize('NFD');
    expect(printableText(text)).toBe('Hòa Bình x');
  });

  it('has a name without separators of paths', async () => {
    const { fileName, mediaType } = await papers.write(paper([]), 'docx', 'a/..\\b:"c"');
    expect(fileName).toBe('a-..-b--c-.docx');
    expect(mediaType).toContain('wordprocessingml');
  });
});
