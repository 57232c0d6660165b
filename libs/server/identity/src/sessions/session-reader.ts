import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@cam-nang/contracts';
import { isDeskRole } from '@cam-nang/domain';
import { Clock, type Session, type SessionReader } from '@cam-nang/platform';
import { SessionRepository, type SessionRow } from '../persistence/session.repository.js';
import { tokenHash } from './session-tokens.js';

const TOUCH_EVERY_MS = 60_000;

/** What stands between the person and everything else: desk roles need a second factor. */
function pendingOf(row: SessionRow): ErrorCode | null {
  const needsFactor = row.roles.some((grant) => isDeskRole(grant.role));
  // Demonstration accounts exist only on an installation that nobody else can reach.
  if (needsFactor && !row.hasSecondFactor && !row.isDemonstration) {
    return 'session.second_factor_setup_required';
  }
  return null;
}

/** Finds the person behind a cookie, with the grants in force today. */
@Injectable()
export class DatabaseSessionReader implements SessionReader {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async read(token: string): Promise<Session | null> {
    const now = this.clock.now();
    const row = await this.sessions.read(tokenHash(token), now, this.clock.today());
    if (row === null) return null;
    if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
      await this.sessions.touch(row.sessionId, now);
    }
    return {
      accountId: row.accountId,
      personId: row.personId,
      sessionId: row.sessionId,
      sessionKind: row.kind,
      roles: row.roles,
      freshUntil: row.freshUntil,
      csrfToken: row.csrfToken,
      pending: pendingOf(row),
    };
  }
}
