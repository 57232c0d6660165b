import { describe, expect, it } from '@jest/globals';
import { cleanPastedText, headingLevel, listKind, withoutMarker } from './paste.js';

describe('text from elsewhere', () => {
  it('is NFC and has no invisible characters', () => {
    const decomposed = 'Tiếp\u00ad công\u200b dân'.normalize('NFD');
    expect(cleanPastedText(`${decomposed}\r\nhai\u0007`)).toBe('Tiếp công dân\nhai');
  });

  it('has items of lists where Word drew them by hand', () => {
    expect(listKind('mso-list:l0 level1 lfo1', 'MsoListParagraph', '·  Ghi sổ')).toBe('ul');
    expect(listKind('', 'MsoListParagraphCxSpFirst', '1. Ghi sổ')).toBe('ol');
    expect(listKind('', 'MsoListParagraph', 'Đoạn thụt lề')).toBeNull();
    expect(listKind('', 'MsoNormal', '- không phải mục')).toBeNull();
    expect(withoutMarker('\u00a0·  Ghi sổ')).toBe('Ghi sổ');
    expect(withoutMarker('2) Đọc hai lần')).toBe('Đọc hai lần');
    expect(withoutMarker('Ghi sổ')).toBe('Ghi sổ');
  });

  it('has headings below the title of the lesson', () => {
    expect([1, 2, 3, 4, 6].map(headingLevel)).toEqual([2, 2, 3, 4, 4]);
  });
});
