import type { readBoard, ResponseOf } from '@cam-nang/contracts';
import { LearningFacade } from '@cam-nang/learning';
import { Clock, type Actor } from '@cam-nang/platform';
import {
  CohortViews,
  ReachableCohort,
  TrainingFacade,
  type CohortRow,
  type EnrolmentRow,
} from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { BoardRepository } from '../persistence/board.repository.js';
import type { BoardRow } from '../policies/board-cells.js';
import { boardRow, type BoardFacts, type BoardSetting } from '../policies/board-row.js';
import { groupBy } from '../policies/group-by.js';

type Board = ResponseOf<typeof readBoard>;

const NO_PRESENCE = { planned: 0, present: 0, madeUp: 0, excused: 0 };
const GONE: ReadonlySet<EnrolmentRow['state']> = new Set(['withdrawn', 'transferred']);

/** Who is where in a cohort. */
@Injectable()
export class BoardQuery {
  constructor(
    private readonly reachable: ReachableCohort,
    private readonly views: CohortViews,
    private readonly training: TrainingFacade,
    private readonly learning: LearningFacade,
    private readonly repository: BoardRepository,
    private readonly clock: Clock,
  ) {}

  /** The cohort, when the person may follow it. @throws DomainError `resource.not_found` */
  cohort(actor: Actor, cohortId: string): Promise<CohortRow> {
    return this.reachable.of(actor, 'progress.read', cohortId);
  }

  async run(actor: Actor, cohortId: string): Promise<Board> {
    const cohort = await this.cohort(actor, cohortId);
    const [view, modules, rows] = await Promise.all([
      this.views.one(actor, cohort),
      this.learning.modules(cohort),
      this.rows(cohort),
    ]);
    return {
      cohort: view,
      modules: modules.map(({ code, title, titleEn, periods }) => ({
        code,
        title,
        titleEn,
        periods,
      })),
      rows,
      serverTime: this.clock.now().toISOString(),
    };
  }

  /** Lines in Vietnamese name order; of some people, or of everyone who has not left. */
  async rows(cohort: CohortRow, only?: ReadonlySet<string>): Promise<BoardRow[]> {
    const everyone = await this.training.enrolmentsOf(cohort.id);
    const people = everyone.filter(
      ({ id, state }) => !GONE.has(state) && (only === undefined || only.has(id)),
    );
    const [setting, facts] = await Promise.all([this.setting(cohort), this.facts(cohort, people)]);
    const now = this.clock.now();
    return facts.map((known) => boardRow(setting, known, now));
  }

  private async setting(cohort: CohortRow): Promise<BoardSetting> {
    const [ruleSet, quizzes, reports] = await Promise.all([
      this.training.ruleSetOf(cohort),
      this.learning.requiredQuizzes(cohort),
      this.learning.requiredReports(cohort),
    ]);
    return { ruleSet, quizzes, reports };
  }

  private async facts(cohort: CohortRow, people: readonly EnrolmentRow[]): Promise<BoardFacts[]> {
    const ids = people.map((person) => person.id);
    const [progress, attendance, absences] = await Promise.all([
      this.learning.progressOf(cohort, ids),
      this.training.attendance(cohort.id, ids),
      this.repository.absences(cohort.id),
    ]);
    const absencesOf = groupBy(absences, (one) => one.enrolmentId);
    return people.flatMap((person): BoardFacts[] => {
      const own = progress.get(person.id);
      if (own === undefined) return [];
      const absent = (absencesOf.get(person.id) ?? []).map(
        (one) => [one.moduleNodeId, one.periods] as const,
      );
      return [
        {
          person,
          progress: own,
          attendance: attendance.get(person.id) ?? NO_PRESENCE,
          absent: new Map(absent),
        },
      ];
    });
  }
}
