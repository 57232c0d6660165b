import { describe, expect, it } from '@jest/globals';
import { wordTargets } from './word-targets.js';

const NODES = [
  { nodeId: 'r', parentId: null, kind: 'root' as const },
  { nodeId: 'm', parentId: 'r', kind: 'module' as const },
  { nodeId: 'l', parentId: 'm', kind: 'lesson' as const },
  { nodeId: 'gone', parentId: 'm', kind: 'lesson' as const, change: 'deleted' },
];

describe('where a file of Word may go', () => {
  it.each<[string | undefined, readonly string[]]>([
    [undefined, ['module r']],
    ['r', ['module r']],
    ['m', ['lesson m', 'module r']],
    ['l', ['lesson m', 'text l', 'module r']],
    ['gone', ['module r']],
  ])('from %s', (selected, targets) => {
    const found = wordTargets(NODES, selected).map(({ into, nodeId }) => `${into} ${nodeId}`);
    expect(found).toEqual(targets);
  });
});
