import { describe, expect, it } from '@jest/globals';
import { vi } from '../messages/vi.js';
import { SLASH_IDS, slashMatches } from './slash-items.js';

const items = SLASH_IDS.map((id) => ({
  id,
  title: vi[`item.${id}`],
  hint: vi[`hint.${id}`],
  words: vi[`words.${id}`],
}));
const found = (query: string, atTop = true) =>
  slashMatches(items, query, atTop).map((item) => item.id);

describe('the block menu', () => {
  it('forgives marks and puts names before other words', () => {
    expect(found('tinh')[0]).toBe('case');
    expect(found('tinh')).toEqual(expect.arrayContaining(['check', 'warning', 'form']));
    expect(found('tình huống')[0]).toBe('case');
    expect(found('luat')).toEqual(['legal']);
    expect(found('h2')).toEqual(['heading2']);
  });

  it('offers everything at first, and only plain blocks inside others', () => {
    expect(found('')).toEqual([...SLASH_IDS]);
    expect(found('', false)).toEqual([
      ...[
        'paragraph',
        'bulletList',
        'orderedList',
        'table',
        'image',
        'blockquote',
        'horizontalRule',
      ],
    ]);
    expect(found('tinh', false)).toEqual([]);
  });

  it('says when there is nothing', () => {
    expect(found('xyz')).toEqual([]);
  });
});
