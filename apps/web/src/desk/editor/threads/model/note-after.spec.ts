import { describe, expect, it } from '@jest/globals';
import { noteAfter } from './note-after.js';

const order = ['a', 'b', 'c', 'd'];
const standing = (...open: readonly string[]) =>
  order.map((id) => ({ id, open: open.includes(id) }));

describe('the note to go on with', () => {
  it('is the next one below that is still open', () => {
    expect(noteAfter(order, 'b', standing('a', 'c', 'd'))).toBe('c');
    expect(noteAfter(order, 'b', standing('a', 'd'))).toBe('d');
  });

  it('is none where nothing below waits: those above were passed already', () => {
    expect(noteAfter(order, 'b', standing('a'))).toBeUndefined();
    expect(noteAfter(order, 'd', standing('a', 'b'))).toBeUndefined();
  });

  it('is never one that has left the page meanwhile', () => {
    expect(noteAfter(order, 'a', [{ id: 'd', open: true }])).toBe('d');
    expect(noteAfter(order, 'a', [])).toBeUndefined();
  });
});
