import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProgressRow } from './lesson-standing.js';
import type { LessonText } from './lesson-text.js';
import { latestOther, mergeProgress, type ReadReport } from './merge-progress.js';

const IDS = ['p1', 'p2', 'p3', 'p4', 'p5'];

const text: LessonText = {
  revisionId: 'r1',
  nodeId: 'n1',
  studyHash: 'h',
  document: { type: 'doc', content: [] },
  blocks: IDS.map((blockId) => ({ blockId, studyHash: `h-${blockId}` })),
  selfChecks: [],
};

const empty: ProgressRow = {
  nodeId: 'n1',
  revisionId: 'r1',
  studyHash: 'h',
  blocksRead: [],
  lastBlockId: null,
  seconds: 0,
  state: 'started',
  doneAt: null,
  updatedAt: new Date(0),
};

const report = fc.record({
  blocksRead: fc.array(fc.constantFrom(...IDS, 'gone', 'p0')),
  lastBlockId: fc.constantFrom(null, 'gone', ...IDS),
  seconds: fc.nat(1000),
});

function merged(reports: readonly ReadReport[]): ProgressRow {
  return reports.reduce<ProgressRow>(
    (row, one, index) => mergeProgress(row, one, text, new Date(index)),
    empty,
  );
}

const progressOf = ({ blocksRead, seconds }: ProgressRow) => ({ blocksRead, seconds });

describe('merging what devices report', () => {
  it('gives the same progress whatever the order and however often reports come', () => {
    const shuffled = fc.array(report, { minLength: 1, maxLength: 8 }).chain((reports) =>
      fc.tuple(
        fc.constant(reports),
        fc.shuffledSubarray([...reports, ...reports], {
          minLength: reports.length * 2,
          maxLength: reports.length * 2,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([reports, again]) => {
        expect(progressOf(merged(again))).toEqual(progressOf(merged(reports)));
      }),
    );
  });

  it('never takes a block or a second away', () => {
    fc.assert(
      fc.property(fc.array(report), report, (reports, next) => {
        const before = merged(reports);
        const after = mergeProgress(before, next, text, new Date());
        expect(after.blocksRead).toEqual(expect.arrayContaining([...before.blocksRead]));
        expect(after.seconds).toBeGreaterThanOrEqual(before.seconds);
      }),
    );
  });

  it('keeps only blocks of the text, in reading order', () => {
    const row = merged([{ blocksRead: ['p4', 'gone', 'p2'], lastBlockId: 'gone', seconds: 1 }]);
    expect(row).toMatchObject({ blocksRead: ['p2', 'p4'], lastBlockId: null });
  });

  it('moves the bookmark with the newest report that has one', () => {
    const at = (lastBlockId: string | null) => ({ blocksRead: [], lastBlockId, seconds: 0 });
    expect(merged([at('p4'), at('p2'), at(null)]).lastBlockId).toBe('p2');
  });

  it('is the row itself when a report says nothing new', () => {
    const once: ReadReport = { blocksRead: ['p1'], lastBlockId: 'p1', seconds: 5 };
    const row = mergeProgress(empty, once, text, new Date(1));
    expect(mergeProgress(row, once, text, new Date(2))).toBe(row);
  });
});

describe('the row written last', () => {
  it('is looked for among the other revisions', () => {
    const row = (revisionId: string, at: number) => ({ revisionId, updatedAt: new Date(at) });
    const rows = [row('a', 1), row('b', 3), row('c', 2)];
    expect(latestOther(rows, 'b')?.revisionId).toBe('c');
    expect(latestOther([row('b', 3)], 'b')).toBeNull();
  });
});
