import { STANDARD_CERTIFICATE_LAYOUT as LAYOUT } from '@cam-nang/domain';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';

import { CertificateDocuments, UnprintableCertificateError } from './certificate-documents.js';
import {
  checkStructure,
  codeOnFirstPage,
  hasTool,
  pageText,
  type PdfTool,
} from './testing/pdf-tools.js';
import { samplePrint, sampleUnnumberedPrint } from './testing/sample-print.js';
import { TypstEngine } from './typst/typst-engine.js';

const engine = new TypstEngine();
const documents = new CertificateDocuments(engine);

afterAll(() => engine.close());

async function pdfOf(own: Parameters<typeof samplePrint>[0] = {}): Promise<Uint8Array> {
  return (await documents.renderCertificate(LAYOUT, samplePrint(own))).pdf;
}

/** A test that needs a program of the machine; where it is missing the test is named as skipped. */
function itWith(tool: PdfTool, name: string, body: () => Promise<void>): void {
  if (hasTool(tool)) it(name, body, 60_000);
  else it.skip(`${name} (${tool} is not installed)`, body);
}

const NAMES = [
  'Nguyễn Thị Ường',
  'Quách Thế Hưởng',
  'Đinh Công Sơn',
  'Bùi Văn Đức',
  'Xa Thị Khà',
  'Sùng A Pó',
  'Tẩn Mẩy Ỷ',
  'Ẳng Ẵ Ỗ Ỡ Ự Ỷ Ỹ',
];

describe('a rendered certificate', () => {
  it('has the same bytes every time, also from another engine and after other documents', async () => {
    const other = new TypstEngine();
    try {
      const first = await documents.renderCertificate(LAYOUT, samplePrint());
      await pdfOf({ holderName: 'Quách Thế Hưởng' });
      const again = await documents.renderCertificate(LAYOUT, samplePrint());
      const elsewhere = await new CertificateDocuments(other).renderCertificate(
        LAYOUT,
        samplePrint(),
      );
      expect(Buffer.from(first.sha256).toString('hex')).toBe(
        createHash('sha256').update(first.pdf).digest('hex'),
      );
      expect(again.sha256).toEqual(first.sha256);
      expect(elsewhere.sha256).toEqual(first.sha256);
    } finally {
      await other.close();
    }
  });

  it('has other bytes when anything printed differs', async () => {
    const hashes = new Set<string>();
    for (const own of [{}, { grade: 'Giỏi' }, { serialNumber: 'SNV 000413' }, { mark: '8,0' }]) {
      const { sha256 } = await documents.renderCertificate(LAYOUT, samplePrint(own));
      hashes.add(Buffer.from(sha256).toString('hex'));
    }
    expect(hashes.size).toBe(4);
  });

  it('is small: two pages with both woven borders under 250 kB', async () => {
    expect((await pdfOf()).byteLength).toBeLessThan(250_000);
  });

  it('declares itself PDF/A-2b', async () => {
    const text = Buffer.from(await pdfOf()).toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
  });

  itWith('pdftotext', 'gives every name back letter for letter, in NFC', async () => {
    for (const name of NAMES) {
      const front = pageText(await pdfOf({ holderName: name.normalize('NFD') }), 1);
      expect(front).toContain(name.normalize('NFC'));
    }
  });

  itWith('pdftotext', 'prints numbers, decision, place and date as they were frozen', async () => {
    const pdf = await pdfOf();
    const front = pageText(pdf, 1).join('\n');
    for (const text of ['SNV 000412', '37/2026-BD', 'Phú Thọ, ngày 02 tháng 7 năm 2026']) {
      expect(front).toContain(text);
    }
    expect(front).toContain('camnang.example/x/7Q4K-M2TD-9XWA');
    const back = pageText(pdf, 2).join('\n');
    expect(back).toContain('số 118/QĐ-SNV ngày 30/06/2026');
    expect(back).toMatch(/CD02 +Kỹ năng soạn thảo, ban hành và quản lý văn bản +2 +1 +3 +6 +7,5/);
    expect(back).toMatch(/Cộng +6 +3 +8 +17 +7,9/);
  });

  itWith('pdftotext', 'prints hostile text as it is and runs none of it', async () => {
    const hostile = [
      '#import "x.typ"',
      '$sqrt(2)$ \\ "q"',
      '*a* _b_ `c` [d] {e} <f>',
      '#read("/etc/passwd")',
      "@cite 'q' // x",
    ];
    for (const name of hostile) {
      expect(pageText(await pdfOf({ holderName: name }), 1)).toContain(name);
    }
  });

  itWith('pdftoppm', 'carries a code that a reader finds on the picture of the page', async () => {
    const print = samplePrint();
    expect(codeOnFirstPage(await pdfOf())).toBe('https://camnang.example/x/7Q4KM2TD9XWA');
    const long = 'https://chungnhan.sonoivu.phutho.gov.vn:8443';
    expect(codeOnFirstPage(await pdfOf({ publicUrl: long }))).toBe(
      `${long}/x/${print.verificationCode}`,
    );
  });

  itWith('qpdf', 'is a clean PDF', async () => {
    const pdf = await pdfOf();
    expect(() => checkStructure(pdf)).not.toThrow();
    const broken = Buffer.from(pdf);
    broken.fill(0, broken.length - 400);
    expect(() => checkStructure(broken)).toThrow();
  });
});

describe('the check before numbering', () => {
  const frozen = sampleUnnumberedPrint();
  const reasons = (holderName: string) =>
    documents
      .check(LAYOUT, [frozen, { ...frozen, holderName }])
      .map(({ reason, person, slot }) => ({ reason, person, slot }));

  it('passes everyone who can be printed', () => {
    expect(
      documents.check(
        LAYOUT,
        NAMES.map((holderName) => ({ ...frozen, holderName })),
      ),
    ).toEqual([]);
  });

  it('shrinks, then breaks, then refuses a long name', () => {
    expect(reasons('Công Tằng Tôn Nữ Nguyễn Hoàng Phương')).toEqual([]);
    expect(reasons('Công Tằng Tôn Nữ Nguyễn Hoàng Phương Thảo Bùi Thị Mai Lan')).toEqual([]);
    const name = 'Nguyễn Hoàng '.repeat(10).trim();
    expect(reasons(name)).toContainEqual({ reason: 'text_too_long', person: name, slot: 'name' });
  });

  it.each(['Ngô 漢字 Văn', 'Sùng A\u0007Pó', 'Hà\u200bVăn', 'Vàng\nThị'])(
    'refuses %j, which no font can print, with the name of the person',
    (person) => {
      expect(reasons(person)).toContainEqual({ reason: 'missing_glyph', person, slot: 'name' });
    },
  );

  it('is also the gate of rendering', async () => {
    await expect(pdfOf({ holderName: 'Ngô 漢字 Văn' })).rejects.toThrow(
      UnprintableCertificateError,
    );
  });
});
