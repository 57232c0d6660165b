import { describe, expect, it } from '@jest/globals';
import { diffDocuments, wordingOf, type RichNode } from '@cam-nang/domain';
import { blockAfter, wordingAfter } from './wording-after.js';

const line = (id: string, ...content: readonly RichNode[]): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content,
});
const said = (text: string, bold = false): RichNode => ({
  type: 'text',
  text,
  ...(bold && { marks: [{ type: 'bold' }] }),
});
const doc = (...content: readonly RichNode[]): RichNode => ({ type: 'doc', content });

const after = line(
  'p',
  said('Trả lời trong '),
  said('mười', true),
  { type: 'hardBreak' },
  said('ngày.'),
);
const diff = diffDocuments(
  doc(line('p', said('Trả lời trong năm ngày.')), line('gone', said('Bỏ.'))),
  doc(after, { type: 'horizontalRule', attrs: { id: 'hr' } }),
);

describe('the wording of a compared block', () => {
  it('is what the server takes for the words of that block', () => {
    const block = blockAfter(diff, 'p');
    if (block === null) throw new Error('a block');
    expect(wordingAfter(block)).toBe(wordingOf(after));
  });

  it('is none for what is gone and for what is no line of text', () => {
    expect(blockAfter(diff, 'gone')).toBeNull();
    const rule = blockAfter(diff, 'hr');
    expect(rule === null ? undefined : wordingAfter(rule)).toBeNull();
    const removed = diff.root.children.find(({ id }) => id === 'gone');
    expect(removed === undefined ? undefined : wordingAfter(removed)).toBeNull();
  });
});
