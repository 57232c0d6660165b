import { describe, expect, it } from '@jest/globals';
import type { ChangedNode } from '../../../kit/curriculum/types.js';
import { questionCounts, structureLines } from './structure-lines.js';

function node(kind: ChangedNode['kind'], diff: object): ChangedNode {
  const whole = { status: 'changed', moved: false, renamed: null, meta: [], ...diff };
  return { nodeId: 'n', kind, label: '3', title: 'CD03', reason: '', diff: whole } as never;
}

const said = (...nodes: ChangedNode[]) => structureLines(nodes).map(({ what }) => what);

describe('what a request does to the tree', () => {
  it('names what came, went, moved and was renamed', () => {
    expect(said(node('lesson', { status: 'added' }), node('annex', { status: 'removed' }))).toEqual(
      ['added', 'removed'],
    );
    expect(said(node('lesson', { moved: true, renamed: { segments: [] } }))).toEqual([
      'moved',
      'renamed',
    ]);
  });

  it('says which periods change, from what to what', () => {
    const [line] = structureLines([
      node('module', {
        meta: [
          { path: ['hours', 'practice'], before: 2, after: 3 },
          { path: ['summary'], before: 'a', after: 'b' },
        ],
      }),
    ]);
    expect([line?.what, line?.hours]).toEqual([
      'hours',
      [{ kind: 'practice', before: 2, after: 3 }],
    ]);
  });

  it('is silent about words and counts questions', () => {
    const questions = [
      node('question', { status: 'added' }),
      node('question', {}),
      node('question', {}),
    ];
    expect(said(node('lesson', { documentChanged: true }), ...questions)).toEqual([]);
    expect(questionCounts(questions)).toEqual({ added: 1, removed: 0, changed: 2 });
  });
});
