import { DomainError } from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { LineStore } from '../persistence/line-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { NodeStore } from '../persistence/node-store.js';
import { codeOfTitle } from '../policies/history-content.js';
import { CreateCourse } from './create-course.js';

/** Which course a history goes into. */
export interface HistoryCourse {
  readonly title: string;
  /** Made of the title when absent. */
  readonly code?: string;
  /** Days that the history has. */
  readonly dates: readonly string[];
}

/** Finds the course that a history continues, or sets it up at the top of the country. */
@Injectable()
export class OpenHistory {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly lines: LineStore,
    private readonly nodes: NodeStore,
    private readonly editions: EditionStore,
    private readonly create: CreateCourse,
    private readonly organisations: OrganisationFacade,
  ) {}

  /**
   * @throws DomainError `course.code_taken` when the code is that of a course of another kind, or when
   *   nobody named the code and the history that has it shares no day with this one
   */
  run(wanted: HistoryCourse): Promise<CourseRow> {
    const { title, code = codeOfTitle(title) } = wanted;
    return this.database.run(async () => {
      const known = await this.courses.byCode(code);
      if (known !== null) {
        await this.demandSameHistory(known, wanted);
        return known;
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

  private async demandSameHistory(known: CourseRow, wanted: HistoryCourse): Promise<void> {
    const { code, curriculumId, title } = known;
    const editions = await this.editions.ofCurricula([curriculumId]);
    if (!(await this.isHistory(known, editions)))
      throw new DomainError('course.code_taken', { code });
    // Titles are cut to codes: two histories may come to the same one by chance.
    const days = new Set(wanted.dates);
    const shared = editions.some(({ forceFrom }) => forceFrom !== null && days.has(forceFrom));
    if (wanted.code === undefined && editions.length > 0 && !shared) {
      throw new DomainError('course.code_taken', { code, history: title });
    }
  }

  /** A course without any commit may become one. */
  private async isHistory(
    { curriculumId }: CourseRow,
    editions: readonly EditionRow[],
  ): Promise<boolean> {
    const line = await this.lines.mainOf(curriculumId);
    if (line === null || line.headSeq === 0) return true;
    if (editions.some(({ recordOnly }) => recordOnly)) return true;
    return (await this.nodes.ofFiles(curriculumId)).length > 0;
  }
}
