import { describe, expect, it } from '@jest/globals';
import { errataFirst, namedIn } from './errata-first.js';

const check = {
  ...{ code: 'errata_first', blocking: false, met: false, nodeId: null },
  params: { edition: '1.0', next: '1.1' },
};

describe('what an amendment waits for', () => {
  it('is the erratum that its check names', () => {
    expect(errataFirst({ checks: [check] })).toEqual({ edition: '1.0', next: '1.1' });
  });

  it('is nothing where the check is met, or another is open', () => {
    expect(errataFirst({ checks: [{ ...check, met: true }] })).toBeUndefined();
    expect(errataFirst({ checks: [{ ...check, code: 'reason_given' }] })).toBeUndefined();
  });

  it('is read from a refusal only when that names both editions', () => {
    expect(namedIn({ edition: '1.0', next: '1.1' })).toEqual({ edition: '1.0', next: '1.1' });
    expect(namedIn({ edition: '1.0' })).toBeUndefined();
    expect(namedIn({ edition: 1, next: 2 })).toBeUndefined();
  });
});
