import type { EpochMs } from './journal.js';

const MINUTE_MS = 60_000;

/** Default time for answers given in time to arrive after the deadline (design: experience): 72 h. */
export const DEFAULT_SYNC_WINDOW_MS = 72 * 60 * MINUTE_MS;

/** When a quiz may be taken; a null bound is open. `closesAt` itself is no longer inside. */
export interface QuizWindow {
  readonly opensAt: EpochMs | null;
  readonly closesAt: EpochMs | null;
}

/** An attempt as far as its time matters. */
export interface AttemptTimes {
  readonly startedAt: EpochMs;
  /** Minutes allowed, without personal extra time; null when there is no limit. */
  readonly timeLimitMinutes: number | null;
  /** Personal extra time in minutes; it also reaches past the close of the quiz. */
  readonly extraMinutes: number;
  /** The close of the quiz, which ends every attempt; null when it stays open. */
  readonly closesAt: EpochMs | null;
  /** Effective time of the hand-in; null until then. */
  readonly handedInAt: EpochMs | null;
}

/**
 * The last moment at which answers may be given: the start plus the limit, or the close of the quiz
 * if that is earlier, plus the personal extra time; null when nothing limits it.
 */
export function attemptDeadline(times: AttemptTimes): EpochMs | null {
  const { startedAt, timeLimitMinutes, closesAt } = times;
  const byLimit = timeLimitMinutes === null ? Infinity : startedAt + timeLimitMinutes * MINUTE_MS;
  const end = Math.min(byLimit, closesAt ?? Infinity);
  return end === Infinity ? null : end + times.extraMinutes * MINUTE_MS;
}

/** Milliseconds left at `now` by the server's clock, never below 0; null when nothing limits it. */
export function timeLeft(times: AttemptTimes, now: EpochMs): number | null {
  const deadline = attemptDeadline(times);
  return deadline === null ? null : Math.max(0, deadline - now);
}

/**
 * Where an attempt stands: `open` for answers · `syncing`: handed in or out of time, but answers
 * given in time may still arrive · `closed`: nothing that arrives can count any more.
 */
export type AttemptPhase = 'open' | 'syncing' | 'closed';

/**
 * The phase at `now`. A hand-in whose receipts are complete closes the attempt at once: pass
 * `everythingReceived` true when the device said so.
 */
export function attemptPhase(
  times: AttemptTimes,
  now: EpochMs,
  sync: { readonly window: number; readonly everythingReceived: boolean },
): AttemptPhase {
  if (times.handedInAt !== null && sync.everythingReceived) return 'closed';
  const deadline = attemptDeadline(times);
  const end = Math.min(deadline ?? Infinity, times.handedInAt ?? Infinity);
  if (times.handedInAt === null && now <= end) return 'open';
  return now <= end + sync.window ? 'syncing' : 'closed';
}

/** An attempt that a person already has on a quiz. */
export interface EarlierAttempt {
  readonly attemptId: string;
  readonly phase: AttemptPhase;
}

/** Why another attempt may not be opened now. */
export type AttemptRefusal =
  | { readonly code: 'still-open'; readonly attemptId: string }
  | { readonly code: 'not-open-yet'; readonly opensAt: EpochMs }
  | { readonly code: 'closed'; readonly closedAt: EpochMs }
  | { readonly code: 'limit-reached'; readonly limit: number; readonly used: number };

/** `number` counts from 1; `left` is what remains after it, null without a limit. */
export type AttemptOpening =
  | { readonly allowed: true; readonly number: number; readonly left: number | null }
  | { readonly allowed: false; readonly refusal: AttemptRefusal };

/** What decides whether another attempt may be opened; `limit` null means as often as one likes. */
export interface AttemptFacts {
  readonly window: QuizWindow;
  readonly limit: number | null;
  readonly attempts: readonly EarlierAttempt[];
}

function refusalOf({ window, limit, attempts }: AttemptFacts, now: EpochMs): AttemptRefusal | null {
  const open = attempts.find((attempt) => attempt.phase === 'open');
  if (open !== undefined) return { code: 'still-open', attemptId: open.attemptId };
  if (window.opensAt !== null && now < window.opensAt) {
    return { code: 'not-open-yet', opensAt: window.opensAt };
  }
  if (window.closesAt !== null && now >= window.closesAt) {
    return { code: 'closed', closedAt: window.closesAt };
  }
  const used = attempts.length;
  return limit !== null && used >= limit ? { code: 'limit-reached', limit, used } : null;
}

/** Whether a person may open another attempt at `now`, and if not, why. */
export function mayOpenAttempt(facts: AttemptFacts, now: EpochMs): AttemptOpening {
  const refusal = refusalOf(facts, now);
  if (refusal !== null) return { allowed: false, refusal };
  const number = facts.attempts.length + 1;
  return { allowed: true, number, left: facts.limit === null ? null : facts.limit - number };
}
