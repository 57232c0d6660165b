import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attemptDeadline, attemptPhase, mayOpenAttempt, timeLeft } from './attempt-state.js';
import type { AttemptTimes } from './attempt-state.js';

const MINUTE = 60_000;
const times: AttemptTimes = {
  startedAt: 0,
  timeLimitMinutes: 45,
  extraMinutes: 0,
  closesAt: null,
  handedInAt: null,
};

describe('the deadline of an attempt', () => {
  it.each([
    [{}, 45],
    [{ extraMinutes: 15 }, 60],
    [{ closesAt: 30 * MINUTE }, 30],
    [{ closesAt: 30 * MINUTE, extraMinutes: 15 }, 45],
    [{ timeLimitMinutes: null, closesAt: 90 * MINUTE }, 90],
  ])('%j ends after %d minutes', (change, minutes) => {
    expect(attemptDeadline({ ...times, ...change })).toBe(minutes * MINUTE);
  });

  it('does not exist where nothing limits the attempt', () => {
    const free = { ...times, timeLimitMinutes: null };
    expect(attemptDeadline(free)).toBeNull();
    expect(timeLeft(free, 10)).toBeNull();
    const sync = { window: 0, everythingReceived: false };
    expect(attemptPhase(free, 1e12, sync)).toBe('open');
  });

  it('leaves less time as time passes, never below nothing', () => {
    fc.assert(
      fc.property(fc.nat(100 * MINUTE), (now) => {
        expect(timeLeft(times, now)).toBe(Math.max(0, 45 * MINUTE - now));
      }),
    );
  });
});

describe('the phase of an attempt', () => {
  const sync = { window: 60 * MINUTE, everythingReceived: false };
  it.each([
    [45, 'open'],
    [45.1, 'syncing'],
    [105, 'syncing'],
    [105.1, 'closed'],
  ])('after %d minutes is %s', (minutes, phase) => {
    expect(attemptPhase(times, minutes * MINUTE, sync)).toBe(phase);
  });

  it('is not open after the hand-in, and closed once everything is received', () => {
    const handedIn = { ...times, handedInAt: 20 * MINUTE };
    expect(attemptPhase(handedIn, 20 * MINUTE, sync)).toBe('syncing');
    expect(attemptPhase(handedIn, 81 * MINUTE, sync)).toBe('closed');
    expect(attemptPhase(handedIn, 20 * MINUTE, { ...sync, everythingReceived: true })).toBe(
      'closed',
    );
  });
});

describe('opening another attempt', () => {
  const open = { opensAt: 100, closesAt: 200 };
  const done = (attemptId: string): { attemptId: string; phase: 'closed' } => ({
    attemptId,
    phase: 'closed',
  });

  it('counts attempts and says what is left', () => {
    expect(mayOpenAttempt({ window: open, limit: 2, attempts: [done('a')] }, 100)).toEqual({
      allowed: true,
      number: 2,
      left: 0,
    });
    const free = { window: { opensAt: null, closesAt: null }, limit: null, attempts: [] };
    expect(mayOpenAttempt(free, 0)).toEqual({ allowed: true, number: 1, left: null });
  });

  it.each([
    [99, [], 2, { code: 'not-open-yet', opensAt: 100 }],
    [200, [], 2, { code: 'closed', closedAt: 200 }],
    [150, [done('a'), done('b')], 2, { code: 'limit-reached', limit: 2, used: 2 }],
    [150, [{ attemptId: 'a', phase: 'open' as const }], 2, { code: 'still-open', attemptId: 'a' }],
  ])('is refused at %d with its reason', (now, attempts, limit, refusal) => {
    expect(mayOpenAttempt({ window: open, limit, attempts }, now)).toEqual({
      allowed: false,
      refusal,
    });
  });

  it('is not held up by an attempt whose answers are still coming in', () => {
    const syncing = { attemptId: 'a', phase: 'syncing' as const };
    expect(mayOpenAttempt({ window: open, limit: 2, attempts: [syncing] }, 150).allowed).toBe(true);
  });
});
