import { Injectable } from '@nestjs/common';
import type { freshen, InputOf, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Database, type Actor } from '@cam-nang/platform';
import { AuditTrail } from '../audit/audit-trail.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { Credentials } from '../sessions/credentials.js';
import { SessionOpener } from '../sessions/session-opener.js';

/** Proves again who is there, before an act that cannot be undone. */
@Injectable()
export class FreshenSession {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly credentials: Credentials,
    private readonly sessions: SessionRepository,
    private readonly opener: SessionOpener,
    private readonly audit: AuditTrail,
  ) {}

  async run(
    actor: Actor,
    body: InputOf<typeof freshen>['body'],
    address: string,
  ): Promise<ResponseOf<typeof freshen>> {
    const account = await this.accounts.byId(actor.accountId);
    if (account === null) throw new DomainError('session.required');
    await this.credentials.prove(account.username, body, address);
    return this.database.run(async () => {
      const until = this.opener.freshUntil();
      await this.sessions.freshen(actor.sessionId, until);
      await this.audit.record({
        action: 'session.freshen',
        subject: { kind: 'account', id: actor.accountId },
      });
      return { freshUntil: until.toISOString() };
    });
  }
}
