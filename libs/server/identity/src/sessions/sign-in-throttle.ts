import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { addressBucket, Clock } from '@cam-nang/platform';
import { SignInFailureRepository } from '../persistence/sign-in-failure.repository.js';

const WINDOW_MS = 15 * 60_000;
const MOST_BY_ACCOUNT = 8;
const MOST_BY_ADDRESS = 60;

function bucketOf(kind: string, text: string): string {
  return `${kind}:${createHash('sha256').update(text).digest('base64url')}`;
}

/** One try to prove who one is. It counts as failed unless it says otherwise. */
export interface SignInTry {
  /** It was right: the failures of the account are forgotten. */
  succeed(): Promise<void>;
  /** It was neither right nor wrong. */
  takeBack(): Promise<void>;
}

/** Slows guessing down by account and by address, whether or not the account exists. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly failures: SignInFailureRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try before it is judged, so that many sent at once are no way around the limit. Throws
   * `session.locked_out` with the minutes to wait when there were too many failures lately.
   */
  async begin(username: string, address: string): Promise<SignInTry> {
    const account = bucketOf('account', username);
    const from = bucketOf('address', addressBucket(address));
    const now = this.clock.now();
    const counted = await this.failures.add([account, from], now);
    const takeBack = () => this.failures.takeBack(counted);
    const since = new Date(now.getTime() - WINDOW_MS);
    const counts = await this.failures.countSince([account, from], since);
    const tooMany =
      (counts.get(account) ?? 0) > MOST_BY_ACCOUNT || (counts.get(from) ?? 0) > MOST_BY_ADDRESS;
    if (tooMany) {
      await takeBack();
      throw new DomainError('session.locked_out', { minutes: WINDOW_MS / 60_000 });
    }
    const succeed = () => takeBack().then(() => this.failures.clear(account));
    return { succeed, takeBack };
  }
}
