import { beforeAll, describe, expect, it } from '@jest/globals';
import { documentPlainText, type RichDocument } from '@cam-nang/content/read';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { changedZip } from '../testing/zip-file.js';
import { readDocx, type WordFile } from './read-docx.js';

let bare: Buffer;
beforeAll(async () => {
  bare = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('x')] }] }));
});

const SPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;

function read(body: string, parts: Readonly<Record<string, string>> = {}): Promise<WordFile> {
  const text = `<?xml version="1.0" encoding="UTF-8"?><w:document ${SPACES}><w:body>${body}</w:body></w:document>`;
  const file = changedZip(bare, { 'word/document.xml': text, ...parts });
  return readDocx(file, 'lesson', () => Promise.resolve(null));
}

function wordsIn({ lessons }: WordFile): string {
  return lessons
    .map(({ document }) => documentPlainText(document as unknown as RichDocument))
    .join('\n');
}

const codes = ({ losses }: WordFile) => losses.map(({ code }) => code);

describe('words that a file of Word wraps', () => {
  it('come along out of fields in one piece, and out of words with a direction of their own', async () => {
    const file = await read(
      paragraph(
        `${run('theo Điều ')}<w:fldSimple w:instr=" REF _Ref1 \\h ">${run('15')}</w:fldSimple>${run(', Bảng ')}<w:fldSimple w:instr="SEQ"/><w:bdo w:val="ltr">${run('ba')}</w:bdo>${run('.')}`,
      ),
    );
    expect(wordsIn(file)).toBe('theo Điều 15, Bảng ba.');
  });

  it('come along out of formulas, which are told', async () => {
    const letters = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const formula = (inside: string) => `<m:oMath>${inside}</m:oMath>`;
    const file = await read(
      paragraph(`${run('Mức: ')}${formula(letters('a') + letters('+b'))}${run(' đồng')}`) +
        paragraph(
          `<m:oMathPara><m:oMathParaPr><m:jc m:val="center"/></m:oMathParaPr>${formula(letters('x&lt;5'))}</m:oMathPara>`,
        ) +
        paragraph('<m:oMath>'.repeat(2) + '</m:oMath>'.repeat(2)),
    );
    expect(wordsIn(file)).toMatch(/^Mức: a\+b đồng\s+x<5$/);
    expect(codes(file)).toContain('formula');
  });
});

describe('what the converter passes over', () => {
  const ruby = (base: string, reading: string) =>
    `<w:r><w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt>${run(reading)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby></w:r>`;

  it('is no word: guides to reading come in brackets behind what they are about, and are told', async () => {
    const file = await read(
      paragraph(`${run('Chữ ')}${ruby('漢', 'Hán')}${ruby('字', 'tự')}${run(' cổ')}`) +
        paragraph(run('hết')),
    );
    expect(wordsIn(file)).toContain('Chữ 漢 (Hán)字 (tự) cổ');
    expect(file.losses).toContainEqual({
      ...{ code: 'ruby', under: '', near: '', count: 2, lesson: null },
    });
  });

  it('is told of where a part of the file is another file', async () => {
    const file = await read(`${paragraph(run('Một.'))}<w:altChunk r:id="rId9"/><w:altChunk/>`);
    expect(wordsIn(file)).toBe('Một.');
    expect(file.losses).toMatchObject([{ code: 'inserted_file', count: 2 }]);
  });

  it('is no heading, however deep: the deepest are those of the lowest level, and told', async () => {
    const heading = (level: number, words: string) =>
      paragraph(`<w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>${run(words)}`);
    const file = await read(
      [6, 7, 8, 9].map((level) => heading(level, `Cấp ${level}`)).join('') + paragraph(run('Một.')),
    );
    const [lesson] = file.lessons;
    const headings = lesson?.document.content.filter(({ type }) => type === 'heading');
    expect(headings?.map(({ attrs }) => attrs)).toEqual(Array(4).fill({ level: 4 }));
    expect(codes(file)).toContain('heading_level');
  });
});

describe('words in a font from before Unicode', () => {
  const styles = (font: string) =>
    `<w:styles ${SPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:style></w:styles>`;

  it.each([
    ['.VnTime', 'Céng hßa x· héi chñ nghÜa ViÖt Nam'],
    ['.VnTime', 'Nghị quyết cũ: QuyÕt ®Þnh'],
    ['VNI-Times', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam'],
  ])('are told: %s, %s', async (font, words) => {
    const file = await read(paragraph(run(words)) + paragraph(run('Khoan 1')), {
      'word/styles.xml': styles(font),
    });
    expect(file.losses).toContainEqual({
      code: 'old_font',
      under: '',
      near: words,
      count: 1,
      lesson: null,
    });
    expect(wordsIn(file)).toContain(words);
  });

  it.each([
    ['.VnTime', 'Cộng hòa xã hội chủ nghĩa Việt Nam, 20 m² · §1 «luật» 30°C'],
    ['Times New Roman', 'naïve façade ©'],
  ])('are not told of where they can be read: %s, %s', async (font, words) => {
    const file = await read(paragraph(run(words)), { 'word/styles.xml': styles(font) });
    expect(codes(file)).toEqual([]);
  });
});

describe('headings that are longer than a title may be', () => {
  const long = `Chương II. ${'Quy định chi tiết về cấp giấy chứng nhận '.repeat(9)}hết`;
  const middle = `Điều 5. ${'Trách nhiệm của Ủy ban nhân dân cấp xã '.repeat(6)}hết`;
  const made = (as: 'lesson' | 'module') =>
    Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: long, heading: HeadingLevel.HEADING_1 }),
              new Paragraph('Một.'),
              ...(as === 'lesson'
                ? []
                : [
                    new Paragraph({ text: middle, heading: HeadingLevel.HEADING_1 }),
                    new Paragraph('Hai.'),
                  ]),
            ],
          },
        ],
      }),
    );

  it.each(['lesson', 'module'] as const)('lose no word: %s', async (as) => {
    const file = await readDocx(await made(as), as, () => Promise.resolve(null));
    const [first, second] = file.lessons;
    expect([first?.title.length, first?.title.endsWith('…')]).toEqual([300, true]);
    expect(wordsIn(file)).toContain(long);
    if (as === 'module') expect([second?.title, middle.length > 150]).toEqual([middle, true]);
  });
});
