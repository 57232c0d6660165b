import { describe, expect, it } from '@jest/globals';
import { docxLosses } from './docx-losses.js';

function furnitureIn(xml: string): number {
  const losses = docxLosses(new Map([['word/header1.xml', Buffer.from(xml)]]));
  return losses.find(({ code }) => code === 'page_furniture')?.count ?? 0;
}

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
