import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Ids, RequestContext } from '@cam-nang/platform';
import { OneTimeCodeRepository } from '../persistence/one-time-code.repository.js';

/** Letters and digits that are not mistaken for each other on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const DAYS = 30;
const MOST_FAILURES = 5;

function codeHash(accountId: string, code: string): Buffer {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`${accountId}:${plain}`).digest();
}

/** One-time codes: shown once, kept as a hash, good for five tries and, on a class sheet, for 30 days. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly rows: OneTimeCodeRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Makes a code for the account, good for so many days; an older one ends. Written `XXXX-XXXX`. */
  async issue(
    accountId: string,
    days = DAYS,
  ): Promise<{ readonly code: string; readonly expiresAt: Date }> {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(
      '',
    );
    const at = this.clock.now();
    const expiresAt = new Date(at.getTime() + days * 86_400_000);
    await this.rows.replace({
      id: this.ids.next(),
      accountId,
      codeHash: codeHash(accountId, letters),
      at,
      by: RequestContext.actor()?.accountId ?? null,
      expiresAt,
    });
    return { code: `${letters.slice(0, 4)}-${letters.slice(4)}`, expiresAt };
  }

  /** Uses the code up when it is right. False: wrong, used, expired or tried too often. */
  async redeem(accountId: string, code: string): Promise<boolean> {
    const now = this.clock.now();
    const live = await this.rows.live(accountId, now);
    if (live === null || live.failures >= MOST_FAILURES) return false;
    if (timingSafeEqual(live.codeHash, codeHash(accountId, code))) {
      await this.rows.use(live.id, now);
      return true;
    }
    await this.rows.fail(live.id);
    return false;
  }
}
