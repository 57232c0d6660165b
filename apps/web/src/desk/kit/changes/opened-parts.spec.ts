import { describe, expect, it } from '@jest/globals';
import { allOpened, nextOpened, openingAll, OPENED_TOGETHER, toggledPart } from './opened-parts.js';

const keys = Array.from({ length: 10 }, (_, index) => index);
const none = { open: new Set<number>(), waiting: [] };

describe('parts of a page that are opened', () => {
  it('open a portion at once and the others one portion after the other', () => {
    let parts = openingAll(none, keys);
    expect([...parts.open]).toEqual(keys.slice(0, OPENED_TOGETHER));
    expect(allOpened(parts, keys)).toBe(true);
    const sizes = [parts.open.size];
    while (parts.waiting.length > 0) {
      parts = nextOpened(parts);
      sizes.push(parts.open.size);
    }
    expect(sizes).toEqual([2, 4, 6, 8, 10]);
    expect([...parts.open]).toEqual(keys);
  });

  it('go on from what stands open already', () => {
    const parts = openingAll({ open: new Set([0, 9]), waiting: [] }, keys);
    expect([...parts.open]).toEqual([0, 9, 1, 2]);
    expect(parts.waiting).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('stay closed when a reader closes one while the others are opened', () => {
    const closed = toggledPart(openingAll(none, keys), 1);
    expect([...nextOpened(closed).open]).toEqual([0, 2, 3]);
    expect(allOpened(closed, keys)).toBe(false);
  });

  it('are not opened again when a reader opened and closed one that waited', () => {
    const opened = toggledPart(openingAll(none, keys), 8);
    expect(opened.open.has(8)).toBe(true);
    let parts = toggledPart(opened, 8);
    while (parts.waiting.length > 0) parts = nextOpened(parts);
    expect([...parts.open]).toEqual(keys.filter((key) => key !== 8));
  });
});
