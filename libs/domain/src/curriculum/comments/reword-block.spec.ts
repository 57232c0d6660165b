import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { sameJson } from '../canon/canonical-json.js';
import { canonicalDocument } from '../canon/canonical-document.js';
import { type RichNode } from '../rich-node.js';
import { documentArbitrary, sentence } from '../testing/document-arbitrary.js';
import { rewordBlock, wordingOf } from './reword-block.js';

const line = documentArbitrary()
  .map(({ content }) => (content ?? []).find((block) => wordingOf(block) !== null))
  .filter((block) => block !== undefined);

const BOLD = [{ type: 'bold' }];

describe('rewording a block', () => {
  it('makes it say exactly the new words and leaves what it is', () => {
    fc.assert(
      fc.property(line, fc.array(sentence, { maxLength: 3 }), (block, lines) => {
        const wording = lines.join('\n');
        const reworded = rewordBlock(block, wording);
        expect(wordingOf(reworded)).toBe(wording);
        expect([reworded.type, reworded.attrs]).toEqual([block.type, block.attrs]);
      }),
    );
  });

  it('changes nothing when the words are the same', () => {
    fc.assert(
      fc.property(line, (block) => {
        const same = rewordBlock(block, wordingOf(block) ?? '');
        expect(sameJson(canonicalDocument(same), canonicalDocument(block))).toBe(true);
      }),
    );
  });

  it('keeps the marks of what stays and lends them to what replaces marked words', () => {
    const block: RichNode = {
      type: 'paragraph',
      attrs: { id: 'p' },
      content: [
        { type: 'text', text: 'Trả lời trong ' },
        { type: 'text', text: 'năm ngày', marks: BOLD },
        { type: 'text', text: '.' },
      ],
    };
    expect(rewordBlock(block, 'Trả lời bằng văn bản trong mười ngày.').content).toEqual([
      { type: 'text', text: 'Trả lời bằng văn bản trong ' },
      { type: 'text', text: 'mười ngày', marks: BOLD },
      { type: 'text', text: '.' },
    ]);
  });

  it('is for lines of text only', () => {
    const table: RichNode = { type: 'table', attrs: { id: 't' }, content: [] };
    expect(wordingOf(table)).toBeNull();
    expect(rewordBlock(table, 'chữ')).toBe(table);
  });
});
