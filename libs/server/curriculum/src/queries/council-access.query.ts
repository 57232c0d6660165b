import { DomainError, type Permission } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CouncilStore, type CouncilRow } from '../persistence/council-store.js';
import type { EditionRow } from '../persistence/edition-store.js';
import { CourseAccess } from './course-access.query.js';

/** A council exists for a person where the permission reaches the course of what it judges. */
@Injectable()
export class CouncilAccess {
  constructor(
    private readonly councils: CouncilStore,
    private readonly courses: CourseAccess,
  ) {}

  /** @throws DomainError `resource.not_found` */
  async council(
    actor: Actor,
    permission: Permission,
    councilId: string,
  ): Promise<{ readonly council: CouncilRow; readonly edition: EditionRow }> {
    const council = await this.councils.byId(councilId);
    if (council === null) throw new DomainError('resource.not_found');
    const { edition } = await this.courses.edition(actor, permission, council.editionId);
    return { council, edition };
  }
}
