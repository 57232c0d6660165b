import type { ErrorDetails } from './domain-error.js';

/** An expected outcome: either a value, or the reason why there is none. */
export type Result<T, E = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Why a command is refused: a code of the closed list and the facts behind it. */
export interface Refusal {
  readonly code: string;
  readonly details: ErrorDetails;
}

/** A successful outcome. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** An outcome that failed for the reason given. */
export function failed<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** An outcome refused with a code and its details. */
export function refused(
  code: string,
  details: ErrorDetails = {},
): { readonly ok: false; readonly error: Refusal } {
  return failed({ code, details });
}
