import { DomainError, type Permission } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore, type ChangeRequestRow } from '../persistence/change-request-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import { CourseAccess } from './course-access.query.js';

/** A request with its course. */
export interface ReachedRequest {
  readonly request: ChangeRequestRow;
  readonly course: CourseRow;
}

/** A change request exists for a person only where the permission reaches its course. */
@Injectable()
export class RequestAccess {
  constructor(
    private readonly access: CourseAccess,
    private readonly requests: ChangeRequestStore,
  ) {}

  /** @throws DomainError `resource.not_found` */
  async read(actor: Actor, permission: Permission, requestId: string): Promise<ReachedRequest> {
    return this.reach(actor, permission, await this.requests.byId(requestId));
  }

  /** The same under the request's lock, for whoever changes it. */
  async lock(actor: Actor, permission: Permission, requestId: string): Promise<ReachedRequest> {
    return this.reach(actor, permission, await this.requests.lock(requestId));
  }

  private async reach(
    actor: Actor,
    permission: Permission,
    request: ChangeRequestRow | null,
  ): Promise<ReachedRequest> {
    if (request === null) throw new DomainError('resource.not_found');
    const course = await this.access.courseOf(actor, permission, request.curriculumId);
    return { request, course };
  }
}
