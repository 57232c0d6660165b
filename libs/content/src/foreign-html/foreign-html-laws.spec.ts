import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { validateDocument } from '../validate/validate-document.js';
import {
  GOOGLE_DOCS,
  GOVERNMENT_PAGE,
  LIBRE_OFFICE,
  WORD_CLIPBOARD,
  WORD_FILTERED,
} from '../testing/foreign-pages.js';
import { parseForeignHtml } from './parse-html.js';
import { readForeignHtml } from './read-foreign-html.js';
import { cleanForeignText } from './foreign-words.js';
import { tableGrid } from './table-grid.js';

const NAMES = [
  ...[
    'p',
    'div',
    'span',
    'b',
    'i',
    'u',
    'sup',
    'a',
    'h1',
    'h2',
    'h6',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
  ],
  ...['table', 'tbody', 'tr', 'td', 'th', 'caption', 'blockquote', 'pre', 'figure', 'figcaption'],
  ...['code', 'br', 'hr', 'img', 'section', 'font', 'o:p', 'q', 'center', 'details', 'w:sdt'],
] as const;

const ATTRIBUTES = [
  '',
  ' class=MsoListParagraph style="mso-list:l0 level3 lfo1"',
  ' style="font-weight:700;text-decoration:underline;text-align:right"',
  ' style="vertical-align:super"',
  ' colspan=3 rowspan=2',
  ' colspan=0 rowspan=0',
  ' colspan=99999 rowspan=-1',
  ' href="https://vbpl.vn/ a" value=7 start=3 type=a',
  ' href="javascript:x" id=footnote-1 src="data:image/png;base64,A" alt="ảnh"',
  ' style="font:7.0pt &quot;Times New Roman&quot;"',
] as const;

const WORDS = ['@', ' @ ', 'a\u0302\u0301@', '@\u200b', '@&nbsp;', '1.&nbsp;', '·', '\n', '&#0;@'];

/** Any tags in any order, closed or not; every `@` becomes a word that occurs nowhere else. */
const page = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...ATTRIBUTES))
        .map(([name, attributes]) => `<${name}${attributes}>`),
      fc.constantFrom(...NAMES).map((name) => `</${name}>`),
      fc.constantFrom(...WORDS),
    ),
    { maxLength: 60 },
  )
  .map((parts) => {
    const words: string[] = [];
    const html = parts.join('').replace(/@/g, () => {
      words.push(`q${words.length}z`);
      return words.at(-1) ?? '';
    });
    return { html, words };
  });

const read = (html: string) =>
  readForeignHtml(parseForeignHtml(html), (source) =>
    source.startsWith('data:') ? { file: 'cd'.repeat(32) } : null,
  );

describe('any page', () => {
  it('is a document that lessons allow, in composed letters, with every word', () => {
    fc.assert(
      fc.property(page, ({ html, words }) => {
        const { document } = read(html);
        expect(validateDocument(document, 'lesson')).toEqual({ ok: true, document });
        const held = JSON.stringify(document);
        expect(held).toBe(held.normalize('NFC'));
        for (const word of words) expect(held).toContain(word);
      }),
      { numRuns: 1500 },
    );
  });

  it('is read whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (html) => {
        const { document } = read(html);
        expect(validateDocument(document, 'lesson').ok).toBe(true);
      }),
    );
  });

  it('says the same when pieces of real pages follow each other', () => {
    const pages = [WORD_CLIPBOARD, WORD_FILTERED, GOOGLE_DOCS, LIBRE_OFFICE, GOVERNMENT_PAGE];
    const part = fc
      .tuple(fc.constantFrom(...pages), fc.nat(5000), fc.integer({ min: 1, max: 3000 }))
      .map(([text, from, length]) => text.slice(from, from + length));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const { document } = read(parts.join(''));
        expect(validateDocument(document, 'lesson')).toEqual({ ok: true, document });
      }),
    );
  });

  it('is read however deep it is', () => {
    for (const name of ['div', 'ul><li', 'blockquote', 'table><tr><td', 'b><i', 'ol><li><p']) {
      const { document } = read(`<${name}>`.repeat(3000) + 'sâu');
      expect(JSON.stringify(document)).toContain('sâu');
      expect(validateDocument(document, 'lesson').ok).toBe(true);
    }
    const long = read(`<p>${'chữ '.repeat(40_000)}`).document;
    expect(JSON.stringify(long).match(/chữ/g)).toHaveLength(40_000);
    const oneWord = read(`<p>${'ê\u0301'.repeat(25_000)}`).document;
    expect(JSON.stringify(oneWord).match(/ế/g)).toHaveLength(25_000);
  });
});

describe('the grid of a table', () => {
  it('is a rectangle whatever the spans', () => {
    const cell = fc.record({
      cell: fc.constant('x'),
      columns: fc.integer({ min: 1, max: 5 }),
      rows: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (written) => {
        const { rows, width } = tableGrid(written);
        const widths = rows.map(() => 0);
        rows.forEach((row, at) => {
          for (const { columns, rows: down } of row) {
            for (let line = at; line < at + down; line += 1)
              widths[line] = (widths[line] ?? 0) + columns;
          }
        });
        expect(widths).toEqual(rows.map(() => width));
        const kept = rows.flat().filter(({ cell: held }) => held !== null);
        expect(kept).toHaveLength(written.flat().length);
      }),
    );
  });
});

describe('plain text from elsewhere', () => {
  it('is composed, has no invisible characters and keeps its lines', () => {
    const decomposed = 'Tiếp\u00ad công\u200b dân'.normalize('NFD');
    expect(cleanForeignText(`${decomposed}\r\nhai\u0007\u00a0ba\u2028bốn`)).toBe(
      'Tiếp công dân\nhai ba\nbốn',
    );
  });
});
