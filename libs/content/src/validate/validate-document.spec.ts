import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { presetSchema } from '../presets.js';
import { DOCUMENT_LIMITS } from './limits.js';
import { validateDocument } from './validate-document.js';

const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const link = (href: unknown) => ({ type: 'link', attrs: { href } });
const cell = (attrs: object = {}) => ({ type: 'tableCell', attrs, content: [paragraph()] });
const row = (...content: unknown[]) => ({ type: 'tableRow', content });
const table = (...content: unknown[]) => doc({ type: 'table', content });

const validate = (input: unknown) => validateDocument(input, 'lesson');

function errorsOf(input: unknown): readonly string[] {
  const result = validate(input);
  return result.ok ? [] : result.errors.map(({ code, path }) => `${code} ${path}`);
}

function documentOf(input: unknown) {
  const result = validate(input);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.document;
}

describe('a valid document', () => {
  it('comes back in canonical form', () => {
    const input = doc(
      {
        type: 'orderedList',
        attrs: { id: 'l1', start: 1 },
        content: [{ type: 'listItem', attrs: { id: null }, content: [paragraph(text('a'))] }],
      },
      paragraph(text('Hoa\u0300 '), text('giải'), text('đậm', { type: 'bold' })),
      { type: 'legal', attrs: { document: 'Luật', from: '', to: '' }, content: [paragraph()] },
    );
    expect(documentOf(input)).toEqual({
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: { id: 'l1' },
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }],
            },
          ],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Hoà giải' },
            { type: 'text', text: 'đậm', marks: [{ type: 'bold' }] },
          ],
        },
        {
          type: 'legal',
          attrs: { document: 'Luật', state: 'in-force' },
          content: [{ type: 'paragraph' }],
        },
      ],
    });
  });

  it('is not changed by a second validation', () => {
    const once = documentOf(doc(paragraph(text('a\tb'), text('c', { type: 'code' }))));
    expect(documentOf(once)).toEqual(once);
  });

  it('passes through the editor unchanged', () => {
    const once = documentOf(
      doc(paragraph(text('x', { type: 'italic' }, link('https://a.vn'), { type: 'bold' }))),
    );
    const edited: unknown = presetSchema('lesson').nodeFromJSON(once).toJSON();
    expect(documentOf(edited)).toEqual(once);
  });
});

describe('links', () => {
  it.each(['https://chinhphu.vn/a?b=c#d', 'http://a.vn', 'mailto:a@b.vn', 'tel:111', '/x', '#b1'])(
    'may lead to %s',
    (href) => expect(errorsOf(doc(paragraph(text('a', link(href)))))).toEqual([]),
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '',
    `https://a.vn/${'a'.repeat(3000)}`,
  ])('may not lead to %j', (href) => {
    expect(errorsOf(doc(paragraph(text('a', link(href)))))).toEqual([
      'link_not_allowed /content/0/content/0/marks/0/attrs/href',
    ]);
  });
});

describe('images', () => {
  const image = (attrs: object) => doc({ type: 'image', attrs });
  const file = 'a'.repeat(64);

  it('name a stored file', () => {
    expect(errorsOf(image({ file, alt: 'Sơ đồ' }))).toEqual([]);
  });

  it.each([
    [{ file: 'https://evil.example/x.png' }, 'file_not_allowed /content/0/attrs/file'],
    [{ alt: 'x' }, 'attribute_missing /content/0/attrs/file'],
    [{ file, src: 'x' }, 'attribute_unknown /content/0/attrs/src'],
    [{ file, width: 1.5 }, 'attribute_invalid /content/0/attrs/width'],
    [{ file, alt: 5 }, 'attribute_invalid /content/0/attrs/alt'],
  ])('are refused with %j', (attrs, error) => expect(errorsOf(image(attrs))).toEqual([error]));
});

describe('tables', () => {
  it('are rectangles, spans counted', () => {
    expect(errorsOf(table(row(cell({ rowspan: 2 }), cell()), row(cell())))).toEqual([]);
    expect(errorsOf(table(row(cell({ colspan: 2 })), row(cell(), cell())))).toEqual([]);
  });

  it.each([
    [table(row(cell(), cell()), row(cell()))],
    [table(row(cell({ rowspan: 2 })))],
    [table(row(cell({ colspan: 20 }), cell()))],
    [table(row())],
  ])('are refused when ragged: %j', (input) => {
    expect(errorsOf(input)).toEqual(['table_ragged /content/0']);
  });
});

