import { Inject, Injectable, Optional } from '@nestjs/common';
import type { readQuizIntro, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError, mayOpenAttempt, type AttemptRefusal, type QuizMeta } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import { AttemptRepository, type AttemptRow } from '../persistence/attempt.repository.js';
import { GradingRepository } from '../persistence/grading.repository.js';
import { endOfCohort, phaseOf } from '../policies/attempt-times.js';
import { QUIZ_GATE, type GateReason, type QuizGate } from '../policies/quiz-gate.js';
import { stateOf } from './attempt-view.js';

type Intro = ResponseOf<typeof readQuizIntro>;

/** What a quiz asks and whether this trainee may open it now, with the reason when not. */
@Injectable()
export class QuizIntroQuery {
  constructor(
    private readonly training: TrainingFacade,
    private readonly curriculum: CurriculumFacade,
    private readonly attempts: AttemptRepository,
    private readonly gradings: GradingRepository,
    private readonly clock: Clock,
    @Optional() @Inject(QUIZ_GATE) private readonly gate?: QuizGate,
  ) {}

  async run(actor: Actor, enrolmentId: string, quizNodeId: string): Promise<Intro> {
    const { cohort } = await this.training.own(actor.personId, enrolmentId);
    const edition = await this.training.editionOf(cohort);
    const revision = await this.curriculum.node(edition.id, quizNodeId);
    if (revision?.content.kind !== 'quiz') throw new DomainError('resource.not_found');
    const meta = revision.content.meta;
    const attempts = await this.attempts.ofQuiz(enrolmentId, quizNodeId);
    const open = attempts.find((attempt) => phaseOf(attempt, this.clock.now()) === 'open');
    const reason =
      open === undefined
        ? await this.reason(enrolmentId, quizNodeId, meta, cohort, attempts)
        : null;
    return {
      quizNodeId,
      title: revision.title,
      titleEn: meta.titleEn,
      purpose: meta.purpose,
      questions: meta.draws.reduce((sum, draw) => sum + draw.count, 0),
      timeLimitMinutes: meta.timeLimitMinutes,
      attemptsAllowed: meta.attempts,
      attemptsUsed: attempts.length,
      passMark: meta.passMark * 100,
      scale: meta.scale * 100,
      mayOpen: reason === null,
      reason,
      openAttemptId: open?.id ?? null,
      attempts: await this.presentAll(attempts),
    };
  }

  private async reason(
    enrolmentId: string,
    quizNodeId: string,
    meta: QuizMeta,
    cohort: CohortRow,
    attempts: readonly AttemptRow[],
  ): Promise<GateReason | null> {
    if (cohort.state !== 'running')
      return { code: 'cohort-not-running', params: { state: cohort.state } };
    const waiting = await this.gate?.reasonToWait(enrolmentId, quizNodeId);
    if (waiting) return waiting;
    const now = this.clock.now();
    const opening = mayOpenAttempt(
      {
        window: { opensAt: null, closesAt: endOfCohort(cohort).getTime() },
        limit: meta.attempts,
        attempts: attempts.map((attempt) => ({
          attemptId: attempt.id,
          phase: phaseOf(attempt, now),
        })),
      },
      now.getTime(),
    );
    if (opening.allowed) return null;
    return refusalReason(opening.refusal);
  }

  private async presentAll(attempts: readonly AttemptRow[]): Promise<Intro['attempts']> {
    const gradings = await this.gradings.latest(attempts.map((attempt) => attempt.id));
    return attempts.map((attempt) => {
      const grading = gradings.get(attempt.id);
      return {
        id: attempt.id,
        number: attempt.number,
        state: stateOf(attempt),
        openedAt: attempt.openedAt.toISOString(),
        closedAt: attempt.closedAt?.toISOString() ?? null,
        score: grading?.score ?? null,
        scale: grading?.scale ?? null,
        passed: grading?.passed ?? null,
      };
    });
  }
}

/** A refusal as reasons are told: moments are called `at`, whatever they are the moments of. */
function refusalReason(refusal: AttemptRefusal): GateReason {
  switch (refusal.code) {
    case 'not-open-yet':
      return { code: refusal.code, params: { at: new Date(refusal.opensAt).toISOString() } };
    case 'closed':
      return { code: refusal.code, params: { at: new Date(refusal.closedAt).toISOString() } };
    default: {
      const { code, ...params } = refusal;
      return { code, params };
    }
  }
}
