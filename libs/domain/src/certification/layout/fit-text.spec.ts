import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fitText, wordsOf, type FitRule } from './fit-text.js';
import { countLines, evenLines, type Paragraph } from './line-breaks.js';

/** Every character half as wide as the size: easy to reckon with. */
const measure = (text: string): number => [...text].length * 0.5;

const RULE: FitRule = {
  width: 20,
  depth: 4,
  leading: 1,
  tracking: 0,
  font: 'title',
  strongFont: 'title',
  size: { max: 4, min: 2 },
  overflow: { steps: ['shrink', 'break'], maxLines: 2 },
};

function fit(text: string, rule: Partial<FitRule> = {}) {
  const words = wordsOf([{ text, strong: false }]);
  const fitted = fitText([words], { ...RULE, ...rule }, measure);
  return (
    fitted && {
      size: fitted.size,
      lines: fitted.lines.map((line) => line.map((w) => w.map((f) => f.text).join('')).join(' ')),
    }
  );
}

describe('a text too long for its place', () => {
  it('keeps its size while it fits', () => {
    expect(fit('Hà Văn Nam')).toEqual({ size: 4, lines: ['Hà Văn Nam'] });
  });

  it('shrinks first', () => {
    expect(fit('Hoàng Thị Mai')).toEqual({ size: 3.05, lines: ['Hoàng Thị Mai'] });
  });

  it('breaks at a space when the smallest size does not fit', () => {
    const fitted = fit('Công Tằng Tôn Nữ Hoàng Mai');
    expect(fitted?.lines).toEqual(['Công Tằng Tôn', 'Nữ Hoàng Mai']);
    expect(fitted?.size).toBeCloseTo(3.05);
  });

  it('is refused when no line may be added', () => {
    expect(fit('Công Tằng Tôn Nữ Hoàng Phương Mai Lan Nguyễn')).toBeNull();
  });

  it('is refused when one word alone is too wide: a word is never cut', () => {
    expect(fit('A'.repeat(21))).toBeNull();
  });

  it('is refused when a second line would leave the box', () => {
    expect(fit('Công Tằng Tôn Nữ Hoàng Mai', { depth: 1 })).toBeNull();
  });

  it('breaks before it shrinks where the rule says so', () => {
    const rule = { overflow: { steps: ['break', 'shrink'], maxLines: 2 } } as const;
    expect(fit('Hoàng Thị Mai', rule)?.size).toBe(4);
    expect(fit('Hoàng Thị Mai', rule)?.lines).toHaveLength(2);
  });

  it('keeps words together at no-break spaces', () => {
    expect(fit('học 40\u00a0tiết', { size: { max: 4, min: 4 } })?.lines).toEqual([
      'học',
      '40\u00a0tiết',
    ]);
  });

  it('stays in its box and loses no word, whatever the words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', ','), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const fitted = fit(words.join(' '), {
          overflow: { steps: ['shrink', 'break'], maxLines: 3 },
        });
        if (!fitted) return;
        expect(fitted.lines.join(' ')).toBe(words.join(' '));
        for (const line of fitted.lines) {
          expect(measure(line) * fitted.size).toBeLessThanOrEqual(RULE.width + 1e-6);
        }
        expect((fitted.lines.length - 1) * fitted.size).toBeLessThanOrEqual(RULE.depth + 1e-6);
      }),
    );
  });
});

describe('lines', () => {
  const paragraph = (text: string): Paragraph => ({
    space: 0.5,
    words: wordsOf([{ text, strong: false }]).map((word) => ({
      word,
      width: measure(word.map((f) => f.text).join('')),
    })),
  });
  const broken = (text: string, width: number): string[] =>
    evenLines(paragraph(text), width).map((line) =>
      line.map(({ word }) => word.map((f) => f.text).join('')).join(' '),
    );

  it('are of even length', () => {
    expect(broken('aaa bbb ccc ddd', 6)).toEqual(['aaa bbb', 'ccc ddd']);
  });

  it('end where a phrase ends when that costs little', () => {
    expect(broken('quản lý nhà nước cho cán bộ, công chức trẻ cấp xã', 18)).toEqual([
      'quản lý nhà nước cho cán bộ,',
      'công chức trẻ cấp xã',
    ]);
  });

  it('are the fewest that the width allows', () => {
    const word = fc.string({ unit: fc.constantFrom('a', ','), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 15 }), (words) => {
        const text = words.join(' ');
        expect(broken(text, 6)).toHaveLength(countLines(paragraph(text), 6));
        expect(broken(text, 6).join(' ')).toBe(text);
      }),
    );
  });
});
