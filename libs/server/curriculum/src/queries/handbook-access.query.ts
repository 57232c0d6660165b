import { DomainError } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';

/** Who may read a handbook. To everybody else it does not exist. */
@Injectable()
export class HandbookAccess {
  constructor(
    private readonly courses: CourseStore,
    private readonly editions: EditionStore,
    private readonly scope: Scope,
    private readonly organisations: OrganisationFacade,
  ) {}

  /** @throws DomainError `resource.not_found` for who may not read it */
  async course(actor: Actor | null, courseId: string): Promise<CourseRow> {
    return this.demand(actor, await this.courses.byId(courseId));
  }

  /** An edition that was issued, whatever became of it since; never a candidate. */
  async issued(actor: Actor | null, editionId: string): Promise<EditionRow> {
    const edition = await this.editions.byId(editionId);
    if (edition?.state !== 'issued') throw new DomainError('resource.not_found');
    await this.demand(actor, await this.courses.ofCurriculum(edition.curriculumId));
    return edition;
  }

  /**
   * A handbook is for everybody where the course says so; else for whoever serves in the owning
   * unit's country of communes (below it) or oversees it (above it).
   */
  private async demand(actor: Actor | null, course: CourseRow | null): Promise<CourseRow> {
    if (course?.handbookPublic === true) return course;
    if (course === null || actor === null) throw new DomainError('resource.not_found');
    const place = { unitId: course.ownerUnitId, courseId: course.id };
    if (await this.scope.reaches(actor, 'handbook.read', place)) return course;
    const below = new Set(await this.organisations.idsUnder([course.ownerUnitId]));
    const serves = this.scope.roots(actor, 'handbook.read').some((unit) => below.has(unit));
    if (!serves) throw new DomainError('resource.not_found');
    return course;
  }
}
