import { describe, expect, it } from '@jest/globals';
import type { FieldChange, NodeDiff } from '@cam-nang/domain';
import { placeId, placesOfNode } from './change-places.js';

const source: FieldChange = { path: ['markdown', 'of'], before: 'a', after: 'b' };
const minutes: FieldChange = { path: ['minutes'], before: 45, after: 60 };

function lesson(meta: readonly FieldChange[]): NodeDiff {
  const same = { moved: false, renamed: null, question: null, document: null };
  const node = { nodeId: 'n1', kind: 'lesson', status: 'changed', documentChanged: false };
  return { ...node, ...same, meta } as unknown as NodeDiff;
}

describe('the settings of a node that differ', () => {
  it('are no place to go to where only that differs', () => {
    expect(placesOfNode(lesson([source]))).toEqual([]);
    expect(placesOfNode(lesson([source, minutes]))).toEqual([
      { id: placeId.fields('n1'), nodeId: 'n1', kind: 'structure' },
    ]);
  });
});
