import { describe, expect, it } from '@jest/globals';
import { diffDocuments, type RichNode } from '@cam-nang/domain';
import { holdsBlock } from '../../../kit/changes/block-ids.js';
import type { ThreadView } from '../thread-types.js';
import { countThreads, firstThread, ThreadPlaces } from './thread-places.js';

const paragraph = (id: string, text: string): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const list: RichNode = {
  type: 'bulletList',
  attrs: { id: 'list' },
  content: [{ type: 'listItem', attrs: { id: 'item' }, content: [paragraph('inner', 'Một')] }],
};
const document: RichNode = { type: 'doc', content: [paragraph('p', 'Hai'), list] };
const [line, listed] = diffDocuments(document, document).root.children;

function thread(id: string, other: Partial<ThreadView> = {}): ThreadView {
  return {
    id,
    nodeId: 'lesson',
    kind: 'lesson',
    label: '1.1',
    title: 'Bài',
    side: 'after',
    quote: '',
    blockWords: '',
    place: { state: 'found', blockId: 'p', start: 0 },
    blocking: false,
    open: true,
    openedBy: 'Xa Thị Nhàn',
    openedAt: '2026-05-12T02:00:00.000Z',
    entries: [],
    allowed: { answer: true, resolve: true, reopen: false, settle: false },
    ...other,
  };
}

const inList = thread('in-list', { place: { state: 'changed', blockId: 'inner', start: null } });
const gone = thread('gone', { place: { state: 'gone', blockId: null, start: null } });
const whole = thread('whole', { place: { state: 'whole', blockId: null, start: null } });
const elsewhere = thread('elsewhere', { nodeId: 'other' });

describe('places of threads', () => {
  const places = new ThreadPlaces([thread('p1'), inList, gone, whole, elsewhere]);
  const ids = (threads: readonly ThreadView[]) => threads.map(({ id }) => id);

  it('gives the same empty list for every node that nobody speaks about', () => {
    const places = new ThreadPlaces([]);
    expect(places.ofNode('one')).toEqual([]);
    expect(places.ofNode('other')).toBe(places.ofNode('one'));
  });

  it('are the blocks that hold them, however deep', () => {
    if (line === undefined || listed === undefined) throw new Error('two blocks');
    expect(ids(places.ofBlock('lesson', line))).toEqual(['p1']);
    expect(ids(places.ofBlock('lesson', listed))).toEqual(['in-list']);
    expect(ids(places.ofBlock('other', listed))).toEqual([]);
    expect(holdsBlock(listed, places.blocksOf('lesson'))).toBe(true);
    expect(holdsBlock(listed, places.blocksOf('other'))).toBe(false);
  });

  it('are the node when it is meant as a whole or when nothing is left of the passage', () => {
    expect(ids(places.ofNode('lesson'))).toEqual(['gone', 'whole']);
    expect(ids(places.outside(new Set(['lesson'])))).toEqual(['elsewhere']);
    expect(ids(places.outside(new Set(['lesson', 'other'])))).toEqual([]);
  });

  it('show first what holds the approval up, then what is open, each in the order of the text', () => {
    const late = thread('late', { openedAt: '2026-05-11T02:00:00.000Z' });
    const done = thread('done', { open: false, blocking: true });
    const must = thread('must', { blocking: true, openedAt: '2026-05-14T02:00:00.000Z' });
    const sorted = new ThreadPlaces([thread('early'), done, late, must]);
    if (line === undefined) throw new Error('a block');
    expect(ids(sorted.ofBlock('lesson', line))).toEqual(['must', 'early', 'late', 'done']);
    expect(firstThread([late, done, must])?.id).toBe('must');
    expect(firstThread([done])).toBeUndefined();
    expect(countThreads([late, done, must])).toEqual({ open: 2, blocking: 1 });
  });
});
