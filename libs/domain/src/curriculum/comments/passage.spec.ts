import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { blockId, plainText, type RichNode } from '../rich-node.js';
import { documentArbitrary, sentence } from '../testing/document-arbitrary.js';
import { blockById, locatePassage, passageOf, passageText, type Passage } from './passage.js';

const RUNS = { numRuns: 200 };

function paragraph(id: string, text: string): RichNode {
  return { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] };
}

function doc(...content: readonly RichNode[]): RichNode {
  return { type: 'doc', content };
}

function blocks(node: RichNode): readonly RichNode[] {
  return (node.content ?? []).flatMap((child) =>
    blockId(child) === null ? [] : [child, ...blocks(child)],
  );
}

function passage(document: RichNode, id: string, quote: string, offset = 0): Passage {
  const made = passageOf(document, { blockId: id, quote, offset });
  if (made === null) throw new Error(`"${quote}" is not in ${id}`);
  return made;
}

/** Any words of any block of any document, as somebody may mark them. */
const marked = documentArbitrary()
  .filter((document) => blocks(document).some((block) => passageText(block) !== ''))
  .chain((document) => {
    const spoken = blocks(document).filter((block) => passageText(block) !== '');
    return fc.tuple(
      fc.constant(document),
      fc.constantFrom(...spoken),
      fc.nat(1_000),
      fc.integer({ min: 1, max: 40 }),
    );
  })
  .map(([document, block, at, length]) => {
    const text = passageText(block);
    const from = at % text.length;
    const quote = text.slice(from, from + length);
    return { document, block, quote, from };
  })
  .filter(({ quote }) => quote.trim() === quote);

/** The document with one block's words changed by `change`. */
function withText(node: RichNode, id: string, change: (text: string) => string): RichNode {
  if (blockId(node) === id) {
    return { ...node, content: [{ type: 'text', text: change(plainText(node)) }] };
  }
  const content = node.content?.map((child) => withText(child, id, change));
  return { ...node, ...(content && { content }) };
}

describe('a passage', () => {
  it('is found where it was made', () => {
    fc.assert(
      fc.property(marked, ({ document, block, quote, from }) => {
        const made = passage(document, blockId(block) ?? '', quote, from);
        expect(locatePassage(document, made)).toEqual({
          state: 'found',
          blockId: blockId(block),
          start: from,
          end: from + quote.length,
        });
      }),
      RUNS,
    );
  });

  it('is found with its words while they stand in its block, whatever is written around them', () => {
    fc.assert(
      fc.property(marked, sentence, sentence, ({ document, block, quote, from }, head, tail) => {
        const id = blockId(block) ?? '';
        fc.pre(block.type === 'paragraph' || block.type === 'heading');
        const made = passage(document, id, quote, from);
        const later = withText(document, id, (text) => `${head}. ${text} ${tail}`);
        const place = locatePassage(later, made);
        expect(place).toMatchObject({ state: 'found', blockId: id });
        if (place.state !== 'found') return;
        const text = passageText(blockById(later, id) ?? later);
        expect(text.slice(place.start, place.end)).toBe(quote);
      }),
      RUNS,
    );
  });

  it('is never lost: its block shows it for as long as it is there, and the quote stays', () => {
    fc.assert(
      fc.property(marked, documentArbitrary(), ({ document, block, quote, from }, later) => {
        const id = blockId(block) ?? '';
        const made = passage(document, id, quote, from);
        const place = locatePassage(later, made);
        const there = blockById(later, id) !== null;
        expect(place.state === 'gone').toBe(!there && place.state !== 'found');
        if (place.state === 'changed') expect(place.blockId).toBe(id);
        expect(made.quote).toBe(quote);
      }),
      RUNS,
    );
  });

  it('is told from equal words by what stands around it', () => {
    const before = doc(paragraph('a', 'Ghi sổ trong ngày. Trả lời trong ngày.'));
    const made = passage(before, 'a', 'trong ngày', 30);
    const after = doc(
      paragraph('a', 'Trong ngày đầu ghi sổ. Ghi sổ trong ngày. Trả lời trong ngày.'),
    );
    const place = locatePassage(after, made);
    expect(place).toMatchObject({ state: 'found', start: 50 });
  });

  it('follows its words into the block they were moved to, but only where there is one such place', () => {
    const made = passage(
      doc(paragraph('a', 'Một. Xem giấy tờ tùy thân.')),
      'a',
      'Xem giấy tờ tùy thân.',
      5,
    );
    const split = doc(paragraph('a', 'Một.'), paragraph('b', 'Xem giấy tờ tùy thân.'));
    expect(locatePassage(split, made)).toMatchObject({ state: 'found', blockId: 'b' });
    const twice = doc(...(split.content ?? []), paragraph('c', 'Xem giấy tờ tùy thân.'));
    expect(locatePassage(twice, made)).toEqual({ state: 'changed', blockId: 'a' });
    expect(locatePassage(doc(paragraph('z', 'Khác.')), made)).toEqual({ state: 'gone' });
    expect(locatePassage(null, made)).toEqual({ state: 'gone' });
  });

  it('reads decomposed letters and any white space as the same words', () => {
    const document = doc(paragraph('a', 'Tiếp  công\n dân'));
    const asked = 'Tiếp công dân'.normalize('NFD');
    expect(passageOf(document, { blockId: 'a', quote: asked, offset: 0 })).toMatchObject({
      quote: 'Tiếp công dân',
      offset: 0,
    });
  });

  it('is refused where the block is not there or does not say it', () => {
    const document = doc(paragraph('a', 'Chào người dân.'));
    expect(passageOf(document, { blockId: 'x', quote: '', offset: 0 })).toBeNull();
    expect(passageOf(document, { blockId: 'a', quote: 'Chào cán bộ', offset: 0 })).toBeNull();
    const whole = passageOf(document, { blockId: null, quote: 'gì đó', offset: 4 });
    expect(whole).toMatchObject({ blockId: null, quote: '' });
    expect(locatePassage(null, whole ?? passage(document, 'a', ''))).toEqual({ state: 'whole' });
  });
});
