import { Injectable } from '@nestjs/common';
import type { changePassword, InputOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { AuditTrail } from '../audit/audit-trail.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { Passwords, weaknessOf } from '../secrets/passwords.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.js';

/** A new password for oneself; every other session of the account ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionRepository,
    private readonly throttle: SignInThrottle,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    body: InputOf<typeof changePassword>['body'],
    address: string,
  ): Promise<{ done: true }> {
    const account = await this.accounts.byId(actor.accountId);
    if (account === null) throw new DomainError('session.required');
    const attempt = await this.throttle.begin(account.username, address);
    if (!(await this.passwords.matches(account.passwordHash, body.current))) {
      throw new DomainError('session.wrong_credentials');
    }
    await attempt.succeed();
    const weakness = weaknessOf(body.next, account.username);
    if (weakness !== null) throw new DomainError('account.password_weak', { weakness });
    return this.database.run(async () => {
      const at = this.clock.now();
      await this.accounts.setPassword(account.id, await this.passwords.hash(body.next), at);
      await this.sessions.endAll(account.id, at, 'password changed', actor.sessionId);
      await this.audit.record({
        action: 'account.change-password',
        subject: { kind: 'account', id: account.id },
      });
      return { done: true };
    });
  }
}
