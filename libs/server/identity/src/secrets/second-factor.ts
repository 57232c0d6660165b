import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;

/** A new secret of 160 bits in base 32, as authenticators take it. */
export function newSecret(): string {
  return generateSecret();
}

/** The address an authenticator scans. */
export function secretUri(secret: string, username: string): string {
  return generateURI({ issuer: 'Cẩm Nang', label: username, secret });
}

/** The 30-second step of an instant (RFC 6238). */
export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / STEP_SECONDS);
}

/**
 * The step whose code was given, one step early or late allowed, or null. A step at or before
 * `lastStep` is refused: a code opens once (RFC 6238, 5.2).
 */
export function matchingStep(
  secret: string,
  code: string,
  at: Date,
  lastStep: number | null,
): number | null {
  const epoch = Math.floor(at.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid) return null;
  const step = stepOf(at) + result.delta;
  return lastStep === null || step > lastStep ? step : null;
}
