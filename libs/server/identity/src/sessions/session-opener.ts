import { Injectable } from '@nestjs/common';
import { sessionPolicy } from '@cam-nang/domain';
import { Clock, Ids, SessionCookie } from '@cam-nang/platform';
import { AuditTrail } from '../audit/audit-trail.js';
import type { AccountRow } from '../persistence/account.repository.js';
import { GrantRepository } from '../persistence/grant.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { newToken, tokenHash } from './session-tokens.js';

/** Where a sign-in came from. */
export interface Visitor {
  readonly userAgent: string;
  readonly address: string;
}

/** A session just begun: its id, and the cookie that carries it. */
export interface OpenedSession {
  readonly token: string;
  readonly cookie: string;
}

const FRESH_MINUTES = 10;

/** Begins a session: 30 days for a trainee, 12 hours for whoever holds a desk role. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly grants: GrantRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cookie: SessionCookie,
    private readonly audit: AuditTrail,
  ) {}

  async open(account: AccountRow, visitor: Visitor, withFactor: boolean): Promise<OpenedSession> {
    const grants = await this.grants.of([account.id], this.clock.today());
    const policy = sessionPolicy(grants.map((grant) => grant.role));
    const at = this.clock.now();
    const token = newToken();
    const id = this.ids.next();
    await this.sessions.add({
      id,
      tokenHash: tokenHash(token),
      csrfToken: newToken(),
      accountId: account.id,
      kind: policy.kind === 'desk' ? 'desk' : 'learn',
      at,
      expiresAt: new Date(at.getTime() + policy.lifetimeHours * 3_600_000),
      freshUntil: new Date(at.getTime() + FRESH_MINUTES * 60_000),
      secondFactorAt: withFactor ? at : null,
      userAgent: visitor.userAgent.slice(0, 300),
      address: visitor.address,
    });
    await this.audit.record({
      action: 'session.begin',
      subject: { kind: 'account', id: account.id },
      details: { sessionId: id, kind: policy.kind },
    });
    return { token, cookie: this.cookie.issue(token, policy.lifetimeHours * 3600) };
  }

  freshUntil(): Date {
    return new Date(this.clock.now().getTime() + FRESH_MINUTES * 60_000);
  }
}
