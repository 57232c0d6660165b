import { describe, expect, it } from '@jest/globals';
import type { PassagePlace, RichNode } from '@cam-nang/domain';
import { inReadingOrder, readingPlace } from './reading-place.js';

const line = (id: string): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: 'Mời người dân ngồi.' }],
});
const list = (id: string, ...inside: RichNode[]): RichNode => ({
  type: 'bulletList',
  attrs: { id },
  content: [{ type: 'listItem', attrs: { id: `${id}-item` }, content: inside }],
});
const doc = (...content: RichNode[]): RichNode => ({ type: 'doc', content });
const found = (blockId: string, start = 0): PassagePlace => ({
  state: 'found',
  blockId,
  start,
  end: start + 3,
});

/** Names of passages in the order in which a reader comes to them. */
function order(document: RichNode | null, places: Readonly<Record<string, PassagePlace>>) {
  const placed = Object.entries(places).map(([thing, place]) => ({
    at: readingPlace(0, document, place),
    thing,
  }));
  return inReadingOrder(placed).join(' ');
}

describe('the order in which a reader comes to passages', () => {
  const said = { third: found('c'), inList: found('b'), first: found('a') };

  it('is that of the blocks as they stand now, not of what was said first', () => {
    expect(order(doc(line('a'), list('l', line('b')), line('c')), said)).toBe('first inList third');
    expect(order(doc(line('c'), line('a'), list('l', line('b'))), said)).toBe('third first inList');
  });

  it('is that of the words within a block', () => {
    const two = { late: found('a', 9), early: found('a', 4) };
    expect(order(doc(line('a')), two)).toBe('early late');
  });

  it('begins with what is about the whole, or about what is gone, in the order it had', () => {
    const places: Readonly<Record<string, PassagePlace>> = {
      first: found('a'),
      gone: { state: 'gone' },
      whole: { state: 'whole' },
      changed: { state: 'changed', blockId: 'a' },
    };
    expect(order(doc(line('a')), places)).toBe('gone whole changed first');
    expect(order(null, places)).toBe('gone whole changed first');
  });

  it('goes from node to node before it goes into a text', () => {
    const text = doc(line('a'), line('b'));
    const placed = [
      { at: readingPlace(1, text, found('a')), thing: 'second node' },
      { at: readingPlace(0, text, found('b')), thing: 'first node' },
    ];
    expect(inReadingOrder(placed)).toEqual(['first node', 'second node']);
  });
});
