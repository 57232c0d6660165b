import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { Clock } from '@cam-nang/platform';
import { SignInFailureRepository } from '../persistence/sign-in-failure.repository.js';

const WINDOW_MS = 15 * 60_000;
const MOST_BY_ACCOUNT = 8;
const MOST_BY_ADDRESS = 60;

function bucketOf(kind: string, text: string): string {
  return `${kind}:${createHash('sha256').update(text).digest('base64url')}`;
}

/** Slows guessing down by account and by address, whether or not the account exists. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly failures: SignInFailureRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws `session.locked_out` with the minutes to wait when there were too many failures lately. */
  async check(username: string, address: string): Promise<void> {
    const account = bucketOf('account', username);
    const from = bucketOf('address', address);
    const since = new Date(this.clock.now().getTime() - WINDOW_MS);
    const counts = await this.failures.countSince([account, from], since);
    const tooMany =
      (counts.get(account) ?? 0) >= MOST_BY_ACCOUNT || (counts.get(from) ?? 0) >= MOST_BY_ADDRESS;
    if (tooMany) throw new DomainError('session.locked_out', { minutes: WINDOW_MS / 60_000 });
  }

  async fail(username: string, address: string): Promise<void> {
    const buckets = [bucketOf('account', username), bucketOf('address', address)];
    await this.failures.add(buckets, this.clock.now());
  }

  async succeed(username: string): Promise<void> {
    await this.failures.clear(bucketOf('account', username));
  }
}
