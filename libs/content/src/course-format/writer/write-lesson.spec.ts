import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { RichNode } from '@cam-nang/domain';

import type { RichDocument } from '../../document/document-types.js';
import { derivedIds } from '../../ids/derived-ids.js';
import { repairBlockIds } from '../../ids/repair-block-ids.js';
import { validateDocument } from '../../validate/validate-document.js';
import { CourseErrors } from '../errors/course-error.js';
import { parseDocument } from '../markdown/parse-document.js';
import { writeDocument } from './write-lesson.js';

function identified(input: unknown): RichDocument {
  const result = validateDocument(input, 'lesson');
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return repairBlockIds(result.document, { newId: derivedIds('x') });
}

function read(markdown: string): RichDocument {
  const errors = new CourseErrors();
  const parsed = parseDocument('lesson.md', markdown, errors);
  if (parsed === null) throw new Error(`${markdown}\n${JSON.stringify(errors.list)}`);
  return repairBlockIds(parsed, { newId: derivedIds('x') });
}

const fragments = fc.constantFrom(
  'Điều 8',
  ' ',
  'a',
  '*',
  '**',
  '_',
  '`',
  '``',
  '[x]',
  '(',
  ')',
  '<b>',
  '&amp;',
  '|',
  '#',
  '- ',
  '1.',
  '1)',
  '+',
  '=',
  '---',
  ':::',
  ':a[',
  '~~',
  '\\',
  '"',
  '“”',
  '!',
  '![',
  'https://a.vn',
  'b@c.vn',
  '>',
  ':',
  '……',
  '  ',
);
const texts = fc.array(fragments, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const marks = fc
  .uniqueArray(fc.constantFrom('bold', 'italic', 'code', 'link'), { maxLength: 2 })
  .map((types) =>
    types.map((type) => (type === 'link' ? { type, attrs: { href: '/a(b)?c=d' } } : { type })),
  );
const run = fc.record({ type: fc.constant('text'), text: texts, marks });
const line = fc.array(fc.oneof({ weight: 6, arbitrary: run }, fc.constant({ type: 'hardBreak' })), {
  minLength: 1,
  maxLength: 4,
});
const solidLine = line.filter(
  (nodes) => nodes[0]?.type === 'text' && nodes.at(-1)?.type === 'text',
);
const flatLine = fc.array(run, { minLength: 1, maxLength: 3 });
const paragraph = solidLine.map((content) => ({ type: 'paragraph', content }));
const cell = flatLine.map((content) => ({
  type: 'tableCell',
  content: [{ type: 'paragraph', content }],
}));
const list = fc
  .tuple(
    fc.constantFrom('bulletList', 'orderedList'),
    fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([type, items]) => ({
    type,
    content: items.map((content) => ({ type: 'listItem', content })),
  }));
const plain = fc.oneof(
  paragraph,
  list,
  flatLine.map((content) => ({ type: 'heading', attrs: { level: 3 }, content })),
  fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }).map((rows) => ({
    type: 'table',
    content: rows.map((content) => ({ type: 'tableRow', content })),
  })),
  fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((content) => ({ type: 'blockquote', content })),
  fc.constant({ type: 'horizontalRule' }),
  texts.map((alt) => ({
    type: 'image',
    attrs: { file: 'a'.repeat(64), alt: alt.trim(), caption: 'C"h<ú>' },
  })),
);
const title = texts.map((text) => `T${text}t`);
const courseBlock = fc.oneof(
  fc
    .tuple(title, fc.array(plain, { minLength: 1, maxLength: 2 }))
    .map(([t, content]) => ({ type: 'case', attrs: { title: t }, content })),
  fc
    .tuple(title, title, fc.array(flatLine, { maxLength: 3 }))
    .map(([question, answer, options]) => ({
      type: 'check',
      attrs: { question, answer },
      ...(options.length > 0 && {
        content: [
          {
            type: 'taskList',
            content: options.map((content, i) => ({
              type: 'taskItem',
              attrs: { checked: i === 0 },
              content: [{ type: 'paragraph', content }],
            })),
          },
        ],
      }),
    })),
);
const documents = fc
  .array(fc.oneof(plain, courseBlock), { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }));

describe('writing the course format', () => {
  it('keeps whatever the format can hold: reading it back gives the same document', () => {
    fc.assert(
      fc.property(documents, (input) => {
        const document = identified(input);
        const { markdown, losses } = writeDocument(document);
        if (losses.length === 0) {
          expect({ markdown, ...read(markdown) }).toEqual({ markdown, ...document });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says what it cannot hold', () => {
    const p = (...content: RichNode[]) => ({ type: 'paragraph', content });
    const text = { type: 'text', text: 'a' };
    const row = (...content: unknown[]) => ({ type: 'tableRow', content });
    const document = identified({
      type: 'doc',
      content: [
        p(),
        { type: 'heading', attrs: { level: 2 }, content: [text, { type: 'hardBreak' }, text] },
        {
          type: 'table',
          content: [
            row({ type: 'tableCell', attrs: { colspan: 2 }, content: [p(text), p(text)] }),
            row(
              { type: 'tableHeader', content: [p(text)] },
              { type: 'tableCell', attrs: { align: 'right' }, content: [p(text)] },
            ),
          ],
        },
      ],
    });
    expect(
      writeDocument(document)
        .losses.map(({ code }) => code)
        .sort(),
    ).toEqual([
      'cell_alignment',
      'cell_blocks',
      'cell_header',
      'cell_span',
      'empty_paragraph',
      'line_break',
    ]);
  });
});
