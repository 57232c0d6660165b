import { Injectable } from '@nestjs/common';
import {
  DomainError,
  gradeQuestion,
  passes,
  sameJson,
  sumScores,
  toMark,
  WHOLE_SHARE,
  type QuizMeta,
} from '@cam-nang/domain';
import { Clock, Ids } from '@cam-nang/platform';
import { AttemptRepository, type AttemptRow } from '../persistence/attempt.repository.js';
import {
  GradingRepository,
  type GradedItem,
  type GradingRow,
} from '../persistence/grading.repository.js';
import { AttemptViews } from '../queries/attempt-view.js';
import { JournalReader, responseToGrade, slotState } from '../queries/journal-reading.js';
import { PinnedAttempts } from '../queries/pinned-attempts.js';
import { QuestionContents } from '../queries/question-content.js';

/** Grades an attempt from its pinned questions and the journal; gradings are appended, never changed. */
@Injectable()
export class GradeAttempt {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly gradings: GradingRepository,
    private readonly contents: QuestionContents,
    private readonly journal: JournalReader,
    private readonly views: AttemptViews,
    private readonly pinned: PinnedAttempts,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Closes an open attempt and grades it. The caller holds its lock. */
  async close(
    attempt: AttemptRow,
    handedInAt: Date,
    cause: 'handed_in' | 'time_up',
  ): Promise<GradingRow> {
    await this.attempts.close(attempt.id, handedInAt, this.clock.now(), cause);
    this.pinned.forget(attempt.id);
    return this.grade({ ...attempt, handedInAt }, cause);
  }

  /** Grades a closed attempt once more after late arrivals; the same result is not written twice. */
  async again(attempt: AttemptRow): Promise<GradingRow | null> {
    await this.attempts.lock(attempt.id);
    const before = (await this.gradings.latest([attempt.id])).get(attempt.id);
    const items = await this.gradeItems(attempt);
    if (before !== undefined && sameJson(before.items, items)) return null;
    return this.store(attempt, items, 'late_answers');
  }

  private async grade(attempt: AttemptRow, cause: GradingRow['cause']): Promise<GradingRow> {
    return this.store(attempt, await this.gradeItems(attempt), cause);
  }

  private async gradeItems(attempt: AttemptRow): Promise<GradedItem[]> {
    const rows = await this.attempts.items(attempt.id);
    const contents = await this.contents.of(rows.map((row) => row.questionRevisionId));
    const reading = await this.journal.read(attempt);
    return rows.map((row) => {
      const content = contents.get(row.questionRevisionId);
      if (content === undefined) throw new DomainError('resource.not_found');
      const response = responseToGrade(slotState(reading, row.slot, content.type), content.type);
      const { points, maximum, parts } = gradeQuestion(content, response, row.points);
      return {
        slot: row.slot,
        points,
        maximum,
        response,
        keyRevisionId: row.questionRevisionId,
        parts,
      };
    });
  }

  private async store(
    attempt: AttemptRow,
    items: readonly GradedItem[],
    cause: GradingRow['cause'],
  ): Promise<GradingRow> {
    const { meta } = await this.views.quizOf(attempt);
    const total = sumScores(items);
    const scale = meta.scale * 100;
    const score = toMark(total, scale);
    const grading: GradingRow = {
      id: this.ids.next(),
      attemptId: attempt.id,
      cause,
      points: total.points,
      maxPoints: total.maximum,
      score,
      scale,
      passed: passes(score, scale, passShare(meta)),
      items,
      gradedAt: this.clock.now(),
    };
    await this.gradings.add(grading);
    return grading;
  }
}

/** The pass mark of a quiz as a share of its scale, in basis points. */
export function passShare(meta: QuizMeta): number {
  return Math.round((meta.passMark * WHOLE_SHARE) / meta.scale);
}
