import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { noteServerTime, steadyServerNow } from './clock.js';

const NINE = '2026-05-15T02:00:00.000Z';

describe('the clock of an attempt', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse(NINE) });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('runs on when somebody sets the clock of the device', () => {
    noteServerTime(NINE);
    jest.setSystemTime(Date.parse(NINE) + 3_600_000);
    expect(steadyServerNow()).toBe(Date.parse(NINE));
    jest.advanceTimersByTime(2000);
    expect(steadyServerNow()).toBe(Date.parse(NINE) + 2000);
  });

  it('does not run back for an answer that was long on its way, and catches up after a sleep', () => {
    const before = steadyServerNow();
    noteServerTime(new Date(before - 8000).toISOString());
    expect(steadyServerNow()).toBe(before);
    noteServerTime(new Date(before + 600_000).toISOString());
    expect(steadyServerNow()).toBe(before + 600_000);
  });
});
