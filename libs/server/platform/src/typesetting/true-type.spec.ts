import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

import { createFontBook } from './font-book.js';
import { FONT_FACES } from './font-files.js';
import { FontFormatError, readTrueType } from './true-type.js';

const VIETNAMESE =
  'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ' +
  'AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ';

describe('the fonts of the paper', () => {
  const fonts = createFontBook();

  it.each(Object.keys(FONT_FACES) as (keyof typeof FONT_FACES)[])(
    '%s has every Vietnamese letter, figure and mark of punctuation',
    (role) => {
      expect(fonts.missingGlyphs(`${VIETNAMESE}0123456789 .,;:-–()/·'’`, role)).toEqual([]);
    },
  );

  it('name what they lack, each character once', () => {
    expect(fonts.missingGlyphs('Ngô 漢字漢 🙂\n', 'title')).toEqual(['漢', '字', '🙂', '\n']);
  });

  it('have the widths of Times, as its published metrics state them', () => {
    // Adobe Font Metrics of Times-Roman and Times-Bold, thousandths of the size.
    for (const [character, width] of [
      ['A', 722],
      ['i', 278],
      ['m', 778],
      ['W', 944],
      ['5', 500],
      [' ', 250],
    ] as const) {
      expect(fonts.measure(character, 'text')).toBeCloseTo(width / 1000, 3);
    }
    expect(fonts.measure('A', 'textBold')).toBeCloseTo(0.722, 3);
    expect(fonts.measure('m', 'textBold')).toBeCloseTo(0.833, 3);
  });

  it('measure a text as the sum of its characters', () => {
    const sum = [...'Hưởng'].reduce((total, c) => total + fonts.measure(c, 'title'), 0);
    expect(fonts.measure('Hưởng', 'title')).toBeCloseTo(sum);
  });
});

describe('a font file', () => {
  it('that is cut short is refused', () => {
    const whole = readFileSync(FONT_FACES.text.path);
    expect(() => readTrueType(whole.subarray(0, 200))).toThrow(FontFormatError);
  });

  it('that is something else is refused', () => {
    expect(() => readTrueType(new TextEncoder().encode('not a font at all'))).toThrow(
      FontFormatError,
    );
  });
});
