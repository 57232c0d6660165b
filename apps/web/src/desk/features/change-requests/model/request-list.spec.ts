import { describe, expect, it } from '@jest/globals';
import { narrowed, shownOf, type ListedRequest } from './request-list.js';

const nothing = { review: false, merge: false };

function request(state: string, day: number, allowed = nothing): ListedRequest {
  return { state, updatedAt: `2026-05-0${day}T02:00:00.000Z`, allowed };
}

const all = [
  request('merged', 9),
  request('draft', 1),
  request('in_review', 3, { review: true, merge: false }),
  request('abandoned', 8),
  request('approved', 2, { review: true, merge: true }),
];

describe('the list of change requests', () => {
  it('has open ones first, then what was touched last', () => {
    expect(narrowed(all, 'all').map(({ state }) => state)).toEqual([
      'in_review',
      'approved',
      'draft',
      'merged',
      'abandoned',
    ]);
  });

  it('narrows to what the person may do', () => {
    expect(narrowed(all, 'review').map(({ state }) => state)).toEqual(['in_review', 'approved']);
    expect(narrowed(all, 'merge').map(({ state }) => state)).toEqual(['approved']);
    expect(narrowed(all, 'open')).toHaveLength(3);
    expect(narrowed(all, 'done')).toHaveLength(2);
  });

  it('shows all where the address says something unknown', () => {
    expect([shownOf(undefined), shownOf('everything'), shownOf('merge')]).toEqual([
      'all',
      'all',
      'merge',
    ]);
  });
});
