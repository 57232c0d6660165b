import { describe, expect, it } from '@jest/globals';
import { editionSteps, type NodeCommit } from './edition-steps.js';

const commit = (seq: number, revisionId: string | null, more: Partial<NodeCommit> = {}) => ({
  seq,
  revisionId,
  moved: false,
  reason: null,
  reasonEn: null,
  ...more,
});

const stepsOf = (commits: readonly NodeCommit[], ...seqs: readonly number[]) =>
  editionSteps(
    commits,
    seqs.map((seq) => ({ seq })),
  ).map(({ edition, what, revisionId, before }) => [edition.seq, what, before, revisionId]);

describe('the editions of a node', () => {
  it('tells what each did, from the first to the one that brings it back', () => {
    const commits = [
      commit(1, 'a'),
      commit(3, 'b'),
      commit(4, 'b', { moved: true }),
      commit(5, null),
      commit(7, 'a'),
    ];
    expect(stepsOf(commits, 1, 3, 4, 6, 7, 8)).toEqual([
      [1, 'first', null, 'a'],
      [3, 'changed', 'a', 'b'],
      [4, 'moved', 'b', 'b'],
      [6, 'removed', 'b', null],
      [7, 'restored', null, 'a'],
    ]);
  });

  it('reads commits between two editions together, with the reason given last', () => {
    const commits = [
      commit(1, 'a'),
      commit(2, 'b', { reason: 'Luật mới.', reasonEn: 'New law.' }),
      commit(3, 'c', { reason: '' }),
    ];
    const [, second] = editionSteps(commits, [{ seq: 1 }, { seq: 3 }]);
    expect(second).toMatchObject({
      before: 'a',
      revisionId: 'c',
      reason: 'Luật mới.',
      reasonEn: 'New law.',
    });
  });

  it('leaves out what no edition holds, and what came and went between two', () => {
    expect(stepsOf([commit(2, 'a'), commit(3, null)], 1, 4)).toEqual([]);
    expect(stepsOf([commit(1, 'a'), commit(2, 'b'), commit(3, 'a')], 1, 3)).toEqual([
      [1, 'first', null, 'a'],
    ]);
    expect(stepsOf([commit(1, 'a'), commit(9, 'b')], 1)).toEqual([[1, 'first', null, 'a']]);
  });
});
