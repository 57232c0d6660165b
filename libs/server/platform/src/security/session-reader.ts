import type { ErrorCode } from '@cam-nang/contracts';
import type { Actor } from './actor.js';

/** A session as the guard needs it. */
export interface Session extends Actor {
  /** Unsafe requests repeat it in the header `x-csrf-token`. */
  readonly csrfToken: string;
  /**
   * What the person must do before anything else (choose a password, set up a second factor): the
   * code every route answers with, but those marked `@DuringSignIn()`.
   */
  readonly pending?: ErrorCode | null;
}

/** Finds the session behind a cookie. Provided by identity under `SESSION_READER`. */
export interface SessionReader {
  /** The live session of a token (as the cookie carries it), or null when it is unknown or over. */
  read(token: string): Promise<Session | null>;
}

/** Injection token of the `SessionReader`. */
export const SESSION_READER = Symbol('session-reader');

/**
 * Channel on which identity tells that a session is over or changed (payload: its id), or all
 * sessions of an account (payload: the account's id): kept look-ups are forgotten everywhere.
 */
export const SESSION_ENDED = 'session_ended';
