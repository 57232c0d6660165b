import { describe, expect, it } from '@jest/globals';
import { fallenApprovals, latestVerdicts } from './latest-verdicts.js';
import type { Review } from './types.js';

function review(reviewerId: string, verdict: Review['verdict'], current = true): Review {
  const overlayHash = (current ? 'a' : 'b').repeat(64);
  const at = '2026-05-12T02:00:00.000Z';
  const said = { verdict, comment: '', at, overlayHash, requestKind: 'amendment' as const };
  return { reviewerId, reviewer: 'Hà Thị Dung', ...said, current };
}

describe('what reviewers say now', () => {
  it('is the latest verdict of each, in the order in which they were given', () => {
    const said = latestVerdicts([
      review('dung', 'approve', false),
      review('lam', 'approve'),
      review('dung', 'request_changes'),
    ]);
    expect(said.map(({ reviewerId, verdict }) => [reviewerId, verdict])).toEqual([
      ['lam', 'approve'],
      ['dung', 'request_changes'],
    ]);
  });

  it('keeps two people of the same name apart', () => {
    expect(latestVerdicts([review('one', 'approve'), review('two', 'approve')])).toHaveLength(2);
  });

  it('lets a comment stand only where there is no verdict', () => {
    const said = latestVerdicts([
      review('dung', 'approve'),
      review('dung', 'comment'),
      review('lam', 'comment'),
    ]);
    expect(said.map(({ reviewerId, verdict }) => [reviewerId, verdict])).toEqual([
      ['dung', 'approve'],
      ['lam', 'comment'],
    ]);
  });

  it('names the approvals that fell, and not those given again', () => {
    const fallen = fallenApprovals([
      review('dung', 'approve', false),
      review('dung', 'approve'),
      review('lam', 'approve', false),
      review('nhan', 'request_changes', false),
    ]);
    expect(fallen.map(({ reviewerId }) => reviewerId)).toEqual(['lam']);
  });
});
