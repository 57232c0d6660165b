import { describe, expect, it } from '@jest/globals';
import { editionTime } from './edition-day.js';

const AT = new Date('2026-05-12T04:00:00Z');

describe('the time whose errata a cohort goes by', () => {
  it('is the whole of today while it runs', () => {
    const running = { resultsClosedOn: null, resultsClosedAt: null };
    expect(editionTime(running, '2026-05-12')).toEqual({ day: '2026-05-12', until: null });
  });

  it('is the moment of the closing, on that very day and ever after', () => {
    const closed = { resultsClosedOn: '2026-05-12', resultsClosedAt: AT };
    expect(editionTime(closed, '2026-05-12')).toEqual({ day: '2026-05-12', until: AT });
    expect(editionTime(closed, '2027-01-01')).toEqual({ day: '2026-05-12', until: AT });
  });

  it('is the whole day of the closing where the moment is not known', () => {
    const before = { resultsClosedOn: '2024-05-12', resultsClosedAt: null };
    expect(editionTime(before, '2026-05-12')).toEqual({ day: '2024-05-12', until: null });
  });
});
