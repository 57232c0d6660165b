import { Injectable } from '@nestjs/common';
import type { handshake, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { JournalRepository } from '../persistence/journal.repository.js';

/** Tells a device the server's clock and how far its journal has come. */
@Injectable()
export class MeetDevice {
  constructor(
    private readonly journal: JournalRepository,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, deviceId: string): Promise<ResponseOf<typeof handshake>> {
    const now = this.clock.now();
    const known = await this.journal.meet(deviceId, actor.accountId, now);
    if (!known) throw new DomainError('resource.not_found');
    const last = await this.journal.lastOf(deviceId);
    return {
      serverTime: this.clock.now().toISOString(),
      lastSeq: last?.seq ?? 0,
      lastHash: last?.hash.toString('hex') ?? null,
    };
  }
}
