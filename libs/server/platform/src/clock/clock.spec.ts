import { describe, expect, it } from '@jest/globals';
import { dateInHanoi } from './clock.js';
import { FakeClock } from './fake-clock.js';

describe('the date in Hanoi', () => {
  it('turns at 17:00 UTC, also into a new year', () => {
    expect(dateInHanoi(new Date('2026-12-31T16:59:59.999Z'))).toBe('2026-12-31');
    expect(dateInHanoi(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
  });
});

describe('FakeClock', () => {
  it('stands still, jumps and moves on', () => {
    const clock = new FakeClock('2026-01-01T00:00:00Z');
    clock.now().setFullYear(1999);
    expect(clock.now()).toEqual(new Date('2026-01-01T00:00:00Z'));
    clock.advance(18 * 3_600_000);
    expect(clock.today()).toBe('2026-01-02');
    clock.set('2026-07-08T01:00:00Z');
    expect(clock.today()).toBe('2026-07-08');
  });
});
