import { Injectable } from '@nestjs/common';
import type { InputOf, recoverAccount, reopenAccount, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { AuditTrail } from '../audit/audit-trail.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { ReachableAccounts } from '../queries/reachable-account.js';
import { OneTimeCodes } from '../secrets/one-time-codes.js';

type Answer = ResponseOf<typeof recoverAccount>;

/** A code that opens a desk is handed over at once, not kept for a month like the code of a class sheet. */
const CODE_DAYS = 3;

/**
 * The way back into an account: one that was closed, or whose password or second factor is lost. What opened it before
 * opens it no longer; a new one-time code does, which is handed over and exchanged by the person alone.
 */
@Injectable()
export class RecoverAccount {
  constructor(
    private readonly database: Database,
    private readonly rows: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly codes: OneTimeCodes,
    private readonly reachable: ReachableAccounts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** As closing, only by who could have granted every role at the desk that comes back with the account. */
  reopen(
    actor: Actor,
    accountId: string,
    { reason }: InputOf<typeof reopenAccount>['body'],
  ): Promise<Answer> {
    return this.database.run(async () => {
      const account = await this.reachable.locked(actor, 'account.manage', accountId);
      await this.reachable.demandDesk(actor, accountId);
      this.demandFresh(actor);
      if (account.disabledAt === null) throw new DomainError('account.not_closed');
      await this.rows.enable(accountId);
      return this.handOver(accountId, 'account.reopen', { reason });
    });
  }

  /** A lost password leaves the second factor in force; a lost second factor is set up anew after the code. */
  recover(
    actor: Actor,
    accountId: string,
    { lost, reason }: InputOf<typeof recoverAccount>['body'],
  ): Promise<Answer> {
    return this.database.run(async () => {
      const account = await this.reachable.locked(actor, 'account.grant', accountId);
      await this.reachable.demandDesk(actor, accountId);
      this.demandFresh(actor);
      if (account.disabledAt !== null) throw new DomainError('account.closed');
      if (lost === 'second-factor') await this.rows.forgetSecret(accountId);
      return this.handOver(accountId, 'account.recover', { lost, reason });
    });
  }

  private async handOver(
    accountId: string,
    action: 'account.reopen' | 'account.recover',
    details: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    await this.rows.forgetPassword(accountId);
    await this.sessions.endAll(accountId, this.clock.now(), action, null);
    const { code, expiresAt } = await this.codes.issue(accountId, CODE_DAYS);
    await this.audit.record({ action, subject: { kind: 'account', id: accountId }, details });
    return { oneTimeCode: code, codeExpiresAt: expiresAt.toISOString() };
  }

  private demandFresh({ freshUntil }: Actor): void {
    if (freshUntil === null || freshUntil <= this.clock.now())
      throw new DomainError('session.fresh_authentication_required');
  }
}
