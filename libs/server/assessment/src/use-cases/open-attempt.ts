import { randomBytes } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { openAttempt, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade, type RevisionView } from '@cam-nang/curriculum';
import {
  attemptDeadline,
  DEFAULT_SYNC_WINDOW_MS,
  DomainError,
  drawQuestions,
  mayOpenAttempt,
  ONE_MARK,
  presentQuestion,
  seededRandom,
  type QuizMeta,
  type SeededRandom,
} from '@cam-nang/domain';
import { Clock, Database, Ids, type Actor } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow, type EnrolmentRow } from '@cam-nang/training';
import {
  AttemptRepository,
  type AttemptRow,
  type ItemRow,
} from '../persistence/attempt.repository.js';
import { endOfCohort, phaseOf } from '../policies/attempt-times.js';
import { QUIZ_GATE, type QuizGate } from '../policies/quiz-gate.js';
import { AttemptViews } from '../queries/attempt-view.js';
import { QuestionContents } from '../queries/question-content.js';
import { GradeAttempt } from './grade-attempt.js';

/** A quiz as the cohort's edition holds it. */
interface PinnedQuiz {
  readonly editionId: string;
  readonly revision: RevisionView;
  readonly meta: QuizMeta;
}

const OPEN_STATES = ['confirmed', 'studying'];

