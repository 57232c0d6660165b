import { Injectable } from '@nestjs/common';
import type { handIn, ResponseOf } from '@cam-nang/contracts';
import { isAnswered } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { AttemptRepository } from '../persistence/attempt.repository.js';
import { GradingRepository, type GradingRow } from '../persistence/grading.repository.js';
import { OwnAttempt } from '../queries/own-attempt.js';
import { GradeAttempt } from './grade-attempt.js';

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

  /** Closes attempts whose time and sync window are over; safe to repeat. */
  async closeDue(cohortId: string | null): Promise<number> {
    const due = await this.attempts.due(this.clock.now(), cohortId);
    for (const { id } of due) {
      await this.database.run(async () => {
        const attempt = await this.attempts.lock(id);
        if (attempt === null || attempt.closedAt !== null) return;
        await this.grade.close(attempt, attempt.deadlineAt ?? this.clock.now(), 'time_up');
      });
    }
    return due.length;
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
