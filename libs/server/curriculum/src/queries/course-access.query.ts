import { DomainError, type Permission } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';

/** A course or edition exists for a person only where the permission reaches its owning unit. */
@Injectable()
export class CourseAccess {
  constructor(
    private readonly scope: Scope,
    private readonly courses: CourseStore,
    private readonly editions: EditionStore,
  ) {}

  /** @throws DomainError `resource.not_found`, also when the course lies outside the person's reach */
  async course(actor: Actor, permission: Permission, courseId: string): Promise<CourseRow> {
    const course = await this.courses.byId(courseId);
    if (course === null) throw new DomainError('resource.not_found');
    await this.scope.demand(actor, permission, placeOf(course));
    return course;
  }

  /** @throws DomainError as `course` */
  async edition(
    actor: Actor,
    permission: Permission,
    editionId: string,
  ): Promise<{ readonly course: CourseRow; readonly edition: EditionRow }> {
    const edition = await this.editions.byId(editionId);
    if (edition === null) throw new DomainError('resource.not_found');
    const course = await this.courseOf(actor, permission, edition.curriculumId);
    return { course, edition };
  }

  /** The course of a curriculum, within reach. */
  async courseOf(actor: Actor, permission: Permission, curriculumId: string): Promise<CourseRow> {
    const course = await this.courses.ofCurriculum(curriculumId);
    if (course === null) throw new DomainError('resource.not_found');
    await this.scope.demand(actor, permission, placeOf(course));
    return course;
  }

  /** Whether the permission reaches the course. */
  reaches(actor: Actor, permission: Permission, course: CourseRow): Promise<boolean> {
    return this.scope.reaches(actor, permission, placeOf(course));
  }
}

function placeOf(course: CourseRow) {
  return { unitId: course.ownerUnitId, courseId: course.id };
}