/** Opens an attempt, or takes up the one that is open: a second click never opens two. */
@Injectable()
export class OpenAttempt {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptRepository,
    private readonly training: TrainingFacade,
    private readonly curriculum: CurriculumFacade,
    private readonly contents: QuestionContents,
    private readonly views: AttemptViews,
    private readonly grade: GradeAttempt,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Optional() @Inject(QUIZ_GATE) private readonly gate?: QuizGate,
  ) {}

  run(
    actor: Actor,
    enrolmentId: string,
    quizNodeId: string,
  ): Promise<ResponseOf<typeof openAttempt>> {
    return this.database.run(async () => {
      const { enrolment, cohort } = await this.training.own(actor.personId, enrolmentId);
      await this.attempts.lockQuiz(enrolmentId, quizNodeId);
      await this.closeOverdue(enrolmentId, quizNodeId);
      const earlier = await this.attempts.ofQuiz(enrolmentId, quizNodeId);
      const open = earlier.find((attempt) => phaseOf(attempt, this.clock.now()) === 'open');
      const attempt = open ?? (await this.openNew(enrolment, cohort, quizNodeId, earlier));
      return this.views.taking(attempt);
    });
  }

  /** One whose time ran out behind a closed tab is handed in first: only one of a quiz can be open. */
  private async closeOverdue(enrolmentId: string, quizNodeId: string): Promise<void> {
    const now = this.clock.now();
    for (const { id, deadlineAt, closedAt } of await this.attempts.ofQuiz(
      enrolmentId,
      quizNodeId,
    )) {
      if (closedAt !== null || deadlineAt === null || deadlineAt >= now) continue;
      const attempt = await this.attempts.lock(id);
      if (attempt?.closedAt === null) await this.grade.close(attempt, deadlineAt, 'time_up');
    }
  }

  private async openNew(
    enrolment: EnrolmentRow,
    cohort: CohortRow,
    quizNodeId: string,
    earlier: readonly AttemptRow[],
  ): Promise<AttemptRow> {
    if (!OPEN_STATES.includes(enrolment.state) || cohort.state !== 'running') {
      throw new DomainError('enrolment.not_active', {
        state: enrolment.state,
        cohort: cohort.state,
      });
    }
    const quiz = await this.pinnedQuiz(cohort, quizNodeId);
    const reason = await this.gate?.reasonToWait(enrolment.id, quizNodeId);
    if (reason) throw new DomainError('study.locked', { ...reason });
    this.checkAttempts(quiz.meta, cohort, earlier);
    const id = this.ids.next();
    const items = await this.draw(quiz, enrolment.id, quizNodeId, id);
    const times = this.timesOf(quiz.meta, enrolment, cohort);
    await this.attempts.add(
      {
        id,
        enrolmentId: enrolment.id,
        editionId: quiz.editionId,
        quizNodeId,
        quizRevisionId: quiz.revision.id,
        purpose: quiz.meta.purpose,
        number: earlier.length + 1,
        seed: randomBytes(16),
        ...times,
      },
      items,
    );
    const attempt = await this.attempts.byId(id);
    if (attempt === null) throw new DomainError('resource.not_found');
    return attempt;
  }

  private async pinnedQuiz(cohort: CohortRow, quizNodeId: string): Promise<PinnedQuiz> {
    const edition = await this.training.editionOf(cohort);
    const revision = await this.curriculum.node(edition.id, quizNodeId);
    if (revision?.content.kind !== 'quiz') throw new DomainError('resource.not_found');
    return { editionId: edition.id, revision, meta: revision.content.meta };
  }

  private checkAttempts(meta: QuizMeta, cohort: CohortRow, earlier: readonly AttemptRow[]): void {
    const now = this.clock.now();
    const opening = mayOpenAttempt(
      {
        window: { opensAt: null, closesAt: endOfCohort(cohort).getTime() },
        limit: meta.attempts,
        attempts: earlier.map((attempt) => ({
          attemptId: attempt.id,
          phase: phaseOf(attempt, now),
        })),
      },
      now.getTime(),
    );
    if (opening.allowed) return;
    const { refusal } = opening;
    if (refusal.code === 'limit-reached')
      throw new DomainError('attempt.limit_reached', { ...refusal });
    throw new DomainError(refusal.code === 'closed' ? 'attempt.closed' : 'attempt.not_open_yet', {
      ...refusal,
    });
  }

  private timesOf(meta: QuizMeta, enrolment: EnrolmentRow, cohort: CohortRow) {
    const openedAt = this.clock.now();
    const deadline = attemptDeadline({
      startedAt: openedAt.getTime(),
      timeLimitMinutes: meta.timeLimitMinutes,
      extraMinutes: enrolment.extraMinutes,
      closesAt: endOfCohort(cohort).getTime(),
      handedInAt: null,
    });
    const deadlineAt = deadline === null ? null : new Date(deadline);
    const syncUntil = deadline === null ? null : new Date(deadline + DEFAULT_SYNC_WINDOW_MS);
    return { openedAt, deadlineAt, syncUntil };
  }

  private async draw(
    quiz: PinnedQuiz,
    enrolmentId: string,
    quizNodeId: string,
    seed: string,
  ): Promise<ItemRow[]> {
    const bankIds = quiz.meta.draws.map((draw) => draw.bankId);
    const banks = await this.curriculum.bankQuestions(quiz.editionId, bankIds);
    const random = seededRandom(seed);
    const drawn = drawQuestions(
      {
        draws: quiz.meta.draws,
        banks: new Map(
          [...banks].map(([bank, questions]) => [
            bank,
            questions.map((question) => question.nodeId),
          ]),
        ),
        seen: await this.attempts.seen(enrolmentId, quizNodeId),
        shuffle: quiz.meta.shuffle,
      },
      random,
    );
    if (!drawn.ok) throw new DomainError('curriculum.structure_invalid', { ...drawn.error });
    const revisionOf = new Map(
      [...banks.values()].flat().map((question) => [question.nodeId, question.revisionId]),
    );
    return this.present(drawn.value, revisionOf, quiz.meta.shuffle, random);
  }

  private async present(
    nodeIds: readonly string[],
    revisionOf: ReadonlyMap<string, string>,
    shuffle: boolean,
    random: SeededRandom,
  ): Promise<ItemRow[]> {
    const pinned = nodeIds.map((nodeId) => ({ nodeId, revisionId: revisionOf.get(nodeId) ?? '' }));
    const contents = await this.contents.of(pinned.map((item) => item.revisionId));
    return pinned.map((item, index) => {
      const content = contents.get(item.revisionId);
      if (content === undefined) throw new DomainError('resource.not_found');
      return {
        slot: index + 1,
        questionNodeId: item.nodeId,
        questionRevisionId: item.revisionId,
        optionOrder: presentQuestion(content, shuffle, random),
        points: ONE_MARK,
      };
    });
  }
}
