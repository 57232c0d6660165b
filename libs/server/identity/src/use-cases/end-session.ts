import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { AuditTrail } from '../audit/audit-trail.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** Ends one's own sessions: this one, or another device's. */
@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  signOut(actor: Actor): Promise<void> {
    return this.database.run(async () => {
      await this.sessions.end(actor.sessionId, this.clock.now(), 'signed out');
      await this.audit.record({
        action: 'session.end',
        subject: { kind: 'account', id: actor.accountId },
        details: { sessionId: actor.sessionId },
      });
    });
  }

  endDevice(actor: Actor, sessionId: string): Promise<{ done: true }> {
    return this.database.run(async () => {
      const ended = await this.sessions.endOwn(actor.accountId, sessionId, this.clock.now());
      if (!ended) throw new DomainError('resource.not_found');
      await this.audit.record({
        action: 'session.end-device',
        subject: { kind: 'account', id: actor.accountId },
        details: { sessionId },
      });
      return { done: true };
    });
  }
}