describe('a hostile document', () => {
  it.each<[string, unknown, string]>([
    ['null', null, 'not_a_document '],
    ['a list', [], 'not_a_document '],
    ['another root', paragraph(), 'not_a_document '],
    ['no content', doc(), 'content_not_allowed '],
    ['a string as content', { type: 'doc', content: 'x' }, 'content_invalid /content'],
    ['a number as child', doc(5), 'not_a_node /content/0'],
    ['an unknown block', doc({ type: 'iframe' }), 'node_unknown /content/0'],
    ['a block named like a method', doc({ type: 'toString' }), 'node_unknown /content/0'],
    ['a text at the top', doc(text('x')), 'content_not_allowed '],
    [
      'a heading of level 1',
      doc({ type: 'heading', attrs: { level: 1 } }),
      'attribute_invalid /content/0/attrs/level',
    ],
    [
      'a list without entries',
      doc({ type: 'taskList', content: [] }),
      'content_not_allowed /content/0',
    ],
    [
      'a control character',
      doc(paragraph(text('a\u0000b'))),
      'text_control_character /content/0/content/0/text',
    ],
    [
      'a turned text',
      doc(paragraph(text('a\u202Eb'))),
      'text_control_character /content/0/content/0/text',
    ],
    [
      'half a character',
      doc(paragraph(text('a\uD800b'))),
      'text_control_character /content/0/content/0/text',
    ],
    [
      'an empty text',
      doc(paragraph({ type: 'text', text: '' })),
      'text_invalid /content/0/content/0/text',
    ],
    [
      'an unknown mark',
      doc(paragraph(text('a', { type: 'script' }))),
      'mark_unknown /content/0/content/0/marks/0',
    ],
    [
      'a mark twice',
      doc(paragraph(text('a', { type: 'bold' }, { type: 'bold' }))),
      'mark_twice /content/0/content/0/marks/1',
    ],
    [
      'marks on a block',
      doc({ ...paragraph(), marks: [{ type: 'bold' }] }),
      'mark_not_allowed /content/0/marks',
    ],
    ['an unknown member', doc({ ...paragraph(), onclick: 'x' }), 'key_unknown /content/0/onclick'],
    [
      'a date that is none',
      doc({ type: 'legal', attrs: { from: '2024-02-30' }, content: [paragraph()] }),
      'attribute_invalid /content/0/attrs/from',
    ],
  ])('%s is answered with its place', (_name, input, error) => {
    expect(errorsOf(input)).toEqual([error]);
  });

  it('cannot reach the prototype', () => {
    const input: unknown = JSON.parse(
      '{"type":"doc","content":[{"type":"paragraph","__proto__":{"polluted":1},"attrs":{"__proto__":{"polluted":1},"constructor":"x"}}]}',
    );
    expect(errorsOf(input)).toEqual([
      'key_unknown /content/0/__proto__',
      'attribute_unknown /content/0/attrs/__proto__',
      'attribute_unknown /content/0/attrs/constructor',
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('may be nested a hundred thousand deep', () => {
    let node: unknown = paragraph();
    for (let i = 0; i < 100_000; i++) node = { type: 'blockquote', content: [node] };
    expect(errorsOf(doc(node))[0]).toMatch(/^too_deep /);
  });

  it('may have millions of nodes or letters', () => {
    const many = { type: 'doc', content: new Array<unknown>(1_000_000).fill(paragraph()) };
    expect(errorsOf(many)).toEqual([`too_many_nodes /content/${DOCUMENT_LIMITS.nodes - 1}`]);
    const long = paragraph(...new Array<unknown>(500).fill(text('a'.repeat(1000))));
    expect(errorsOf(doc(long))[0]).toMatch(/^too_much_text /);
  });

  it('reports no more errors than anyone reads', () => {
    expect(errorsOf(doc(...new Array<unknown>(5000).fill(7)))).toHaveLength(50);
  });

  it('never makes it throw, and what passes fits the schema', () => {
    const types = fc.constantFrom(
      'doc',
      'paragraph',
      'text',
      'table',
      'tableRow',
      'tableCell',
      'legal',
      'check',
      'bulletList',
      'listItem',
      'image',
      'heading',
      '__proto__',
    );
    const node = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.anything({ maxDepth: 2 }),
        fc.record(
          {
            type: types,
            attrs: fc.oneof(
              fc.anything({ maxDepth: 1 }),
              fc.record({ id: fc.string(), level: fc.nat(5) }),
            ),
            content: fc.array(tie('node'), { maxLength: 3 }),
            marks: fc.array(
              fc.record({ type: fc.constantFrom('bold', 'link', 'x'), attrs: fc.object() }),
            ),
            text: fc.string({ unit: 'binary' }),
          },
          { requiredKeys: ['type'] },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(node), (content) => {
        const result = validate({ type: 'doc', content });
        if (!result.ok) expect(result.errors.length).toBeGreaterThan(0);
        else
          expect(() => presetSchema('lesson').nodeFromJSON(result.document).check()).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('the comment preset', () => {
  it('has no blocks of a lesson', () => {
    const result = validateDocument(doc({ type: 'case', content: [paragraph()] }), 'comment');
    expect(result).toMatchObject({ ok: false, errors: [{ code: 'node_unknown' }] });
  });

  it('keeps marks that it does not have out', () => {
    const result = validateDocument(doc(paragraph(text('a', { type: 'code' }))), 'comment');
    expect(result).toMatchObject({ ok: false, errors: [{ code: 'mark_not_allowed' }] });
  });
});
