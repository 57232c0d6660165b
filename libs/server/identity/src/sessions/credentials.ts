import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { Clock, Keys } from '@cam-nang/platform';
import { AccountRepository, type AccountRow } from '../persistence/account.repository.js';
import { matchingStep } from '../secrets/second-factor.js';
import { Passwords } from '../secrets/passwords.js';
import { SignInThrottle, type SignInTry } from './sign-in-throttle.js';

/** Name of the key that seals authenticator secrets. */
export const SECOND_FACTOR_KEY = 'second-factor';

export interface Given {
  readonly password: string;
  readonly totp?: string | undefined;
}

/** Checks what a person gives to prove who they are. */
@Injectable()
export class Credentials {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /**
   * The account whose password and second factor these are. Unknown names, accounts without a
   * password and closed accounts answer exactly as a wrong password does.
   */
  async prove(username: string, given: Given, address: string): Promise<AccountRow> {
    const attempt = await this.throttle.begin(username, address);
    const account = await this.accounts.byUsername(username);
    const usable = account !== null && account.disabledAt === null ? account : null;
    const right = await this.passwords.matches(usable?.passwordHash ?? null, given.password);
    if (usable === null || !right) throw new DomainError('session.wrong_credentials');
    if (usable.totpConfirmedAt !== null) await this.proveFactor(usable, given.totp, attempt);
    await attempt.succeed();
    return usable;
  }

  private async proveFactor(
    account: AccountRow,
    totp: string | undefined,
    attempt: SignInTry,
  ): Promise<void> {
    if (totp === undefined) {
      await attempt.takeBack();
      throw new DomainError('session.second_factor_required');
    }
    if (!(await this.useCode(account, totp))) throw new DomainError('session.second_factor_wrong');
  }

  /** Uses an authenticator code up; false when it is wrong or was used before. */
  async useCode(account: AccountRow, totp: string): Promise<boolean> {
    const { totpCipher: cipher, totpKeyId: keyId } = account;
    if (cipher === null || keyId === null) return false;
    const secret = this.keys.open(SECOND_FACTOR_KEY, { cipher, keyId }, account.id);
    const step = matchingStep(secret, totp, this.clock.now(), account.totpLastStep);
    return step !== null && (await this.accounts.useStep(account.id, step));
  }
}
