import {
  blockById,
  decideThread,
  DomainError,
  rewordBlock,
  wordingOf,
  type NewThreadEntry,
  type RichNode,
  type ThreadCommand,
  type ThreadEntryKind,
} from '@cam-nang/domain';
import type { answerThread, InputOf } from '@cam-nang/contracts';
import {
  AUDIT_TRAIL,
  Clock,
  InvalidRequest,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CommentStore, type ThreadRow } from '../persistence/comment-store.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { ThreadSubjects, type ThreadSubject } from '../queries/thread-subjects.query.js';

type Suggested = NonNullable<InputOf<typeof answerThread>['body']['suggestion']>;

/** A wording as it is kept: the block as it was seen and as it is to be. */
export interface Wording {
  readonly blockBefore: RichNode;
  readonly blockAfter: RichNode;
}

/** What goes with an entry in words. */
interface Said {
  readonly body?: string;
  readonly wording?: Wording | null;
}

const SPEAKING: ReadonlySet<ThreadEntryKind> = new Set(['comment', 'suggestion', 'declined']);
const NO_WORDING = { blockBefore: null, blockAfter: null };

/** A thread with what it is about, locked. */
export interface LockedThread {
  readonly thread: ThreadRow;
  readonly subject: ThreadSubject;
}

/** Puts commands on threads before the rules and keeps what they lead to. */
@Injectable()
export class WriteThread {
  constructor(
    private readonly store: CommentStore,
    private readonly subjects: ThreadSubjects,
    private readonly courses: CourseAccess,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `resource.not_found`, also for a thread out of one's reach, `council.not_a_member` */
  async lock(actor: Actor, threadId: string): Promise<LockedThread> {
    const thread = await this.store.byId(threadId);
    if (thread === null) throw new DomainError('resource.not_found');
    const subject = await this.subjects.ofThread(actor, thread, true);
    await this.subjects.demandReadable(actor, subject, { kind: thread.nodeKind });
    if (subject.closed === null) this.subjects.demandSpeaker(actor, subject);
    return { thread, subject };
  }

  /** What a command leads to. @throws DomainError with the code of the refusal */
  async decide(
    actor: Actor,
    { thread, subject }: LockedThread,
    command: ThreadCommand,
  ): Promise<readonly NewThreadEntry[]> {
    const entries = await this.store.entries([thread.id]);
    const { course, closed, requestId, writers } = subject;
    const decision = decideThread({ ...thread, entries }, command, {
      closed,
      mayEdit: requestId !== null && (await this.courses.reaches(actor, 'curriculum.edit', course)),
      mayOverrule:
        !writers.includes(actor.accountId) &&
        (await this.courses.reaches(actor, 'change-request.merge', course)),
    });
    if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
    return decision.value;
  }

  /** Keeps entries in order, each with its record in the audit trail. */
  async keep(
    actor: Actor,
    threadId: string,
    entries: readonly NewThreadEntry[],
    said: Said = {},
  ): Promise<void> {
    for (const { kind, about } of entries) {
      await this.store.insertEntry({
        ...{ threadId, kind, about },
        ...spoken(kind, said),
        by: actor.accountId,
        at: this.clock.now(),
      });
      await this.audit.record({
        action: `comment.${kind}`,
        subject: { kind: 'comment-thread', id: threadId },
        ...(about !== null && { details: { suggestionId: about } }),
      });
    }
  }

  /**
   * The wording that somebody proposes for a block.
   *
   * @throws InvalidRequest for a block that is no line of text, and for words that are the same
   * @throws DomainError `comment.passage_changed` when the block says something else than what was seen
   */
  async wording(
    subject: ThreadSubject,
    nodeId: string,
    asked: Suggested | null,
  ): Promise<Wording | null> {
    if (asked === null) return null;
    const document = await subject.text(nodeId, 'after');
    const block = document === null ? null : blockById(document, asked.blockId);
    if (block === null) throw new DomainError('comment.passage_changed', { field: 'suggestion' });
    const words = wordingOf(block);
    if (words === null) throw refused('suggestion.blockId', 'not_a_line');
    if (words.normalize('NFC').trim() !== asked.seen) {
      throw new DomainError('comment.passage_changed', { field: 'suggestion.seen' });
    }
    if (asked.words === asked.seen) throw refused('suggestion.words', 'same');
    return { blockBefore: block, blockAfter: rewordBlock(block, asked.words) };
  }
}

/** Of several entries that one act leads to, only the one that speaks carries the words. */
function spoken(kind: ThreadEntryKind, { body, wording }: Said) {
  const words = SPEAKING.has(kind) ? (body ?? '') : '';
  return { body: words, ...(kind === 'suggestion' && wording ? wording : NO_WORDING) };
}

/** A field that cannot be so. */
export function refused(path: string, code: string): InvalidRequest {
  return new InvalidRequest([{ path, code, message: code }]);
}
