import { Injectable } from '@nestjs/common';
import type { handIn, ResponseOf } from '@cam-nang/contracts';
import { isAnswered } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { AttemptRepository } from '../persistence/attempt.repository.js';
import { GradingRepository, type GradingRow } from '../persistence/grading.repository.js';
import { OwnAttempt } from '../queries/own-attempt.js';
import { GradeAttempt } from './grade-attempt.js';

/** Time for a device to hand in by itself when its clock has run down. */
const GRACE_MS = 20_000;

/** Hands an attempt in and grades it at once; handing in twice changes nothing. */
@Injectable()
export class HandIn {
  constructor(
    private readonly database: Database,
    private readonly own: OwnAttempt,
    private readonly attempts: AttemptRepository,
    private readonly gradings: GradingRepository,
    private readonly grade: GradeAttempt,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, attemptId: string): Promise<ResponseOf<typeof handIn>> {
    return this.database.run(async () => {
      const attempt = await this.own.locked(actor, attemptId);
      const known = (await this.gradings.latest([attemptId])).get(attemptId);
      if (attempt.closedAt !== null && known !== undefined) return summary(known);
      const now = this.clock.now();
      const overdue = attempt.deadlineAt !== null && now > attempt.deadlineAt;
      const grading = await this.grade.close(attempt, now, overdue ? 'time_up' : 'handed_in');
      return summary(grading);
    });
  }

  /**
   * Closes attempts whose time is over and grades them by what has arrived; safe to repeat. What was given in
   * time and arrives within the sync window is graded again then (`SaveAnswers`).
   */
  async closeDue(cohortId: string | null): Promise<number> {
    const due = await this.attempts.due(new Date(this.clock.now().getTime() - GRACE_MS), cohortId);
    const failures: unknown[] = [];
    for (const { id } of due) {
      // One that cannot be graded does not keep the others waiting.
      await this.closeOne(id).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some attempts were not closed');
    return due.length;
  }

  private closeOne(id: string): Promise<void> {
    return this.database.run(async () => {
      const attempt = await this.attempts.lock(id);
      if (attempt === null || attempt.closedAt !== null) return;
      await this.grade.close(attempt, attempt.deadlineAt ?? this.clock.now(), 'time_up');
    });
  }
}

function summary(grading: GradingRow): ResponseOf<typeof handIn> {
  return {
    state: 'graded',
    score: grading.score,
    scale: grading.scale,
    passed: grading.passed,
    unanswered: grading.items.filter((item) => !isAnswered(item.response)).length,
  };
}
