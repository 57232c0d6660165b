import { Injectable } from '@nestjs/common';
import { CurriculumFacade, type EditionView } from '@cam-nang/curriculum';
import { DomainError, type RuleSet } from '@cam-nang/domain';
import { Clock, Database } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import { ShortMemory } from './short-memory.js';

/** How old an answer may be that changes when an edition is issued or renamed. */
const MOMENT_MS = 2000;
/** A rule set never changes. */
const LONG_MS = 3_600_000;

type Rules = Pick<RuleSet, 'quizzes' | 'dataConfirmed' | 'scale'>;
interface Titles {
  readonly title: string;
  readonly titleEn: string;
}

/** What a cohort goes by: its edition of today, its rules, the name of its course. */
@Injectable()
export class CohortTermsReader {
  readonly #editions = new ShortMemory<EditionView>(MOMENT_MS);
  readonly #rules = new ShortMemory<Rules>(LONG_MS);
  readonly #titles = new ShortMemory<Titles>(MOMENT_MS);

  constructor(
    private readonly database: Database,
    private readonly training: TrainingFacade,
    private readonly curriculum: CurriculumFacade,
    private readonly clock: Clock,
  ) {}

  edition(
    cohort: Pick<CohortRow, 'pinnedEditionId' | 'resultsClosedOn' | 'resultsClosedAt'>,
  ): Promise<EditionView> {
    const load = () => this.training.editionOf(cohort);
    // A transaction may read what is rolled back later: nothing of it is remembered.
    if (this.database.inTransaction()) return load();
    const { pinnedEditionId, resultsClosedOn, resultsClosedAt } = cohort;
    const closed = resultsClosedAt?.toISOString() ?? resultsClosedOn ?? '';
    const key = `${pinnedEditionId} ${closed} ${this.clock.today()}`;
    return this.#editions.of(key, load);
  }

  rules(cohort: Pick<CohortRow, 'ruleSetId'>): Promise<Rules> {
    const load = () => this.training.ruleSetOf(cohort);
    return this.database.inTransaction() ? load() : this.#rules.of(cohort.ruleSetId, load);
  }

  /** @throws DomainError `resource.not_found` */
  titles(courseId: string): Promise<Titles> {
    return this.#titles.of(courseId, async () => {
      const [course] = await this.curriculum.courses([courseId]);
      if (course === undefined) throw new DomainError('resource.not_found');
      return { title: course.title, titleEn: course.titleEn };
    });
  }
}
