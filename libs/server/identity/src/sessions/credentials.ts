import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { Clock, Keys } from '@cam-nang/platform';
import { AccountRepository, type AccountRow } from '../persistence/account.repository.js';
import { matchingStep } from '../secrets/second-factor.js';
import { Passwords } from '../secrets/passwords.js';
import { SignInThrottle } from './sign-in-throttle.js';

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
    await this.throttle.check(username, address);
    const account = await this.accounts.byUsername(username);
    const usable = account !== null && account.disabledAt === null ? account : null;
    const right = await this.passwords.matches(usable?.passwordHash ?? null, given.password);
    if (usable === null || !right) {
      await this.throttle.fail(username, address);
      throw new DomainError('session.wrong_credentials');
    }
    await this.proveFactor(usable, given.totp, address);
    await this.throttle.succeed(username);
    return usable;
  }

  private async proveFactor(
    account: AccountRow,
    totp: string | undefined,
    address: string,
  ): Promise<void> {
    if (account.totpConfirmedAt === null) return;
    if (totp === undefined) throw new DomainError('session.second_factor_required');
    if (!(await this.useCode(account, totp))) {
      await this.throttle.fail(account.username, address);
      throw new DomainError('session.second_factor_wrong');
    }
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
