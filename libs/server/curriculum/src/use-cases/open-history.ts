import { DomainError } from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { LineStore } from '../persistence/line-store.js';
import { NodeStore } from '../persistence/node-store.js';
import { codeOfTitle } from '../policies/history-content.js';
import { CreateCourse } from './create-course.js';

/** Which course a history goes into. */
export interface HistoryCourse {
  readonly title: string;
  /** Made of the title when absent. */
  readonly code?: string;
}

/** Finds the course that a history continues, or sets it up at the top of the country. */
@Injectable()
export class OpenHistory {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly lines: LineStore,
    private readonly nodes: NodeStore,
    private readonly create: CreateCourse,
    private readonly organisations: OrganisationFacade,
  ) {}

  /** @throws DomainError `course.code_taken` when the code is that of a course of another kind */
  run({ title, code = codeOfTitle(title) }: HistoryCourse): Promise<CourseRow> {
    return this.database.run(async () => {
      const known = await this.courses.byCode(code);
      if (known !== null) {
        if (await this.isHistory(known)) return known;
        throw new DomainError('course.code_taken', { code });
      }
      return this.create.run({
        code,
        title,
        titleEn: title,
        ownerUnitId: await this.organisations.rootUnit(),
        handbookPublic: false,
        recordOnly: false,
        isSample: false,
      });
    });
  }

  /** A course without any commit may become one. */
  private async isHistory({ curriculumId }: CourseRow): Promise<boolean> {
    const line = await this.lines.mainOf(curriculumId);
    if (line === null || line.headSeq === 0) return true;
    return (await this.nodes.ofFiles(curriculumId)).length > 0;
  }
}
