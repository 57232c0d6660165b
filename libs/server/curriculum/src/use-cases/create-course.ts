import { DomainError } from '@cam-nang/domain';
import { Clock, Database, Ids, isUniqueViolation } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { LineStore } from '../persistence/line-store.js';

/** A course to be set up. */
export type NewCourse = Omit<CourseRow, 'id' | 'curriculumId'>;

/** Sets a course up with an empty curriculum and its main line. */
@Injectable()
export class CreateCourse {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly lines: LineStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError `course.code_taken` */
  async run(course: NewCourse): Promise<CourseRow> {
    try {
      return await this.database.run(async () => {
        const at = this.clock.now();
        const row = { ...course, id: this.ids.next(), curriculumId: this.ids.next() };
        await this.courses.insert(row, at);
        await this.lines.create({ id: this.ids.next(), curriculumId: row.curriculumId, at });
        return row;
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('course.code_taken', { code: course.code });
    }
  }
}
