import { Injectable } from '@nestjs/common';
import type { QuestionType } from '@cam-nang/domain';
import { AttemptRepository, type AttemptRow } from '../persistence/attempt.repository.js';
import { QuestionContents } from './question-content.js';

/** What of an attempt never changes once it is open, and whether it was seen closed. */
export interface PinnedAttempt {
  readonly id: string;
  readonly personId: string;
  readonly openedAt: Date;
  readonly deadlineAt: Date | null;
  readonly closedAt: Date | null;
  readonly items: ReadonlyMap<
    number,
    { readonly nodeId: string; readonly revisionId: string; readonly type: QuestionType }
  >;
}

const MOST_KEPT = 20_000;
/** A kept attempt is read again after this time: another process may have closed it. */
const KEEP_MS = 5000;

/** Attempts for the path of saving answers: kept a few seconds, so that a save is one statement. */
@Injectable()
export class PinnedAttempts {
  readonly #kept = new Map<string, { readonly attempt: PinnedAttempt; readonly until: number }>();

  constructor(
    private readonly attempts: AttemptRepository,
    private readonly contents: QuestionContents,
  ) {}

  async of(id: string): Promise<PinnedAttempt | null> {
    const kept = this.#kept.get(id);
    if (kept !== undefined && kept.until > performance.now()) return kept.attempt;
    const row = await this.attempts.byId(id);
    if (row === null) return null;
    const attempt =
      kept === undefined ? await this.pin(row) : { ...kept.attempt, closedAt: row.closedAt };
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(id, { attempt, until: performance.now() + KEEP_MS });
    return attempt;
  }

  /** Forgets what is kept: the attempt has just been closed here. */
  forget(id: string): void {
    this.#kept.delete(id);
  }

  /** True when the attempt may have ended by the clock. */
  mayBeOver(attempt: PinnedAttempt, now: Date): boolean {
    return attempt.deadlineAt !== null && attempt.deadlineAt <= now;
  }

  private async pin(row: AttemptRow): Promise<PinnedAttempt> {
    const items = await this.attempts.items(row.id);
    const contents = await this.contents.of(items.map((item) => item.questionRevisionId));
    return {
      id: row.id,
      personId: row.personId,
      openedAt: row.openedAt,
      deadlineAt: row.deadlineAt,
      closedAt: row.closedAt,
      items: new Map(
        items.flatMap((item) => {
          const content = contents.get(item.questionRevisionId);
          if (content === undefined) return [];
          const pinned = {
            nodeId: item.questionNodeId,
            revisionId: item.questionRevisionId,
            type: content.type,
          };
          return [[item.slot, pinned] as const];
        }),
      ),
    };
  }
}
