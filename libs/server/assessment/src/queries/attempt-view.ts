import { Injectable } from '@nestjs/common';
import type { readAttempt, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError, type QuizMeta } from '@cam-nang/domain';
import { Clock } from '@cam-nang/platform';
import { AttemptRepository, type AttemptRow } from '../persistence/attempt.repository.js';
import { JournalReader, slotState } from './journal-reading.js';
import { presentForTaking, QuestionContents } from './question-content.js';

export type AttemptView = ResponseOf<typeof readAttempt>;

/** State of an attempt in the words of the contract. */
export function stateOf(attempt: AttemptRow): AttemptView['state'] {
  if (attempt.closedAt !== null) return 'graded';
  return attempt.handedInAt === null ? 'open' : 'waiting_for_answers';
}

/** An attempt as its taker sees it, with the answers that count so far. */
@Injectable()
export class AttemptViews {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly curriculum: CurriculumFacade,
    private readonly contents: QuestionContents,
    private readonly journal: JournalReader,
    private readonly clock: Clock,
  ) {}

  /** Title and rules of the quiz as the attempt pinned them. */
  async quizOf(attempt: AttemptRow): Promise<{ title: string; titleEn: string; meta: QuizMeta }> {
    const revision = (await this.curriculum.revisions([attempt.quizRevisionId])).get(
      attempt.quizRevisionId,
    );
    if (revision?.content.kind !== 'quiz') throw new DomainError('resource.not_found');
    const meta = revision.content.meta;
    return { title: revision.title, titleEn: meta.titleEn, meta };
  }

  async taking(attempt: AttemptRow): Promise<AttemptView> {
    const quiz = await this.quizOf(attempt);
    return {
      id: attempt.id,
      enrolmentId: attempt.enrolmentId,
      quizNodeId: attempt.quizNodeId,
      quizTitle: quiz.title,
      quizTitleEn: quiz.titleEn,
      purpose: attempt.purpose,
      number: attempt.number,
      attemptsAllowed: quiz.meta.attempts,
      state: stateOf(attempt),
      openedAt: attempt.openedAt.toISOString(),
      deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
      serverTime: this.clock.now().toISOString(),
      review: quiz.meta.review === 'immediate' ? 'immediate' : 'after_close',
      items: await this.items(attempt),
    };
  }

  private async items(attempt: AttemptRow): Promise<AttemptView['items']> {
    const rows = await this.attempts.items(attempt.id);
    const contents = await this.contents.of(rows.map((row) => row.questionRevisionId));
    const reading = await this.journal.read(attempt);
    return rows.map((row) => {
      const content = contents.get(row.questionRevisionId);
      if (content === undefined) throw new DomainError('resource.not_found');
      const state = slotState(reading, row.slot, content.type);
      return {
        slot: row.slot,
        question: presentForTaking(content, row.optionOrder),
        response: state.response === null ? null : writable(state.response),
        savedAt: state.savedAt?.toISOString() ?? null,
        flagged: state.flagged,
      };
    });
  }
}

type WireResponse = NonNullable<AttemptView['items'][number]['response']>;

/** The rules' response as the wire has it: same shape, lists of its own. */
export function writable(response: Parameters<typeof structuredClone>[0] & object): WireResponse {
  return structuredClone(response) as WireResponse;
}
