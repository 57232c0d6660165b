import { describe, expect, it } from '@jest/globals';
import { plainText } from '@cam-nang/domain';
import fc from 'fast-check';

import { normalArticle } from './normal-form.js';
import { readArticle } from './read-article.js';
import type { TangleReason } from './tangles.js';
import { validateDocument } from '../validate/validate-document.js';

/** Pieces of Markdown as strangers write it; every `@` becomes a word that occurs nowhere else. */
const PIECES = [
  '# @ @',
  '@\n===',
  '@\n---',
  '##### @ @',
  '####### @',
  '@ **@ @** and *@* or ~~@~~ `@`\\\n@  \n@',
  '- @\n- @\n  - @\n    1. @\n\n    @\n- @',
  '* [ ] @\n* [x] @\n\n  @',
  '- [ ] @\n- [x] @',
  '5. @\n7. @\n\n   > @\n   > - @',
  '1) @\n1) @',
  '- # @\n- ```\n  @\n  ```\n- ---',
  '> @\n> > @\n>\n> ## @\n@',
  '| @ | @ |\n|---|:-:|\n| @ |\n| @ | @ | @ |',
  '| @ | @ |\n|:--|--:|\n| @ \\| @ | **@** |',
  '| | |\n|-|-|\n| @ | @ |',
  '```js @\n@ = "@"\n\n  @\n```',
  '~~~\n@',
  '    @\n    @',
  '<div class="@">\n@\n\n</div>',
  '<!-- @ -->',
  'a <span title="@">@</span> b<br>@',
  '[@](https://example.org/@) [@](javascript:@) [@](/x "@") [@]: @',
  '[@][ref1] and [ref1]\n\n[ref1]: https://example.org/@ "@"',
  '![@](@.png "@")',
  '@[^n1] @\n\n[^n1]: @\n    @',
  '***',
  ':::@\n@\n:::',
  'a:@ @:b :::',
  '\u202E@ \u0000@ \uFEFF@',
  '\\# @ \\*@\\* 1\\. @',
  '+ @\n\n\n+ @',
  '@ https://example.org/@?a=b&c=d @@example.org',
  '§ 12 @\n\t@',
  '___@___ **@*@* @**',
] as const;

const markdown: fc.Arbitrary<{ readonly text: string; readonly words: readonly string[] }> = fc
  .tuple(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }),
    fc.constantFrom('\n\n', '\n', '\n\n\n', '\r\n\r\n'),
    fc.constantFrom('', '---\ntitle: "@"\nlaw: @\n---\n', '\uFEFF', '---\n@\n'),
  )
  .map(([pieces, between, front]) => {
    const words: string[] = [];
    const text = (front + pieces.join(between)).replace(/@/g, () => {
      words.push(`q${words.length}z`);
      return words.at(-1) ?? '';
    });
    return { text, words };
  });

describe('the normal form of an article', () => {
  it('changes nothing when it is applied again, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          markdown.map(({ text }) => text),
        ),
        (text) => {
          const normal = normalArticle(text);
          expect(normalArticle(normal)).toBe(normal);
        },
      ),
    );
  });

  it('is one line feed at the end, NFC, and no blanks at the ends of lines but a line break', () => {
    expect(normalArticle('\uFEFFho\u0300a \t\r\nmột  \t\rhai   \n   \nba\n\n\n')).toBe(
      'hòa\nmột\nhai  \n\nba\n',
    );
    expect(normalArticle('ba  ')).toBe('ba\n');
    expect(normalArticle(' \n\n')).toBe('');
    expect(normalArticle('')).toBe('');
  });
});

describe('an article of somebody else as a lesson', () => {
  it('holds every word that was written, in a document that lessons allow', () => {
    fc.assert(
      fc.property(markdown, ({ text, words }) => {
        const { title, document } = readArticle(normalArticle(text), 'x');
        const held = JSON.stringify([title, document]);
        for (const word of words) expect(held).toContain(word);
        expect(validateDocument(document, 'lesson')).toEqual({ ok: true, document });
      }),
      { numRuns: 400 },
    );
  });

  it('takes the first heading for the title and does not repeat it', () => {
    const { title, document } = readArticle('# Điều 5\n\nMột *hai*.\n', 'dieu-5');
    expect(title).toBe('Điều 5');
    expect(plainText(document)).toBe('Một hai.');
  });

  it('keeps a heading that is more than the title, and the front matter', () => {
    const linked = readArticle('# Điều [5](/x)\n\nMột.\n', 'dieu-5');
    expect(linked.title).toBe('Điều 5');
    expect(plainText(linked.document)).toContain('Điều 5');
    const front = readArticle("---\ntitle: 'Đất đai'\nno: 3\n---\n# Khác\n", 'x');
    expect(front.title).toBe('Đất đai');
    expect(plainText(front.document)).toMatch(/no: 3[\s\S]*Khác/);
    expect(readArticle('', 'khoan-1')).toEqual({
      title: 'khoan-1',
      tangles: [],
      document: { type: 'doc', content: [{ type: 'paragraph' }] },
    });
  });

  it('does not count a list on whose numbers skip', () => {
    const { document } = readArticle('5. năm\n7. bảy\n', 'x');
    expect(document.content[0]?.type).toBe('paragraph');
    expect(JSON.stringify(document)).toContain('7. bảy');
    expect(readArticle('5. năm\n6. sáu\n', 'x').document.content[0]).toMatchObject({
      type: 'orderedList',
      attrs: { start: 5 },
    });
  });

  it('reads what is far too deep or too long without losing it', () => {
    const deep = readArticle(`${'> '.repeat(300)}sâu\n`, 'x');
    expect(JSON.stringify(deep.document)).toContain('sâu');
    const deeper = readArticle(`# Một\n\n${'>'.repeat(20_000)}đáy\n`, 'x');
    expect([deeper.title, plainText(deeper.document).endsWith('đáy')]).toEqual(['x', true]);
    const long = readArticle(`${'chữ '.repeat(20_000)}cuối\n`, 'x');
    expect(plainText(long.document).match(/chữ/g)).toHaveLength(20_000);
  });
});

