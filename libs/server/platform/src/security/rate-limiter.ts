import { DomainError } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';

/** So many in so long, counted in fixed windows. */
export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
}

const HIT = `
  insert into rate_window (bucket, window_start, hits) values ($1, $2, 1)
  on conflict (bucket, window_start) do update set hits = rate_window.hits + 1
  returning hits`;

/** Limits how often something may happen, counted in the database for every process together. */
@Injectable()
export class RateLimiter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one use of a bucket (`sign-in:account:<name>`). Throws `request.too_many` with
   * `retryAfterSeconds` beyond the limit. The count stays when the ambient transaction is rolled back.
   */
  async hit(bucket: string, { limit, windowSeconds }: RateLimit): Promise<void> {
    const window = this.windowAt(windowSeconds);
    const [row] = await this.database.apart(() =>
      this.database.query<{ hits: number }>(HIT, [bucket.slice(0, 200), window.start]),
    );
    if ((row?.hits ?? 0) <= limit) return;
    const left = window.start.getTime() + windowSeconds * 1_000 - this.clock.now().getTime();
    throw new DomainError('request.too_many', { retryAfterSeconds: Math.ceil(left / 1_000) });
  }

  /** Forgets the uses of a bucket in the running window: after a success that proves good faith. */
  async forgive(bucket: string, { windowSeconds }: RateLimit): Promise<void> {
    const { start } = this.windowAt(windowSeconds);
    await this.database.apart(() =>
      this.database.write('delete from rate_window where bucket = $1 and window_start = $2', [
        bucket.slice(0, 200),
        start,
      ]),
    );
  }

  private windowAt(seconds: number): { start: Date } {
    const length = seconds * 1_000;
    return { start: new Date(Math.floor(this.clock.now().getTime() / length) * length) };
  }
}

/** A bucket's address part: IPv6 by its /64 network, because one home holds 2^64 addresses. */
export function addressBucket(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/, '');
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
