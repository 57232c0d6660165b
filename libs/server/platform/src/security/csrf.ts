import { randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@cam-nang/domain';

/** Name of the hidden field of plain forms that repeats the form cookie. */
export const FORM_TOKEN_FIELD = 'formToken';

/** A token for a plain form and its cookie. */
export function newFormToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Compares secrets without telling by time how much of them is right; only their length shows. */
export function sameSecret(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** What the check reads of an unsafe request. */
export interface UnsafeRequest {
  readonly header: (name: string) => string | undefined;
  readonly contentType: string | undefined;
  readonly formCookie: string | undefined;
  readonly formField: unknown;
}

function refuse(): never {
  throw new DomainError('request.csrf');
}

/** A request of a session repeats the session's token in `x-csrf-token`. */
export function checkSessionCsrf(request: UnsafeRequest, csrfToken: string): void {
  const given = request.header('x-csrf-token');
  if (given === undefined || !sameSecret(given, csrfToken)) refuse();
}

/**
 * A public request has no session to borrow, but must not be sent by another site either (a forged
 * sign-in): scripts send JSON, which another site cannot; a plain form repeats its cookie.
 */
export function checkPublicCsrf(request: UnsafeRequest): void {
  if (request.header('sec-fetch-site') === 'cross-site') refuse();
  if (request.contentType?.startsWith('application/x-www-form-urlencoded') !== true) return;
  const { formCookie, formField } = request;
  if (formCookie === undefined || typeof formField !== 'string') refuse();
  else if (!sameSecret(formCookie, formField)) refuse();
}
