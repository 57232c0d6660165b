import { Injectable } from '@nestjs/common';
import type { listDevices, ResponseOf } from '@cam-nang/contracts';
import { Clock, type Actor } from '@cam-nang/platform';
import { SessionRepository } from '../persistence/session.repository.js';

/** The open sessions of one's own account. */
@Injectable()
export class ListDevices {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<ResponseOf<typeof listDevices>> {
    const rows = await this.sessions.listOpen(actor.accountId, this.clock.now());
    return {
      devices: rows.map((row) => ({
        sessionId: row.sessionId,
        current: row.sessionId === actor.sessionId,
        userAgent: row.userAgent ?? '',
        createdAt: row.createdAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
      })),
    };
  }
}
