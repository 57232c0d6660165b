import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** A course and its curriculum. */
export interface CourseRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly curriculumId: string;
  readonly ownerUnitId: string;
  readonly handbookPublic: boolean;
  readonly recordOnly: boolean;
  readonly isSample: boolean;
}

const COLUMNS = `id, code, title, title_en as "titleEn", curriculum_id as "curriculumId",
  owner_unit_id as "ownerUnitId", handbook_public as "handbookPublic", record_only as "recordOnly",
  is_sample as "isSample"`;

/** Courses: what is taught, stable over time. */
@Injectable()
export class CourseStore {
  constructor(private readonly database: Database) {}

  async insert(course: CourseRow, at: Date): Promise<void> {
    await this.database.query('insert into curriculum (id, code, created_at) values ($1, $2, $3)', [
      course.curriculumId,
      course.code,
      at,
    ]);
    await this.database.query(
      `insert into course (id, code, title, title_en, curriculum_id, owner_unit_id, handbook_public, record_only,
         is_sample, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        course.id,
        course.code,
        course.title,
        course.titleEn,
        course.curriculumId,
        course.ownerUnitId,
        course.handbookPublic,
        course.recordOnly,
        course.isSample,
        at,
      ],
    );
  }

  async setTitle(id: string, title: string): Promise<void> {
    await this.database.query('update course set title = $2 where id = $1', [id, title]);
  }

  async byId(id: string): Promise<CourseRow | null> {
    const [row] = await this.database.query<CourseRow>(
      `select ${COLUMNS} from course where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async byIds(ids: readonly string[]): Promise<CourseRow[]> {
    return this.database.query<CourseRow>(
      `select ${COLUMNS} from course where id = any($1::uuid[])`,
      [ids],
    );
  }

  async byCode(code: string): Promise<CourseRow | null> {
    const [row] = await this.database.query<CourseRow>(
      `select ${COLUMNS} from course where code = $1`,
      [code],
    );
    return row ?? null;
  }

  async ofCurriculum(curriculumId: string): Promise<CourseRow | null> {
    const [row] = await this.database.query<CourseRow>(
      `select ${COLUMNS} from course where curriculum_id = $1`,
      [curriculumId],
    );
    return row ?? null;
  }

  /** Most words that come and go in one erratum of the curriculum. */
  async erratumLimits(curriculumId: string): Promise<{ readonly maxChangedWords: number }> {
    const [row] = await this.database.query<{ maxChangedWords: number }>(
      'select erratum_max_words as "maxChangedWords" from curriculum where id = $1',
      [curriculumId],
    );
    return row ?? { maxChangedWords: 0 };
  }

  /** Courses owned at or below the units, on the day, by code. */
  async ownedUnder(roots: readonly string[], onDay: string): Promise<CourseRow[]> {
    return this.database.query<CourseRow>(
      `select ${COLUMNS} from course where owner_unit_id in (select units_under($1::uuid[], $2::date)) order by code`,
      [roots, onDay],
    );
  }
}
