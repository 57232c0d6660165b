import { describe, expect, it } from '@jest/globals';
import { docxLosses } from './docx-losses.js';

function furnitureIn(xml: string): number {
  const losses = docxLosses(new Map([['word/header1.xml', Buffer.from(xml)]]));
  return losses.find(({ code }) => code === 'page_furniture')?.count ?? 0;
}

const list = (id: number, words: string, level = 0) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
const plain = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** Lists 1 and 2 count from 1, 3 from 4, and 4 has bullets. */
function startsIn(body: string): readonly [number, string] {
  const kind = (id: number, format: string, start: number) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`;
  const num = (id: number, of: number) =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/></w:num>`;
  const numbering = `${kind(7, 'decimal', 1)}${kind(8, 'decimal', 4)}${kind(9, 'bullet', 1)}${num(1, 7)}${num(2, 7)}${num(3, 8)}${num(4, 9)}`;
  const losses = docxLosses(
    new Map([
      ['word/document.xml', Buffer.from(body)],
      ['word/numbering.xml', Buffer.from(numbering)],
    ]),
  );
  const loss = losses.find(({ code }) => code === 'list_start');
  return [loss?.count ?? 0, loss?.near ?? ''];
}

describe('numbered lists', () => {
  it('are kept where each begins at one behind other words', () => {
    expect(
      startsIn(`${list(1, 'a')}${list(1, 'b', 1)}${list(1, 'c')}${plain('x')}${list(2, 'd')}`),
    ).toEqual([0, '']);
    expect(startsIn(`${list(4, 'a')}${plain('x')}${list(4, 'b')}`)).toEqual([0, '']);
  });

  it('are told where they go on, begin behind another, or begin elsewhere', () => {
    expect(startsIn(`${list(1, 'a')}${plain('x')}${list(1, 'Bước ba')}`)).toEqual([1, 'Bước ba']);
    expect(startsIn(`${list(1, 'a')}${list(2, 'lại một')}`)).toEqual([1, 'lại một']);
    expect(startsIn(`${list(3, 'bốn')}${list(3, 'năm')}`)).toEqual([1, 'bốn']);
  });
});

describe('markers of entries', () => {
  const level = (no: number, format: string, words: string) =>
    `<w:lvl w:ilvl="${no}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`;
  const numbering = [
    `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="8">${level(0, 'decimal', 'Điều %1.')}${level(1, 'decimal', '%1.%2.')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="9">${level(0, 'bullet', '-')}${level(1, 'decimal', '(%2)')}</w:abstractNum>`,
    ...[7, 8, 9].map(
      (kind) => `<w:num w:numId="${kind - 6}"><w:abstractNumId w:val="${kind}"/></w:num>`,
    ),
  ].join('');
  const markersIn = (body: string) => {
    const losses = docxLosses(
      new Map([
        ['word/document.xml', Buffer.from(body)],
        ['word/numbering.xml', Buffer.from(numbering)],
      ]),
    );
    const loss = losses.find(({ code }) => code === 'list_marker');
    return [loss?.count ?? 0, loss?.near ?? ''];
  };

  it('are kept where they are figures or signs', () => {
    expect(markersIn(`${list(1, 'khoản')}${list(3, 'gạch')}${list(3, 'số', 1)}`)).toEqual([0, '']);
  });

  it('are told where they are letters or words, or count two levels, once for each row', () => {
    const points = `${list(1, 'khoản 1')}${list(1, 'điểm a', 1)}${list(1, 'điểm b', 1)}`;
    expect(markersIn(points)).toEqual([1, 'điểm a']);
    expect(markersIn(`${points}${list(1, 'khoản 2')}${list(1, 'điểm a nữa', 1)}`)).toEqual([
      2,
      'điểm a',
    ]);
    expect(markersIn(list(2, 'Phạm vi'))).toEqual([1, 'Phạm vi']);
    expect(markersIn(list(2, 'mục', 1))).toEqual([1, 'mục']);
  });
});

describe('traces of what the converter passes over', () => {
  it('counts words in heads and feet of pages, and not their empty lines', () => {
    expect(furnitureIn('<w:t>Trang</w:t><w:t xml:space="preserve"> 1</w:t>')).toBe(2);
    expect(furnitureIn('<w:t></w:t><w:t> </w:t><w:tab/>')).toBe(0);
  });

  it('reads a part without an end in one go', () => {
    expect(furnitureIn(`<w:t>${'a'.repeat(5_000_000)}`)).toBe(1);
    expect(furnitureIn(`<w:t>${' '.repeat(5_000_000)}`)).toBe(0);
  });
});
