import type { ResponseOf, takeLease } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import { Clock, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { LeaseStore } from '../persistence/lease-store.js';
import { RequestAccess } from '../policies/request-access.js';

/** How long a lease holds without being renewed. */
const LEASE_MS = 90_000;

/** A lease as screens show it. */
export type LeaseView = ResponseOf<typeof takeLease>['lease'];

interface LeasePlace {
  readonly requestId: string;
  readonly nodeId: string;
}

/** Soft leases: who is writing where. They warn, and yield to whoever insists. */
@Injectable()
export class Leases {
  constructor(
    private readonly access: RequestAccess,
    private readonly leases: LeaseStore,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** Takes or renews a lease. @throws DomainError `curriculum.lease_held` with the holder and until when */
  async take(actor: Actor, place: LeasePlace, insist: boolean): Promise<LeaseView> {
    await this.demandNode(actor, place);
    const at = this.clock.now();
    const until = new Date(at.getTime() + LEASE_MS);
    const holderId = actor.accountId;
    const taken = await this.leases.take({ ...place, holderId, until, at, insist });
    const lease = await this.current(actor, place);
    if (!taken || lease === null) throw new DomainError('curriculum.lease_held', { ...lease });
    return lease;
  }

  async release(actor: Actor, { requestId, nodeId }: LeasePlace): Promise<void> {
    await this.access.read(actor, 'curriculum.edit', requestId);
    await this.leases.release(requestId, nodeId, actor.accountId);
  }

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

  private async demandNode(actor: Actor, { requestId, nodeId }: LeasePlace): Promise<void> {
    const { request } = await this.access.read(actor, 'curriculum.edit', requestId);
    if (await this.leases.nodeExists(request.curriculumId, nodeId)) return;
    throw new DomainError('resource.not_found');
  }
}
