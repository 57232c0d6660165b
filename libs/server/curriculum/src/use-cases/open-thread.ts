import type { InputOf, openRequestThread } from '@cam-nang/contracts';
import { DomainError, passageOf } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CommentStore } from '../persistence/comment-store.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { ThreadSubjects, type ThreadSubject } from '../queries/thread-subjects.query.js';
import { refused, WriteThread } from './write-thread.js';

type Body = InputOf<typeof openRequestThread>['body'];

/** Says something about a passage for the first time. */
@Injectable()
export class OpenThread {
  constructor(
    private readonly database: Database,
    private readonly subjects: ThreadSubjects,
    private readonly courses: CourseAccess,
    private readonly store: CommentStore,
    private readonly writing: WriteThread,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `change_request.wrong_state`, `comment.passage_changed` when the words are not
   *   there any more, `permission.denied` for a blocking one by who does not review
   */
  onRequest(actor: Actor, requestId: string, body: Body): Promise<string> {
    return this.database.run(async () => {
      const subject = await this.subjects.request(actor, requestId, true);
      if (subject.closed !== null) throw new DomainError(subject.closed);
      const reviews = await this.courses.reaches(actor, 'change-request.review', subject.course);
      if (body.blocking && !reviews) throw new DomainError('permission.denied');
      return this.open(actor, subject, body);
    });
  }

  /** @throws DomainError as above, `edition.wrong_state`, `council.not_a_member` */
  onEdition(actor: Actor, editionId: string, body: Body): Promise<string> {
    return this.database.run(async () => {
      const subject = await this.subjects.edition(actor, editionId, true);
      if (subject.closed !== null) throw new DomainError(subject.closed);
      this.subjects.demandSpeaker(actor, subject);
      if (body.blocking) throw refused('blocking', 'not_possible');
      if (body.suggestion !== null) throw refused('suggestion', 'not_possible');
      if (body.passage.side !== 'after') throw refused('passage.side', 'not_possible');
      return this.open(actor, subject, body);
    });
  }

  private async open(actor: Actor, subject: ThreadSubject, body: Body): Promise<string> {
    const { nodeId, side } = body.passage;
    const node = subject.node(nodeId, side);
    if (node === undefined) throw new DomainError('resource.not_found');
    await this.subjects.demandReadable(actor, subject, node);
    if (body.body === '' && body.suggestion === null) throw refused('body', 'too_small');
    const passage = await this.passage(subject, body);
    const wording = await this.writing.wording(subject, nodeId, body.suggestion);
    const { requestId, editionId, course } = subject;
    const threadId = await this.store.insertThread({
      ...passage,
      ...{ requestId, editionId, nodeId, side },
      curriculumId: course.curriculumId,
      seenHash: body.seenHash,
      revisionId: editionId === null ? null : node.revisionId,
      blocking: body.blocking,
      openedBy: actor.accountId,
      openedAt: this.clock.now(),
    });
    const kind = wording === null ? 'comment' : 'suggestion';
    await this.writing.keep(actor, threadId, [{ kind, about: null }], {
      body: body.body,
      wording,
    });
    return threadId;
  }

  private async passage(subject: ThreadSubject, { passage: asked, seenHash }: Body) {
    if (asked.blockId === null) return { ...WHOLE };
    const document = await subject.text(asked.nodeId, asked.side);
    const passage = document === null ? null : passageOf(document, asked);
    if (passage !== null) return passage;
    // Whoever saw the text as it stands asks for words that were never there.
    if (seenHash === subject.seenHash) throw refused('passage.quote', 'not_in_text');
    throw new DomainError('comment.passage_changed', { field: 'passage.quote' });
  }
}

const WHOLE = { blockId: null, quote: '', before: '', after: '', offset: 0 };
