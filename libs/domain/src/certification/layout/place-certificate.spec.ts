import { describe, expect, it } from '@jest/globals';

import type { CertificatePrint } from '../printed-data.js';
import type { CertificateLayout } from './layout.js';
import { placeCertificate, type LayoutTools } from './place-certificate.js';
import type { PlacedDocument, PlacedText } from './placed-document.js';
import type { PrintData } from './print-fields.js';
import { STANDARD_CERTIFICATE_LAYOUT as LAYOUT } from './standard-layout.js';
import { fillTemplate } from './text-template.js';

const encoded: string[] = [];

/** Half the size wide, no character missing but the one that stands for an unknown script. */
const TOOLS: LayoutTools = {
  measure: (text) => [...text].length * 0.5,
  missingGlyphs: (text) => (text.includes('漢') ? ['漢'] : []),
  encodeQr: (text) => {
    encoded.push(text);
    return [
      [true, true, false],
      [false, true, true],
      [true, false, true],
    ];
  },
};

const PRINT: CertificatePrint = {
  salutation: 'bà',
  holderName: 'Bùi Thị Hoàng Yến',
  birthDate: 'ngày 12 tháng 9 năm 1998',
  position: null,
  organisation: 'Ủy ban nhân dân xã Mường Bi',
  courseCode: 'BDCBX',
  courseTitle: 'Chương trình bồi dưỡng (mẫu)',
  editionLabel: '2.1',
  editionDecision: { number: '196/QĐ-SNV', date: '04/05/2026' },
  editionInForceFrom: '11/05/2026',
  manifestHash: '7b1e5d0c9a42f318',
  cohortLabel: 'K03/2026',
  studiedFrom: '08/05/2026',
  studiedTo: '12/06/2026',
  hours: 40,
  mark: '7,9',
  grade: 'Khá',
  decision: { number: '118/QĐ-SNV', date: '30/06/2026' },
  issuer: {
    name: 'Sở Nội vụ tỉnh Phú Thọ',
    certifier: 'Giám đốc Sở Nội vụ tỉnh Phú Thọ',
    signerTitle: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    signerName: 'Hà Quang Tiến',
  },
  issuedOn: '2026-07-02',
  placeAndDate: 'Phú Thọ, ngày 02 tháng 7 năm 2026',
  serialNumber: 'SNV 000412',
  registerNumber: '37/2026-BD',
  verificationCode: '7Q4KM2TD9XWA',
  publicUrl: 'https://camnang.example',
  modules: [
    {
      code: 'CD01',
      title: 'Tổ chức chính quyền',
      hours: { theory: 2, discussion: 1, practice: 1 },
      result: '8,0',
    },
    {
      code: 'KT',
      title: 'Kiểm tra',
      hours: { theory: 0, discussion: 0, practice: 2 },
      result: null,
    },
  ],
  sample: true,
};

function placed(print: PrintData = PRINT, layout: CertificateLayout = LAYOUT): PlacedDocument {
  const result = placeCertificate(layout, print, TOOLS);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function textsOf(document: PlacedDocument): PlacedText[] {
  return document.pages.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'text'));
}

function words(mark: PlacedText): string {
  return mark.runs.map((run) => run.text).join('');
}

function lineWith(document: PlacedDocument, text: string): PlacedText {
  const found = textsOf(document).find((mark) => words(mark).includes(text));
  if (!found) throw new Error(`no line with ${text}`);
  return found;
}

