import { describe, expect, it } from '@jest/globals';
import { errataFirst, namedIn } from './errata-first.js';

const check = {
  ...{ code: 'errata_first', blocking: false, met: false, nodeId: null },
  params: { edition: '1.0', next: '1.1', hindrance: 'sealed' },
};

describe('what an amendment waits for', () => {
  it('is the erratum that its check names', () => {
    expect(errataFirst({ checks: [check] })).toEqual({
      ...{ edition: '1.0', next: '1.1', hindrance: 'sealed' },
    });
  });

  it('is nothing where the check is met, or another is open', () => {
    expect(errataFirst({ checks: [{ ...check, met: true }] })).toBeUndefined();
    expect(errataFirst({ checks: [{ ...check, code: 'reason_given' }] })).toBeUndefined();
  });

  it('is read from a refusal only when that names both editions and what hinders', () => {
    const part = { edition: '1.0', next: '1.1', hindrance: 'taken_in_part' };
    expect(namedIn(part)).toEqual(part);
    expect(namedIn({ edition: '1.0', hindrance: 'sealed' })).toBeUndefined();
    expect(namedIn({ edition: 1, next: 2, hindrance: 'sealed' })).toBeUndefined();
    expect(namedIn({ ...part, hindrance: 'other' })).toBeUndefined();
  });
});
