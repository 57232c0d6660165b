import { hash, verify, type Options } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;

/** A hash nobody's password has, so that an unknown name costs as much time as a wrong password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$6kFd0yX3gBZ1uYyq7qk3bq5pR0kq1o0Yt1v5x9mY2aM';

/** Password hashing; the parameters travel with each hash, so they may be raised later. */
@Injectable()
export class Passwords {
  hash(password: string): Promise<string> {
    return hash(password, OPTIONS);
  }

  /** True when the password is the one of the hash; null stands for an account without one. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const right = await verify(stored ?? NOBODY, password).catch(() => false);
    return stored !== null && right;
  }
}

const TOO_COMMON = new Set([
  '1234567890',
  '0123456789',
  'matkhau123',
  'password12',
  'password123',
  'qwertyuiop',
  'camnang123',
]);

/** Why a password is refused, or null. Length is in characters; the user name must not be part of it. */
export function weaknessOf(
  password: string,
  username: string,
): 'too_short' | 'too_common' | 'contains_username' | null {
  if ([...password].length < 10) return 'too_short';
  const plain = password.toLowerCase();
  if (TOO_COMMON.has(plain) || new Set(plain).size < 4) return 'too_common';
  if (username.length >= 4 && plain.includes(username)) return 'contains_username';
  return null;
}