describe('a placed certificate', () => {
  it('says everything that law and design ask of the paper', () => {
    const all = textsOf(placed()).map(words).join('\n');
    for (const text of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'GIẤY CHỨNG NHẬN',
      'Giám đốc Sở Nội vụ tỉnh Phú Thọ chứng nhận bà',
      'Bùi Thị Hoàng Yến',
      'ngày 12 tháng 9 năm 1998',
      'Chương trình bồi dưỡng (mẫu)',
      'ấn bản 2.1',
      '196/QĐ-SNV',
      '40 tiết',
      'Xếp loại: Khá.',
      '118/QĐ-SNV ngày 30/06/2026',
      'SNV 000412',
      '37/2026-BD',
      'Phú Thọ, ngày 02 tháng 7 năm 2026',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Hà Quang Tiến',
      '7b1e5d0c9a42f318',
      'camnang.example/x/7Q4K-M2TD-9XWA',
      'mẫu',
      'không có giá trị pháp lý',
    ]) {
      expect(all).toContain(text);
    }
    expect(encoded.at(-1)).toBe('https://camnang.example/x/7Q4KM2TD9XWA');
  });

  it('has the name as its largest text, also when it is broken', () => {
    const names = [
      'Bùi Thị Hoàng Yến',
      'Công Tằng Tôn Nữ Nguyễn Hoàng Phương Thảo Bùi Thị Mai Lan',
    ];
    for (const holderName of names) {
      const sizes = textsOf(placed({ ...PRINT, holderName })).map(({ size }) => size);
      expect(lineWith(placed({ ...PRINT, holderName }), holderName.slice(0, 9)).size).toBe(
        Math.max(...sizes),
      );
    }
  });

  it('moves what follows the name down when the name takes two lines, and nothing else', () => {
    const long = 'Công Tằng Tôn Nữ Nguyễn Hoàng Phương Thảo Bùi Thị Mai Lan';
    const [short, grown] = [placed(), placed({ ...PRINT, holderName: long })];
    const moved = (text: string): number =>
      lineWith(grown, text).baseline - lineWith(short, text).baseline;
    expect(moved('sinh ngày')).toBeGreaterThan(5);
    expect(moved('Phú Thọ, ngày')).toBe(0);
    expect(lineWith(grown, '40 tiết').baseline).toBeLessThan(155);
  });

  it('has empty places for numbers that do not exist yet, and no code', () => {
    const { serialNumber, registerNumber, verificationCode, ...unnumbered } = PRINT;
    const before = encoded.length;
    const all = textsOf(placed(unnumbered)).map(words).join('\n');
    for (const text of [serialNumber, registerNumber, verificationCode.slice(0, 4)]) {
      expect(all).not.toContain(text);
    }
    expect(encoded).toHaveLength(before);
  });

  it('leaves out what the person has not', () => {
    const print = { ...PRINT, organisation: null, grade: null, salutation: null, sample: false };
    const all = textsOf(placed(print)).map(words).join('\n');
    expect(all).not.toContain('công tác tại');
    expect(all).not.toContain('Xếp loại');
    expect(all).not.toContain('giá trị pháp lý');
    expect(all).toContain('tỉnh Phú Thọ chứng nhận\n');
  });

  it('sums the hours of the modules by kind', () => {
    const sum = lineWith(placed(), 'Cộng');
    expect(sum.figures).toBe('tabular');
    const row = textsOf(placed()).filter((mark) => mark.runs[0]?.font === 'textBold');
    expect(row.map(words)).toEqual(expect.arrayContaining(['Cộng', '2', '1', '3', '6', '7,9']));
  });

  it('carries the day of issue in Hanoi as its only time', () => {
    expect(new Date(placed().timestamp * 1000).toISOString()).toBe('2026-07-01T17:00:00.000Z');
  });

  it('is the same from a layout that went through the database', () => {
    const stored = JSON.parse(JSON.stringify(LAYOUT)) as CertificateLayout;
    expect(placed(PRINT, stored)).toEqual(placed());
  });

  it('is made of texts in NFC', () => {
    const document = placed({ ...PRINT, holderName: PRINT.holderName.normalize('NFD') });
    expect(words(lineWith(document, 'Bùi Thị'))).toBe('Bùi Thị Hoàng Yến'.normalize('NFC'));
  });
});

describe('a refusal', () => {
  it('names the person, the slot and the characters that no font has', () => {
    const result = placeCertificate(LAYOUT, { ...PRINT, holderName: 'Ngô 漢 Văn' }, TOOLS);
    expect(result).toMatchObject({
      ok: false,
      error: expect.arrayContaining([
        expect.objectContaining({
          reason: 'missing_glyph',
          person: 'Ngô 漢 Văn',
          slot: 'name',
          characters: ['漢'],
        }),
      ]),
    });
  });

  it('names the person whose name is too long even on two lines', () => {
    const holderName = 'Nguyễn '.repeat(20).trim();
    const result = placeCertificate(LAYOUT, { ...PRINT, holderName }, TOOLS);
    expect(result).toMatchObject({
      ok: false,
      error: expect.arrayContaining([
        expect.objectContaining({ reason: 'text_too_long', person: holderName, slot: 'name' }),
      ]),
    });
  });

  it('comes when the modules do not fit the page', () => {
    const modules = Array.from({ length: 40 }, () => PRINT.modules[0]).filter(
      (module) => module !== undefined,
    );
    const result = placeCertificate(LAYOUT, { ...PRINT, modules }, TOOLS);
    expect(result).toMatchObject({ ok: false, error: [{ slot: 'modules' }] });
  });
});

describe('the standard layout', () => {
  it('has a readable template in both languages in every slot, and every id once', () => {
    const slots = LAYOUT.pages.flatMap(({ parts }) => parts.filter((part) => part.kind === 'text'));
    for (const { text } of slots) {
      for (const template of [text.vi, text.en]) {
        expect(fillTemplate(template, () => 'x').length).toBeGreaterThan(0);
      }
    }
    const ids = slots.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
