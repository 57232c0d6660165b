import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { sentence } from '../testing/document-arbitrary.js';
import { studyText } from './study-text.js';

describe('a text as a reader takes it in', () => {
  it.each([
    ['hoà giải', 'hòa giải'],
    ['Uỷ ban', 'Ủy ban'],
    ['thuỷ lợi, xoá đói', 'thủy lợi, xóa đói'],
    ['khoẻ mạnh', 'khỏe mạnh'],
    ['qúy', 'quý'],
    ['  hai\t dòng\n', 'hai dòng'],
    ['Ủy ban'.normalize('NFD'), 'Ủy ban'],
  ])('%j is the same as %j', (a, b) => {
    expect(studyText(a)).toBe(studyText(b));
  });

  it.each([
    ['hoà', 'hoá'],
    ['ban', 'bàn'],
    ['mươn', 'mượn'],
    ['cân', 'căn'],
    ['đó', 'dó'],
    ['hai dòng', 'haidòng'],
    ['hòa giải', 'hoa giải'],
    ['Hòa', 'hòa'],
  ])('%j is not the same as %j', (a, b) => {
    expect(studyText(a)).not.toBe(studyText(b));
  });

  it('does not depend on white space between words', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('  ', '\n', '\t ', '\u00a0'), (text, space) => {
        expect(studyText(text.replaceAll(' ', space))).toBe(studyText(text));
      }),
    );
  });
});
