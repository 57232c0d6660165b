import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lessonProgress, resumeBlock } from './lesson-progress.js';
import type { LessonBlocks, LessonTrace } from './lesson-progress.js';

const lesson: LessonBlocks = { blocks: ['a', 'b', 'c', 'd'], selfChecks: ['d'] };
const trace = (read: string, lastBlockId: string | null = null, answered = ''): LessonTrace => ({
  read: new Set(read),
  answered: new Set(answered),
  lastBlockId,
});

describe('progress in a lesson', () => {
  it('counts only blocks that the lesson has', () => {
    expect(lessonProgress(lesson, trace('abxyz'))).toEqual({
      read: 2,
      total: 4,
      done: false,
      missingBlocks: 2,
      missingChecks: 0,
      resumeBlockId: 'c',
    });
  });

  it('is done when every block is read, and self-checks are for the reader', () => {
    expect(lessonProgress(lesson, trace('abcd')).done).toBe(true);
    expect(lessonProgress(lesson, trace('abc')).done).toBe(false);
  });

  it('follows another rule', () => {
    const most = { blockShare: 6000, selfChecks: 'optional' } as const;
    expect(lessonProgress(lesson, trace('ab'), most).missingBlocks).toBe(1);
    expect(lessonProgress(lesson, trace('abc'), most).done).toBe(true);
    const checked = { blockShare: 10_000, selfChecks: 'answered' } as const;
    expect(lessonProgress(lesson, trace('abcd'), checked)).toMatchObject({
      done: false,
      missingChecks: 1,
    });
    expect(lessonProgress(lesson, trace('abcd', null, 'd'), checked).done).toBe(true);
  });

  it('never falls when more is read, and never exceeds the lesson', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-f]$/));
    fc.assert(
      fc.property(ids, ids, ids, fc.nat(10_000), (blocks, first, more, blockShare) => {
        const rule = { blockShare, selfChecks: 'optional' } as const;
        const asked = { blocks, selfChecks: [] };
        const before = lessonProgress(asked, trace(first.join('')), rule);
        const after = lessonProgress(asked, trace([...first, ...more].join('')), rule);
        expect(after.read).toBeGreaterThanOrEqual(before.read);
        expect(after.read).toBeLessThanOrEqual(after.total);
        if (before.done) expect(after.done).toBe(true);
        expect(after.done).toBe(after.read * 10_000 >= blockShare * blocks.length);
      }),
    );
  });
});

describe('where to go on', () => {
  it.each([
    ['ab', 'a', 'a'],
    ['ab', 'gone', 'c'],
    ['bd', null, 'a'],
    ['abcd', null, 'a'],
  ])('read %s, last at %s: opens %s', (read, last, expected) => {
    expect(resumeBlock(lesson, trace(read, last))).toBe(expected);
  });

  it('is nowhere in a lesson without blocks', () => {
    expect(resumeBlock({ blocks: [], selfChecks: [] }, trace('a', 'a'))).toBeNull();
  });
});
