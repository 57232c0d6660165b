import { describe, expect, it } from '@jest/globals';
import { Passwords } from './passwords.js';

const passwords = new Passwords();

describe('a password', () => {
  it('is kept as argon2id with 19 MiB and two passes, under a salt of its own', async () => {
    const [one, other] = await Promise.all([
      passwords.hash('măng rừng 2024'),
      passwords.hash('măng rừng 2024'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwords.matches(one, 'măng rừng 2024')).toBe(true);
    expect(await passwords.matches(one, 'măng rừng 2025')).toBe(false);
  });

  it('is known again whichever order its parameters were written in', async () => {
    const stored =
      '$argon2id$v=19$m=19456,p=1,t=2$eCl2I9LbuX+3ncjuQOPLlw$cBs9dnue5clDdXs2ekrnlXy57vkpyL/nL6Wy55H9Q50';
    expect(await passwords.matches(stored, 'măng rừng 2024')).toBe(true);
    expect(await passwords.matches(stored, 'mang rung 2024')).toBe(false);
  });

  it('matches nothing where an account has none, or a broken hash', async () => {
    expect(await passwords.matches(null, '')).toBe(false);
    expect(await passwords.matches('no hash', 'măng rừng 2024')).toBe(false);
  });
});
