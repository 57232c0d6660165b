import { describe, expect, it } from '@jest/globals';
import type { RichNode } from '@cam-nang/domain';

import { exceededLimit } from './exceeded-limit.js';
import { DOCUMENT_LIMITS } from './limits.js';
import { validateDocument } from './validate-document.js';

const { nodes, characters } = DOCUMENT_LIMITS;
const doc = (content: readonly RichNode[]): RichNode => ({ type: 'doc', content });
const paragraph = (text: string, href?: string): RichNode => ({
  type: 'paragraph',
  attrs: { id: 'abc' },
  content: [{ type: 'text', text, ...(href && { marks: [{ type: 'link', attrs: { href } }] }) }],
});
const many = (count: number, text: string, href?: string) =>
  doc(Array.from({ length: count }, () => paragraph(text, href)));

describe('the bound of a whole document that a text is beyond', () => {
  it.each<[string, RichNode]>([
    ['the most characters', many(30, 'a'.repeat(characters / 30))],
    ['one more', doc([...(many(30, 'a'.repeat(characters / 30)).content ?? []), paragraph('a')])],
    ['an address too many', many(30, 'a'.repeat(characters / 30 - 5), 'https://example.org')],
    ['the most nodes', doc([...(many((nodes - 2) / 2, 'a').content ?? []), { type: 'paragraph' }])],
    ['one node more', many(nodes / 2, 'a')],
  ])('is what the check of a document says: %s', (_, document) => {
    const checked = validateDocument(document, 'lesson');
    const said = checked.ok ? null : checked.errors[0]?.code;
    expect(exceededLimit(document)).toBe(said);
  });
});
