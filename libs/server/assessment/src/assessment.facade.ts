import { Injectable } from '@nestjs/common';
import type { Score } from '@cam-nang/domain';
import { AttemptRepository } from './persistence/attempt.repository.js';
import { GradingRepository } from './persistence/grading.repository.js';
import { ReportRepository, type SubmissionRow } from './persistence/report.repository.js';
import { HandIn } from './use-cases/hand-in.js';

/** A quiz attempt as other features see it. */
export interface AttemptSummary {
  readonly id: string;
  readonly enrolmentId: string;
  readonly quizNodeId: string;
  readonly purpose: 'practice' | 'final';
  readonly number: number;
  readonly closed: boolean;
  readonly openedAt: Date;
  readonly deadlineAt: Date | null;
  /** Exact points of the grading that counts; null while there is none. */
  readonly points: Score | null;
  /** Mark on the quiz's scale, hundredths. */
  readonly score: number | null;
  readonly scale: number | null;
  readonly passed: boolean | null;
}

/** A report as other features see it. */
export interface ReportSummary {
  readonly enrolmentId: string;
  readonly taskNodeId: string;
  readonly state: SubmissionRow['state'];
  readonly points: Score | null;
}

/** The few questions other features may ask about quizzes and reports. */
@Injectable()
export class AssessmentFacade {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly gradings: GradingRepository,
    private readonly reports: ReportRepository,
    private readonly handIn: HandIn,
  ) {}

  /** Attempts of people, in the order of their numbers. */
  async attemptsOf(enrolmentIds: readonly string[]): Promise<AttemptSummary[]> {
    const rows = await this.attempts.ofEnrolments(enrolmentIds);
    const gradings = await this.gradings.latestFigures(rows.map((row) => row.id));
    return rows.map((row) => {
      const grading = gradings.get(row.id);
      return {
        id: row.id,
        enrolmentId: row.enrolmentId,
        quizNodeId: row.quizNodeId,
        purpose: row.purpose,
        number: row.number,
        closed: row.closedAt !== null,
        openedAt: row.openedAt,
        deadlineAt: row.deadlineAt,
        points:
          grading === undefined ? null : { points: grading.points, maximum: grading.maxPoints },
        score: grading?.score ?? null,
        scale: grading?.scale ?? null,
        passed: grading?.passed ?? null,
      };
    });
  }

  async reportsOf(enrolmentIds: readonly string[]): Promise<ReportSummary[]> {
    const rows = await this.reports.standings(enrolmentIds);
    return rows.map(({ points, maxPoints, ...row }) => {
      const counts = row.state === 'marked' && points !== null && maxPoints !== null;
      return { ...row, points: counts ? { points, maximum: maxPoints } : null };
    });
  }

  /** Closes and grades what has run out of time in a cohort, so that results are complete. */
  closeDue(cohortId: string): Promise<number> {
    return this.handIn.closeDue(cohortId);
  }
}
