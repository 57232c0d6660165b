import type { listCourses, readCourse, ResponseOf } from '@cam-nang/contracts';
import { grantsConferring } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import { correctionOf } from '../policies/errata-line.js';
import { CourseAccess } from './course-access.query.js';
import { CourseViews } from './course-views.query.js';
import { EditionViews } from './edition-views.query.js';

/** Courses within one's reach. */
@Injectable()
export class Courses {
  constructor(
    private readonly courses: CourseStore,
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly access: CourseAccess,
    private readonly courseViews: CourseViews,
    private readonly editionViews: EditionViews,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<ResponseOf<typeof listCourses>> {
    const courses = await this.withinReach(actor);
    return { courses: await this.courseViews.of(actor, courses) };
  }

  /** Candidates only for who may read the curriculum. @throws DomainError `resource.not_found` */
  async read(actor: Actor, courseId: string): Promise<ResponseOf<typeof readCourse>> {
    const row = await this.access.course(actor, 'course.read', courseId);
    const [course] = await this.courseViews.of(actor, [row]);
    if (course === undefined) throw new Error('one course, one view');
    const editions = await this.editions.ofCurricula([row.curriculumId]);
    const readsAll = await this.access.reaches(actor, 'curriculum.read', row);
    const shown = editions.filter((edition) => readsAll || edition.state === 'issued');
    const correctable = course.allowed.edit ? await this.correctable(editions) : [];
    return { course, editions: await this.editionViews.of(shown), correctable };
  }

  private async correctable(
    editions: readonly EditionRow[],
  ): Promise<ResponseOf<typeof readCourse>['correctable']> {
    const [first] = editions;
    if (first === undefined) return [];
    const lines = await this.lines.ofCurriculum(first.curriculumId);
    return editions
      .map((edition) => ({ edition, correction: correctionOf(edition, editions, lines) }))
      .flatMap(({ edition, correction }) =>
        correction === null
          ? []
          : [{ editionId: edition.id, next: correction.next, apart: correction.apart }],
      );
  }

  private async withinReach(actor: Actor): Promise<CourseRow[]> {
    const grants = grantsConferring(actor.roles, 'course.read');
    const whole = grants.filter((grant) => grant.courseId === null).map((grant) => grant.unitId);
    const single = grants.flatMap(({ courseId }) => (courseId === null ? [] : [courseId]));
    const owned = await this.courses.ownedUnder(whole, this.clock.today());
    const known = new Set(owned.map((course) => course.id));
    const named = await this.courses.byIds(single.filter((id) => !known.has(id)));
    const reached: CourseRow[] = [];
    for (const course of named) {
      if (await this.access.reaches(actor, 'course.read', course)) reached.push(course);
    }
    return [...owned, ...reached].sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
