import type { readCourse, ResponseOf } from '@cam-nang/contracts';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import type { EditionRow } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import { CourseAccess } from './course-access.query.js';
import { nodesOfKind, type CurriculumVersion } from '../policies/curriculum-version.js';
import { metaOf } from '../policies/node-meta.js';
import { EditionViews } from './edition-views.query.js';
import { OpeningEditions } from './opening-editions.query.js';
import { Versions } from './versions.query.js';

type CourseView = ResponseOf<typeof readCourse>['course'];

/** Courses as screens show them, with the edition in force today and what the person may do. */
@Injectable()
export class CourseViews {
  constructor(
    private readonly access: CourseAccess,
    private readonly organisations: OrganisationFacade,
    private readonly opening: OpeningEditions,
    private readonly requests: ChangeRequestStore,
    private readonly lines: LineStore,
    private readonly versions: Versions,
    private readonly views: EditionViews,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, courses: readonly CourseRow[]): Promise<CourseView[]> {
    const units = await this.organisations.units(courses.map((course) => course.ownerUnitId));
    const names = new Map(units.map((unit) => [unit.id, unit.fullName]));
    const open = await this.requests.openCounts(courses.map((course) => course.curriculumId));
    const views: CourseView[] = [];
    for (const course of courses) {
      const inForce = await this.opening.on(course.curriculumId, this.clock.today());
      views.push({
        ...plain(course),
        ownerUnitName: names.get(course.ownerUnitId) ?? '',
        inForce: await this.views.ofMaybe(inForce),
        counts: countsOf(await this.version(course, inForce)),
        openRequests: open.get(course.curriculumId) ?? 0,
        allowed: await this.allowed(actor, course),
      });
    }
    return views;
  }

  private async allowed(actor: Actor, course: CourseRow): Promise<CourseView['allowed']> {
    const [edit, prepareEdition] = await Promise.all([
      this.access.reaches(actor, 'curriculum.edit', course),
      this.access.reaches(actor, 'edition.prepare', course),
    ]);
    return { edit: edit && !course.recordOnly, prepareEdition };
  }

  /** What is in force is counted; before the first edition, what the line holds. */
  private async version(
    course: CourseRow,
    inForce: EditionRow | null,
  ): Promise<CurriculumVersion | null> {
    if (inForce !== null) return this.versions.ofEdition(inForce);
    const line = await this.lines.mainOf(course.curriculumId);
    return line === null || line.headSeq === 0 ? null : this.versions.at(line.id, line.headSeq);
  }
}

function plain({ id, code, title, titleEn, ownerUnitId, isSample, recordOnly }: CourseRow) {
  return { id, code, title, titleEn, ownerUnitId, isSample, recordOnly };
}

function countsOf(version: CurriculumVersion | null): CourseView['counts'] {
  if (version === null) return { modules: 0, lessons: 0, questions: 0, periods: 0 };
  const root = metaOf(nodesOfKind(version, 'root')[0], 'root');
  return {
    modules: nodesOfKind(version, 'module').length,
    lessons: nodesOfKind(version, 'lesson').length,
    questions: nodesOfKind(version, 'question').length,
    periods: root === null ? 0 : root.days * root.periodsPerDay,
  };
}
