import { describe, expect, it } from '@jest/globals';

import { plainText } from '../rich-node.js';
import {
  changed,
  conflictsOf,
  mergeTrees,
  put,
  shape,
  text,
  TREE,
  without,
  type TestTree,
} from '../testing/merge-tree.js';

type Sides = readonly [base: TestTree, ours: TestTree, theirs: TestTree];
type Side = 'ours' | 'theirs';

/** Merged as decided about places and about words, each by its own side. */
function decided(sides: Sides, place: Side, words: Side) {
  const { conflicts } = mergeTrees(...sides);
  return mergeTrees(
    ...sides,
    conflicts.map((conflict) => ({
      ...conflict,
      decision: { choice: conflict.subject.kind === 'structure' ? place : words },
    })),
  );
}

/** The words of a lesson, which both sides wrote in. */
function wordsOf(merged: ReturnType<typeof mergeTrees>, id: string): string {
  const content = merged.nodes.find(({ nodeId }) => nodeId === id)?.content;
  if (content === undefined) return '';
  if (content.from !== 'merged') return content.node.docHash ?? '';
  return content.doc === null ? '' : plainText(content.doc);
}

const lesson = (parent: string, ...lines: string[]) => ({
  id: 'L1',
  in: parent,
  text: text(...lines),
});
const base = changed(TREE, lesson('M1', 'Ghi sổ.', 'Trả lời.'));
const EITHER = ['ours', 'theirs'] as const;
const PLACES = { ours: { M2: 'L3 L4 L1' }, theirs: { M3: 'L1' } };

describe('a decision about the place of a lesson', () => {
  it.each(EITHER)('takes no word out of it: %s', (place) => {
    const ours = put(base, lesson('M2', 'Ghi sổ.', 'Trả lời.'), 'L4');
    const theirs = put(base, lesson('M3', 'Ghi sổ ngay.', 'Trả lời.'));
    const merged = decided([base, ours, theirs], place, 'ours');
    expect([conflictsOf(merged), shape(merged)]).toMatchObject([[], PLACES[place]]);
    expect(wordsOf(merged, 'L1')).toContain('Ghi sổ ngay.');
    const both = put(base, lesson('M2', 'Ghi sổ.', 'Trả lời sớm.'), 'L4');
    const joined = decided([base, both, theirs], place, 'ours');
    expect([conflictsOf(joined), shape(joined)]).toMatchObject([[], PLACES[place]]);
    expect(wordsOf(joined, 'L1')).toBe('Ghi sổ ngay.\nTrả lời sớm.');
  });

  it.each(EITHER)('decides nothing about words that collide: place of %s', (place) => {
    const gone = without(TREE, 'L1');
    for (const from of [base, gone]) {
      const ours = put(from, lesson('M2', 'Ghi sổ ngay.'), 'L4');
      const theirs = put(from, lesson('M3', 'Ghi sổ sau.'));
      const sides: Sides = [from, ours, theirs];
      expect(conflictsOf(mergeTrees(...sides))).toContain('L1 structure: placement');
      for (const words of EITHER) {
        const merged = decided(sides, place, words);
        expect([conflictsOf(merged), shape(merged)]).toMatchObject([[], PLACES[place]]);
        expect(wordsOf(merged, 'L1')).toBe(words === 'ours' ? 'Ghi sổ ngay.' : 'Ghi sổ sau.');
      }
      const open = mergeTrees(...sides).conflicts.filter(
        ({ subject }) => subject.kind === 'structure',
      );
      const half = mergeTrees(
        ...sides,
        open.map((one) => ({ ...one, decision: { choice: place } })),
      );
      expect(half.conflicts.map(({ subject }) => subject.kind)).toEqual(
        expect.arrayContaining(['block']),
      );
    }
  });
});
