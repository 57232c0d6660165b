import { describe, expect, it } from '@jest/globals';
import { EditionLines, editionSteps, type NodeCommit } from './edition-steps.js';

const commit = (seq: number, revisionId: string | null, more: Partial<NodeCommit> = {}) => ({
  ...{ lineId: 'main', seq, revisionId, moved: false },
  ...{ reason: null, reasonEn: null, ...more },
});

const edition = (seq: number, lineId = 'main', day = seq) => ({
  ...{ id: `${lineId}-${seq}`, lineId, seq, commitId: `${lineId}-${seq}`, major: seq, minor: 0 },
  issuedAt: new Date(Date.UTC(2026, 0, day)),
});

const main = { id: 'main', forkedFromCommitId: null };

const stepsOf = (commits: readonly NodeCommit[], ...seqs: readonly number[]) =>
  editionSteps(
    commits,
    new EditionLines(
      seqs.map((seq) => edition(seq)),
      [main],
    ),
  ).map((step) => [step.edition.seq, step.what, step.before, step.revisionId]);

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
    const lines = new EditionLines([edition(3), edition(1)], [main]);
    expect(editionSteps(commits, lines)[1]).toMatchObject({
      ...{ before: 'a', revisionId: 'c', reason: 'Luật mới.', reasonEn: 'New law.' },
    });
  });

  it('leaves out what no edition holds, and what came and went between two', () => {
    expect(stepsOf([commit(2, 'a'), commit(3, null)], 1, 4)).toEqual([]);
    expect(stepsOf([commit(1, 'a'), commit(2, 'b'), commit(3, 'a')], 1, 3)).toEqual([
      [1, 'first', null, 'a'],
    ]);
    expect(stepsOf([commit(1, 'a'), commit(9, 'b')], 1)).toEqual([[1, 'first', null, 'a']]);
  });

  it('lets errata to an older edition go on from it, whatever the main line did since', () => {
    const commits = [commit(1, 'a'), commit(3, 'b'), commit(2, 'c', { lineId: 'old' })];
    const editions = [edition(1), edition(3), edition(2, 'old', 5), edition(4, 'old', 6)];
    const lines = new EditionLines(editions, [main, { id: 'old', forkedFromCommitId: 'main-1' }]);
    const steps = editionSteps(commits, lines);
    expect(steps.map((step) => [step.edition.id, step.before, step.revisionId])).toEqual([
      ['main-1', null, 'a'],
      ['main-3', 'a', 'b'],
      ['old-2', 'a', 'c'],
    ]);
    const way = (one: (typeof editions)[number]) => lines.upTo(one).map(({ id }) => id);
    expect(way(edition(4, 'old'))).toEqual(['main-1', 'old-2', 'old-4']);
    expect(way(edition(3))).toEqual(['main-1', 'main-3']);
  });
});
