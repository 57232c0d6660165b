import { Injectable } from '@nestjs/common';
import type { InputOf, redeemCode } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database } from '@cam-nang/platform';
import { AuditTrail } from '../audit/audit-trail.js';
import { AccountRepository, type AccountRow } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { OneTimeCodes } from '../secrets/one-time-codes.js';
import { Passwords, weaknessOf } from '../secrets/passwords.js';
import { SessionOpener, type OpenedSession, type Visitor } from '../sessions/session-opener.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.js';

type Body = InputOf<typeof redeemCode>['body'];

/** First sign-in: the code of the class sheet becomes a password of one's own; older sessions end. */
@Injectable()
export class RedeemCode {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly codes: OneTimeCodes,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly sessions: SessionRepository,
    private readonly opener: SessionOpener,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(body: Body, visitor: Visitor): Promise<OpenedSession> {
    const weakness = weaknessOf(body.newPassword, body.username);
    if (weakness !== null) throw new DomainError('account.password_weak', { weakness });
    const account = await this.proveCode(body, visitor);
    const opened = await this.database.run(() => this.setPassword(account, body, visitor));
    if (opened === null) throw new DomainError('session.second_factor_required');
    return opened;
  }

  /** The code stands for a password, never for a second factor: who has one signs in with both. */
  private async setPassword(
    account: AccountRow,
    body: Body,
    visitor: Visitor,
  ): Promise<OpenedSession | null> {
    const at = this.clock.now();
    await this.accounts.setPassword(account.id, await this.passwords.hash(body.newPassword), at);
    await this.sessions.endAll(account.id, at, 'password set', null);
    await this.audit.record({
      action: 'account.redeem-code',
      subject: { kind: 'account', id: account.id },
    });
    return account.totpConfirmedAt === null ? this.opener.open(account, visitor, false) : null;
  }

  /** Counts a wrong try in a transaction of its own; every kind of failure answers the same. */
  private async proveCode(body: Body, visitor: Visitor): Promise<AccountRow> {
    const attempt = await this.throttle.begin(body.username, visitor.address);
    const account = await this.accounts.byUsername(body.username);
    const usable = account !== null && account.disabledAt === null ? account : null;
    const right =
      usable !== null &&
      (await this.database.apart(() =>
        this.database.run(() => this.codes.redeem(usable.id, body.code)),
      ));
    if (usable === null || !right) throw new DomainError('account.code_invalid');
    await attempt.succeed();
    return usable;
  }
}
