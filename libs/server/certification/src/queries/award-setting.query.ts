import { DomainError, type RuleSet } from '@cam-nang/domain';
import {
  CurriculumFacade,
  type CourseRow,
  type EditionView,
  type OutlineNode,
} from '@cam-nang/curriculum';
import { LearningFacade } from '@cam-nang/learning';
import { Clock } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import {
  CertificateTypeRepository,
  type CertificateTypeRow,
} from '../persistence/certificate-type.repository.js';

/** The rule set a cohort is judged by. */
export type CohortRuleSet = RuleSet & {
  readonly code: string;
  readonly issuedBasis: string | null;
};

/** All that an award of a cohort rests on and that is the same for everyone. */
export interface AwardSetting {
  readonly cohort: CohortRow;
  readonly course: CourseRow;
  readonly edition: EditionView;
  readonly ruleSet: CohortRuleSet;
  readonly type: CertificateTypeRow;
  readonly outline: readonly OutlineNode[];
  /** Final quizzes, in reading order. */
  readonly quizIds: readonly string[];
  /** Tasks of reports, in reading order. */
  readonly reportIds: readonly string[];
  /** Hours of the edition, whole tiết. */
  readonly hours: number;
}

/** Gathers what an award of a cohort rests on. */
@Injectable()
export class AwardSettings {
  constructor(
    private readonly training: TrainingFacade,
    private readonly curriculum: CurriculumFacade,
    private readonly learning: LearningFacade,
    private readonly types: CertificateTypeRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `award.wrong_state` where no type of certificate is awarded for the course */
  async of(cohort: CohortRow): Promise<AwardSetting> {
    const [edition, ruleSet, courses, quizzes, reports, type] = await Promise.all([
      this.training.editionOf(cohort),
      this.training.ruleSetOf(cohort),
      this.curriculum.courses([cohort.courseId]),
      this.learning.requiredQuizzes(cohort),
      this.learning.requiredReports(cohort),
      this.types.forCourse(cohort.courseId, cohort.ownerUnitId, this.clock.today()),
    ]);
    const [course] = courses;
    if (course === undefined) throw new DomainError('resource.not_found');
    if (type === null) {
      throw new DomainError('award.wrong_state', { reason: 'no_certificate_type' });
    }
    const outline = await this.curriculum.outline(edition.id);
    return {
      cohort,
      course,
      edition,
      ruleSet,
      type,
      outline,
      quizIds: quizzes.map((quiz) => quiz.nodeId),
      reportIds: reports.map((task) => task.nodeId),
      hours: await this.hoursOf(edition.id, outline),
    };
  }

  /** Days times periods a day, as the root of the edition says. */
  private async hoursOf(editionId: string, outline: readonly OutlineNode[]): Promise<number> {
    const root = outline.find((node) => node.kind === 'root');
    const revision = root === undefined ? null : await this.curriculum.node(editionId, root.nodeId);
    if (revision?.content.kind !== 'root') throw new DomainError('resource.not_found');
    const { days, periodsPerDay } = revision.content.meta;
    return days * periodsPerDay;
  }
}
