import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { RichNode } from '@cam-nang/domain';
import { lessonStanding, type ProgressRow } from './lesson-standing.js';
import { lessonText, type LessonText } from './lesson-text.js';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** A text of paragraphs, by id; a study hash for the whole is made of them. */
function textOf(revisionId: string, words: Readonly<Record<string, string>>): LessonText {
  const doc: RichNode = {
    type: 'doc',
    content: Object.entries(words).map(([id, text]) => ({
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text }],
    })),
  };
  const studyHash = Object.values(words).join('|');
  return lessonText({ id: revisionId, nodeId: 'n1', studyHash, content: { doc } }, sha256);
}

function rowOf(text: LessonText, blocksRead: readonly string[], more: Partial<ProgressRow> = {}) {
  const row: ProgressRow = {
    nodeId: 'n1',
    revisionId: text.revisionId,
    studyHash: text.studyHash,
    blocksRead,
    lastBlockId: blocksRead.at(-1) ?? null,
    seconds: 10,
    state: 'started',
    doneAt: null,
    updatedAt: new Date(1),
    ...more,
  };
  return row;
}

const first = textOf('r1', { a: 'Một', b: 'Hai', c: 'Ba' });
const corrected = textOf('r2', { a: 'Một', b: 'Hai, đính chính', c: 'Ba' });
const earlier = new Map([first, corrected].map((text) => [text.revisionId, text]));
const doneAt = new Date('2024-08-20T02:00:00Z');

describe('where a person stands in a lesson', () => {
  it('is nowhere before the first visit', () => {
    expect(lessonStanding(first, [], earlier)).toMatchObject({
      state: 'none',
      lastBlockId: null,
      visitedAt: null,
      corrected: [],
    });
  });

  it('is done with the last block, whatever the row says', () => {
    const row = rowOf(first, ['a', 'b', 'c']);
    expect(lessonStanding(first, [row], earlier).state).toBe('done');
    expect(lessonStanding(first, [rowOf(first, ['a', 'c'])], earlier).state).toBe('started');
  });

  it('is done at the first visit of a lesson without text', () => {
    const bare = textOf('r0', {});
    expect(lessonStanding(bare, [rowOf(bare, [])], earlier).state).toBe('done');
  });
});

describe('after an erratum', () => {
  it('stays done, with the changed block to read again', () => {
    const row = rowOf(first, ['a', 'b', 'c'], { state: 'done', doneAt });
    expect(lessonStanding(corrected, [row], earlier)).toMatchObject({
      state: 'done',
      doneAt,
      blocksRead: ['a', 'c'],
      corrected: ['b'],
    });
  });

  it('has nothing to read again once that block was read', () => {
    const rows = [
      rowOf(first, ['a', 'b', 'c'], { state: 'done', doneAt }),
      rowOf(corrected, ['b'], { updatedAt: new Date(2) }),
    ];
    expect(lessonStanding(corrected, rows, earlier)).toMatchObject({
      blocksRead: ['a', 'b', 'c'],
      corrected: [],
    });
  });

  it('of a lesson half read counts the blocks that say the same', () => {
    expect(lessonStanding(corrected, [rowOf(first, ['a', 'b'])], earlier)).toMatchObject({
      state: 'started',
      blocksRead: ['a'],
      corrected: ['b'],
    });
    const unread = lessonStanding(corrected, [rowOf(first, ['a'])], earlier);
    expect(unread.corrected).toEqual([]);
  });

  it('that changes no words carries everything, even under other block ids', () => {
    const same = textOf('r3', { x: 'Một', y: 'Hai', z: 'Ba' });
    const standing = lessonStanding(same, [rowOf(first, ['a', 'b'])], earlier);
    expect(standing).toMatchObject({ blocksRead: ['x', 'y'], corrected: [] });
  });

  it('never counts a block for a text that is not known', () => {
    expect(lessonStanding(corrected, [rowOf(first, ['a'])], new Map())).toMatchObject({
      state: 'started',
      blocksRead: [],
    });
  });

  it('goes on where the newest visit was, and counts the longest time', () => {
    const rows = [
      rowOf(first, ['a'], { updatedAt: new Date(5), seconds: 40 }),
      rowOf(corrected, ['c'], { updatedAt: new Date(9), seconds: 20 }),
    ];
    const standing = lessonStanding(corrected, rows, earlier);
    expect(standing).toMatchObject({ lastBlockId: 'c', seconds: 40, visitedAt: new Date(9) });
  });
});