/** What takes four times the work when it is twice as long, each in a size that takes seconds. */
const TANGLED: Readonly<Record<string, string>> = {
  'asterisks at words': '*a'.repeat(60_000),
  'asterisks between words': 'a* '.repeat(40_000),
  'bold in words': 'a**b'.repeat(30_000),
  'underscores at words': '_a '.repeat(40_000),
  'runs of backticks': Array.from({ length: 450 }, (_, at) => '`'.repeat(at + 1)).join('a'),
  'closing brackets': ']'.repeat(60_000),
  'nested brackets': '['.repeat(30_000) + ']'.repeat(30_000),
  'links that do not end': '[a]('.repeat(20_000),
  'comments that do not end': 'a <!--'.repeat(12_000),
  'instructions that do not end': 'a <?'.repeat(15_000),
  'titles that do not end': '[a]: b "'.repeat(10_000),
  'many words': 'a: b '.repeat(30_000),
  'many lines': 'a: b\n'.repeat(30_000).trim(),
};

describe('what takes a reader of Markdown too long', () => {
  it.each(Object.entries(TANGLED))('stands as it was written and is told: %s', (_, knot) => {
    const text = `# Điều 5\n\nMột *hai*.\n\n${knot}\n\n- ba\n`;
    const { title, document, tangles } = readArticle(normalArticle(text), 'x');
    expect([title, tangles]).toEqual(['Điều 5', [{ reason: 'paragraph', line: 5 }]]);
    const [first, ...rest] = document.content;
    expect(JSON.stringify(first)).toContain('italic');
    expect(rest.at(-1)?.type).toBe('bulletList');
    const signs = (words: string) => words.replace(/\s/g, '').length;
    expect(signs(plainText(document))).toBe(signs(`Một hai.${knot}ba`));
  });

  it.each<[string, string, TangleReason, number]>([
    ['quotes in quotes', `a\n\n${'>'.repeat(20_000)}a`, 'nesting', 3],
    ['lists in lists', `${'- '.repeat(300)}a`, 'nesting', 1],
    ['steps of lists', ladder(200), 'nesting', 103],
    ['underlined headings', 'a\n-\n'.repeat(3_000), 'headings', 4_002],
    ['definitions', definitions(12_000), 'definitions', 10_001],
  ])('keeps an article from being read: %s', (_, text, reason, line) => {
    const { document, tangles } = readArticle(normalArticle(text), 'x');
    expect(tangles).toEqual([expect.objectContaining({ reason })]);
    expect(tangles[0]?.line).toBeLessThanOrEqual(line);
    expect(document.content.every(({ type }) => type === 'paragraph')).toBe(true);
  });

  it('is told where it stands in the file, below the front matter and inside a list', () => {
    const text = `---\ntitle: A\n---\n\n- một\n- ${'*a'.repeat(9_000)}\n`;
    expect(readArticle(text, 'x').tangles).toEqual([{ reason: 'paragraph', line: 5 }]);
  });

  it('is nothing that people write: long lists, tables, rules and boxes stay what they are', () => {
    const many = (line: string) => line.repeat(1_200);
    const blocks = [
      many('- [*a*](/b) `c` [d]\n'),
      `| a | b |\n|---|---|\n${many('| [*a*](/b) | `c` |\n')}`,
      `${'* '.repeat(150)}\n`,
      `${'- '.repeat(150)}\n`,
      many('a\n\n---\n\n'),
    ];
    const { document, tangles } = readArticle(blocks.join('\n\n'), 'x');
    expect(tangles).toEqual([]);
    const types = document.content.map(({ type }) => type);
    expect([types.slice(0, 4), types.length]).toEqual([
      ['bulletList', 'table', 'horizontalRule', 'horizontalRule'],
      2_404,
    ]);
  }, 30_000);
});

function ladder(steps: number): string {
  return Array.from({ length: steps }, (_, at) => `${'  '.repeat(at)}- a\n`).join('');
}

function definitions(count: number): string {
  return Array.from({ length: count }, (_, at) => `[r${at}]: /a${at}\n`).join('');
}
