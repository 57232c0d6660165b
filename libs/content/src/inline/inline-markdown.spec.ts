import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { renderInlineMarkdown } from './inline-markdown.js';
import { inlineParts, inlineText, type InlinePart } from './inline-part.js';

function show(parts: readonly InlinePart[]): string {
  return parts
    .map((part) => {
      if (part.type === 'text') return part.text;
      if (part.type === 'break') return '⏎';
      return `<${part.type}>${show(part.children)}</>`;
    })
    .join('');
}

describe('inline Markdown', () => {
  it.each([
    ['chức danh nào **không** còn', 'chức danh nào <bold>không</> còn'],
    ['*ngày 05* và `63/UBND`', '<italic>ngày 05</> và <code>63/UBND</>'],
    ['***Nơi nhận:***', '<italic><bold>Nơi nhận:</></>'],
    ['**a *b* c**', '<bold>a <italic>b</> c</>'],
    ['dòng 1\ndòng 2', 'dòng 1⏎dòng 2'],
    ['dòng 1\\\ndòng 2', 'dòng 1⏎dòng 2'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**chưa đóng', '**chưa đóng'],
    ['*a **b', '*a **b'],
    ['a** b', 'a** b'],
    ['\\*không\\* \\\\ \\đ', '*không* \\ \\đ'],
    ['`a*b*` ``c`d``', '<code>a*b*</> <code>c`d</>'],
    ['`chưa đóng *x*', '`chưa đóng <italic>x</>'],
    ['`a ``b``', '`a <code>b</>'],
    ['<b>{{gap:a}}</b> __x__', '<b>{{gap:a}}</b> __x__'],
    ['****', '****'],
    ['', ''],
  ])('%j reads as %s', (source, expected) => {
    expect(show(renderInlineMarkdown(source))).toBe(expected);
  });

  it('loses no character that is not markup', () => {
    const letters = fc
      .array(fc.constantFrom('a', ' ', '*', '`', 'đ', '.', '\n', '**'))
      .map((l) => l.join(''));
    fc.assert(
      fc.property(letters, (source) => {
        const bare = (text: string) => text.replace(/[*`\n ]/g, '');
        expect(bare(inlineText(renderInlineMarkdown(source)))).toBe(bare(source));
      }),
    );
  });

  it.each(['**a ', '*', '`a ``', 'a* ', '***a**'])('is quick on much %j', (part) => {
    const started = performance.now();
    renderInlineMarkdown(part.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('the parts of a block', () => {
  it('share the marks of neighbouring runs', () => {
    const link = { type: 'link', attrs: { href: '/a' } } as const;
    const parts = inlineParts([
      { type: 'text', text: 'xem ' },
      { type: 'text', text: 'Điều 8', marks: [{ type: 'bold' }, link] },
      { type: 'text', text: ' khoản 1', marks: [link] },
      { type: 'hardBreak' },
    ]);
    expect(show(parts)).toBe('xem <link><bold>Điều 8</> khoản 1</>⏎');
  });
});
