import { describe, expect, it } from '@jest/globals';
import { stuckNodes } from './stuck-nodes.js';

describe('what a refused merge names', () => {
  it('is read from its details', () => {
    const node = { nodeId: 'a', label: '3.2', title: 'Tiếp nhận đơn' };
    expect(stuckNodes({ nodes: [node] })).toEqual([node]);
  });

  it('is nothing where the details hold something else', () => {
    expect(stuckNodes({})).toEqual([]);
    expect(stuckNodes({ nodes: 'a', baseSeq: 3 })).toEqual([]);
    expect(stuckNodes({ nodes: [null, { nodeId: 1 }] })).toEqual([]);
  });
});
