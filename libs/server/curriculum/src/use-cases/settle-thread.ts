import type { answerThread, InputOf } from '@cam-nang/contracts';
import { blockById, DomainError, mergeDocuments, type RichNode } from '@cam-nang/domain';
import { Database, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { CommentStore, type ThreadEntryRow } from '../persistence/comment-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { wireDocument } from '../policies/wire-document.js';
import { SaveDraft } from './save-draft.js';
import { refused, WriteThread, type LockedThread } from './write-thread.js';

/** A suggestion of a thread. */
export interface SuggestionPlace {
  readonly threadId: string;
  readonly suggestionId: string;
}

/** Answers, resolves and reopens threads; takes wordings over or declines them. */
@Injectable()
export class SettleThread {
  constructor(
    private readonly database: Database,
    private readonly store: CommentStore,
    private readonly writing: WriteThread,
    private readonly saving: SaveDraft,
    private readonly reviews: ReviewStore,
  ) {}

  /** @throws DomainError `change_request.wrong_state`, `edition.wrong_state`, `comment.passage_changed` */
  answer(
    actor: Actor,
    threadId: string,
    { body, suggestion }: InputOf<typeof answerThread>['body'],
  ): Promise<void> {
    return this.database.run(async () => {
      if (body === '' && suggestion === null) throw refused('body', 'too_small');
      const locked = await this.writing.lock(actor, threadId);
      const { thread, subject } = locked;
      const by = actor.accountId;
      const suggests = suggestion !== null;
      if (suggests && subject.requestId === null) throw refused('suggestion', 'not_possible');
      const entries = await this.writing.decide(actor, locked, { kind: 'answer', by, suggests });
      const wording = await this.writing.wording(subject, thread.nodeId, suggestion);
      await this.writing.keep(actor, threadId, entries, { body, wording });
    });
  }

  /** @throws DomainError `comment.opener_resolves` and as above */
  setOpen(actor: Actor, threadId: string, open: boolean): Promise<void> {
    return this.database.run(async () => {
      const locked = await this.writing.lock(actor, threadId);
      const kind = open ? 'reopen' : 'resolve';
      const command = { kind, by: actor.accountId } as const;
      await this.writing.keep(actor, threadId, await this.writing.decide(actor, locked, command));
    });
  }

  /** @throws DomainError `comment.suggestion_settled`, `request.invalid`, `permission.denied` and as above */
  decline(actor: Actor, place: SuggestionPlace, reason: string): Promise<void> {
    return this.database.run(async () => {
      const { threadId, suggestionId } = place;
      const locked = await this.writing.lock(actor, threadId);
      const by = actor.accountId;
      const command = { kind: 'decline', by, suggestionId, reason } as const;
      const entries = await this.writing.decide(actor, locked, command);
      await this.writing.keep(actor, threadId, entries, { body: reason });
    });
  }

  /**
   * Saves the working text with the proposed words, as if they had been typed; what was written in the block
   * since is kept. The proposer counts as somebody who wrote in the request: no verdict on it (law 8).
   *
   * @throws DomainError `comment.passage_changed` when the same words were changed since, and as above
   */
  takeOver(actor: Actor, { threadId, suggestionId }: SuggestionPlace): Promise<void> {
    return this.database.run(async () => {
      const locked = await this.writing.lock(actor, threadId);
      const by = actor.accountId;
      const command = { kind: 'take_over', by, suggestionId } as const;
      const entries = await this.writing.decide(actor, locked, command);
      const rows = await this.store.entries([threadId]);
      const suggestion = rows.find(({ id }) => id === suggestionId);
      if (suggestion === undefined) throw new DomainError('resource.not_found');
      await this.save(actor, locked, suggestion);
      await this.writing.keep(actor, threadId, entries);
    });
  }

  private async save(
    actor: Actor,
    { thread, subject }: LockedThread,
    suggestion: ThreadEntryRow,
  ): Promise<void> {
    const { nodeId, requestId } = thread;
    const node = subject.node(nodeId, 'after');
    const now = await subject.text(nodeId, 'after');
    if (requestId === null || node === undefined || now === null) {
      throw new DomainError('comment.passage_changed', { reason: 'gone' });
    }
    const document = withWording(now, suggestion);
    await this.reviews.recordEditor(requestId, suggestion.by, suggestion.at);
    await this.saving.run(actor, {
      params: { requestId, nodeId },
      body: {
        baseVersion: subject.draftVersion(nodeId),
        baseHash: node.contentHash,
        title: node.title,
        meta: { ...node.meta },
        document: wireDocument(document),
      },
    });
  }
}

/** The text with the wording merged into what its block is now. */
function withWording(now: RichNode, { blockBefore, blockAfter }: ThreadEntryRow): RichNode {
  const id = blockBefore?.attrs?.['id'];
  const block = typeof id === 'string' ? blockById(now, id) : null;
  if (blockBefore === null || blockAfter === null || block === null) {
    throw new DomainError('comment.passage_changed', { reason: 'gone' });
  }
  const only = (content: RichNode): RichNode => ({ type: 'doc', content: [content] });
  const merged = mergeDocuments(only(blockBefore), only(block), only(blockAfter), { hash: sha256 });
  const [result] = merged.document.content ?? [];
  if (merged.conflicts.length > 0 || result === undefined) {
    throw new DomainError('comment.passage_changed', { reason: 'collides' });
  }
  return replaced(now, block, result);
}

function replaced(node: RichNode, old: RichNode, next: RichNode): RichNode {
  if (node === old) return next;
  if (node.content === undefined) return node;
  return { ...node, content: node.content.map((child) => replaced(child, old, next)) };
}
