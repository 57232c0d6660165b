import type { ResponseOf, takeLease } from '@cam-nang/contracts';
import { Accounts } from '@cam-nang/identity';
import { Clock, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { LeaseStore } from '../persistence/lease-store.js';

/** A lease as screens show it. */
export type LeaseView = ResponseOf<typeof takeLease>['lease'];

/** A node of a change request. */
export interface LeasePlace {
  readonly requestId: string;
  readonly nodeId: string;
}

/** Who is writing where. */
@Injectable()
export class LeaseViews {
  constructor(
    private readonly leases: LeaseStore,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** The lease that holds now; null when nobody is writing. */
  async current(actor: Actor, { requestId, nodeId }: LeasePlace): Promise<LeaseView | null> {
    const lease = await this.leases.current(requestId, nodeId, this.clock.now());
    if (lease === null) return null;
    const names = await this.accounts.names([lease.holderId]);
    return {
      holder: names.get(lease.holderId) ?? '',
      mine: lease.holderId === actor.accountId,
      until: lease.until.toISOString(),
    };
  }
}
