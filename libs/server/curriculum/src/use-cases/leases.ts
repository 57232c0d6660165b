import { DomainError } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { LeaseStore } from '../persistence/lease-store.js';
import { LeaseViews, type LeasePlace, type LeaseView } from '../queries/lease-views.query.js';
import { RequestAccess } from '../queries/request-access.query.js';

/** How long a lease holds without being renewed. */
const LEASE_MS = 90_000;

/** Soft leases: who is writing where. They warn, and yield to whoever insists. */
@Injectable()
export class Leases {
  constructor(
    private readonly access: RequestAccess,
    private readonly leases: LeaseStore,
    private readonly views: LeaseViews,
    private readonly clock: Clock,
  ) {}

  /** Takes or renews a lease. @throws DomainError `curriculum.lease_held` with the holder and until when */
  async take(actor: Actor, place: LeasePlace, insist: boolean): Promise<LeaseView> {
    await this.demandNode(actor, place);
    const at = this.clock.now();
    const until = new Date(at.getTime() + LEASE_MS);
    const holderId = actor.accountId;
    const taken = await this.leases.take({ ...place, holderId, until, at, insist });
    const lease = await this.views.current(actor, place);
    if (!taken || lease === null) throw new DomainError('curriculum.lease_held', { ...lease });
    return lease;
  }

  async release(actor: Actor, { requestId, nodeId }: LeasePlace): Promise<void> {
    await this.access.read(actor, 'curriculum.edit', requestId);
    await this.leases.release(requestId, nodeId, actor.accountId);
  }

  private async demandNode(actor: Actor, { requestId, nodeId }: LeasePlace): Promise<void> {
    const { request } = await this.access.read(actor, 'curriculum.edit', requestId);
    if (await this.leases.nodeExists(request.curriculumId, nodeId)) return;
    throw new DomainError('resource.not_found');
  }
}
