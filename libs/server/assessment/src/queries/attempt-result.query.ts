import { Injectable } from '@nestjs/common';
import type { readResult, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError, rightResponse, type QuestionContent, type QuizMeta } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import {
  AttemptRepository,
  type AttemptRow,
  type ItemRow,
} from '../persistence/attempt.repository.js';
import {
  GradingRepository,
  type GradedItem,
  type GradingRow,
} from '../persistence/grading.repository.js';
import { endOfCohort } from '../policies/attempt-times.js';
import { OwnAttempt } from './own-attempt.js';
import { AttemptViews, stateOf, writable } from './attempt-view.js';
import { presentForTaking, QuestionContents } from './question-content.js';

type Result = ResponseOf<typeof readResult>;
type ResultItem = Result['items'][number];

/** How much of a graded attempt its taker may see now. */
interface Review {
  readonly level: Result['review'];
  readonly opensAt: Date | null;
}

const UNGRADED = { score: null, passed: null, outcomes: [], items: [] };

/** Result and feedback of one's own attempt, with the way back to the passage. */
@Injectable()
export class AttemptResultQuery {
  constructor(
    private readonly own: OwnAttempt,
    private readonly attempts: AttemptRepository,
    private readonly gradings: GradingRepository,
    private readonly views: AttemptViews,
    private readonly contents: QuestionContents,
    private readonly curriculum: CurriculumFacade,
    private readonly training: TrainingFacade,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, attemptId: string): Promise<Result> {
    const attempt = await this.own.of(actor, attemptId);
    const quiz = await this.views.quizOf(attempt);
    const grading = (await this.gradings.latest([attemptId])).get(attemptId);
    const review = await this.reviewOf(attempt, quiz.meta);
    const rows = await this.attempts.items(attemptId);
    const contents = await this.contents.of(rows.map((row) => row.questionRevisionId));
    const used = (await this.attempts.ofQuiz(attempt.enrolmentId, attempt.quizNodeId)).length;
    return {
      id: attempt.id,
      enrolmentId: attempt.enrolmentId,
      quizNodeId: attempt.quizNodeId,
      quizTitle: quiz.title,
      quizTitleEn: quiz.titleEn,
      purpose: attempt.purpose,
      number: attempt.number,
      state: stateOf(attempt),
      handedInAt: attempt.handedInAt?.toISOString() ?? null,
      scale: quiz.meta.scale * 100,
      passMark: quiz.meta.passMark * 100,
      review: review.level,
      reviewOpensAt: review.opensAt?.toISOString() ?? null,
      ...(grading === undefined
        ? UNGRADED
        : {
            score: grading.score,
            passed: grading.passed,
            outcomes: await this.outcomes(attempt, grading, review, rows, contents),
            items: await this.items(attempt, grading, review, rows, contents),
          }),
      mayTryAgain: quiz.meta.attempts === null || used < quiz.meta.attempts,
    };
  }

  /** Keys of a quiz that opens after the close stay shut until the cohort's study has ended. */
  private async reviewOf(attempt: AttemptRow, meta: QuizMeta): Promise<Review> {
    if (attempt.closedAt === null) return { level: 'score_only', opensAt: null };
    if (meta.review === 'immediate') return { level: 'full', opensAt: null };
    const cohort = await this.training.cohort(attempt.cohortId);
    if (cohort === null) throw new DomainError('resource.not_found');
    const opensAt = endOfCohort(cohort);
    const open = opensAt <= this.clock.now() || !['planned', 'running'].includes(cohort.state);
    return open ? { level: 'full', opensAt: null } : { level: 'own_answers', opensAt };
  }

  /**
   * Points by learning outcome. An outcome often has one question, and then its points are the answer to it: they
   * are shown together with what was right, not before.
   */
  private async outcomes(
    attempt: AttemptRow,
    grading: GradingRow,
    review: Review,
    rows: readonly ItemRow[],
    contents: ReadonlyMap<string, QuestionContent>,
  ): Promise<Result['outcomes']> {
    if (review.level !== 'full') return [];
    const sums = new Map<string, { points: number; maxPoints: number }>();
    for (const row of rows) {
      const code = contents.get(row.questionRevisionId)?.outcome ?? null;
      const graded = grading.items.find((item) => item.slot === row.slot);
      if (code === null || graded === undefined) continue;
      const sum = sums.get(code) ?? { points: 0, maxPoints: 0 };
      sums.set(code, {
        points: sum.points + graded.points,
        maxPoints: sum.maxPoints + graded.maximum,
      });
    }
    const texts = await this.curriculum.outcomes(attempt.editionId);
    return [...sums].map(([code, sum]) => {
      const outcome = texts.get(code);
      return { code, text: outcome?.text ?? code, textEn: outcome?.textEn ?? null, ...sum };
    });
  }

  private async items(
    attempt: AttemptRow,
    grading: GradingRow,
    review: Review,
    rows: readonly ItemRow[],
    contents: ReadonlyMap<string, QuestionContent>,
  ): Promise<ResultItem[]> {
    if (review.level === 'score_only') return [];
    const titles = await this.lessonTitles(attempt, contents);
    return rows.flatMap((row) => {
      const content = contents.get(row.questionRevisionId);
      const graded = grading.items.find((item) => item.slot === row.slot);
      if (content === undefined || graded === undefined) return [];
      return [presentItem(row, content, graded, review, titles)];
    });
  }

  private async lessonTitles(
    attempt: AttemptRow,
    contents: ReadonlyMap<string, QuestionContent>,
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set([...contents.values()].map((content) => content.lessonId));
    const nodes = await this.curriculum.outline(attempt.editionId);
    return new Map(
      nodes.filter((node) => wanted.has(node.nodeId)).map((node) => [node.nodeId, node.title]),
    );
  }
}

function presentItem(
  row: ItemRow,
  content: QuestionContent,
  graded: GradedItem,
  review: Review,
  titles: ReadonlyMap<string, string>,
): ResultItem {
  const full = review.level === 'full';
  const lessonId = content.lessonId;
  const title = lessonId === null ? undefined : titles.get(lessonId);
  return {
    slot: row.slot,
    question: presentForTaking(content, row.optionOrder),
    response: writable(graded.response),
    points: full ? graded.points : null,
    maxPoints: graded.maximum,
    rightAnswer: full ? writable(rightResponse(content)) : null,
    parts: full
      ? graded.parts.map((part) => ({
          id: part.partId,
          right: part.state === 'right' || part.state === 'folded',
          feedback: part.feedback,
        }))
      : [],
    feedback: full ? content.feedback : '',
    outcome: content.outcome,
    lesson:
      lessonId === null || title === undefined ? null : { nodeId: lessonId, title, blockId: null },
  };
}
