import { describe, expect, it } from '@jest/globals';
import { itemAddress } from './item-address.js';

describe('the address of something to do', () => {
  it('is a page that shows it: of a meeting, the module it is about', () => {
    const to = (kind: string) => itemAddress('e', { kind, nodeId: 'n' });
    expect(to('lesson')).toBe('/course/e/lessons/n');
    expect(to('meeting')).not.toContain('lessons');
    expect(new Set(['lesson', 'quiz', 'report-task', 'meeting'].map(to)).size).toBe(4);
  });
});
