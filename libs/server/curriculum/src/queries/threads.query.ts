import type { answerThread, listRequestThreads, ResponseOf } from '@cam-nang/contracts';
import {
  blockById,
  blockId,
  diffText,
  DomainError,
  isThreadOpen,
  locatePassage,
  passageText,
  suggestionState,
  wordingOf,
  type PassagePlace,
  type RichNode,
  type Thread,
} from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CommentStore, type ThreadEntryRow, type ThreadRow } from '../persistence/comment-store.js';
import { inReadingOrder, readingPlace, type ReadingPlace } from '../policies/reading-place.js';
import { CourseAccess } from './course-access.query.js';
import { ThreadSubjects, type ThreadSubject } from './thread-subjects.query.js';

type ThreadView = ResponseOf<typeof answerThread>;
type ThreadList = ResponseOf<typeof listRequestThreads>;

/** Letters of a block that are enough to know it by. */
const LONGEST_WORDS = 80;

/** What the person may do in general with what threads are about. */
interface Rights {
  readonly comments: boolean;
  readonly edits: boolean;
  readonly reviews: boolean;
  readonly overrules: boolean;
}

/** Threads as screens show them: with the place where their passage is now. */
@Injectable()
export class Threads {
  constructor(
    private readonly store: CommentStore,
    private readonly subjects: ThreadSubjects,
    private readonly courses: CourseAccess,
    private readonly accounts: Accounts,
  ) {}

  async ofRequest(actor: Actor, requestId: string): Promise<ThreadList> {
    const subject = await this.subjects.request(actor, requestId);
    return this.list(actor, subject, await this.store.ofRequest(requestId));
  }

  async ofEdition(actor: Actor, editionId: string): Promise<ThreadList> {
    const subject = await this.subjects.edition(actor, editionId);
    return this.list(actor, subject, await this.store.ofEdition(editionId));
  }

  /** One thread, read anew after something was said in it. */
  async one(actor: Actor, threadId: string): Promise<ThreadView> {
    const thread = await this.store.byId(threadId);
    if (thread === null) throw new DomainError('resource.not_found');
    const subject = await this.subjects.ofThread(actor, thread);
    const { threads } = await this.list(actor, subject, [thread]);
    const [view] = threads;
    if (view === undefined) throw new Error('one thread, one view');
    return view;
  }

  private async list(
    actor: Actor,
    subject: ThreadSubject,
    rows: readonly ThreadRow[],
  ): Promise<ThreadList> {
    const rights = await this.rights(actor, subject);
    const seesKeys = await this.courses.reaches(actor, 'question.read', subject.course);
    const shown = rows.filter(({ nodeKind }) => seesKeys || nodeKind !== 'question');
    const entries = await this.store.entries(shown.map(({ id }) => id));
    const people = [...shown.map((row) => row.openedBy), ...entries.map(({ by }) => by)];
    const names = await this.accounts.names([...new Set(people)]);
    const placed: { at: ReadingPlace; thing: ThreadView }[] = [];
    for (const row of shown) {
      const own = entries.filter(({ threadId }) => threadId === row.id);
      const document = await subject.text(row.nodeId, row.side);
      const place = locatePassage(document, row);
      const at = readingPlace(subject.orderOf(row.nodeId), document, place);
      const blockWords = row.quote === '' ? firstWords(document, place) : '';
      const shownRow = { actor, subject, row, entries: own, names, place, rights, blockWords };
      placed.push({ at, thing: view(shownRow) });
    }
    const open = subject.closed === null;
    const { comments, reviews } = rights;
    return {
      threads: [...inReadingOrder(placed)],
      allowed: {
        comment: open && comments,
        block: open && reviews && subject.requestId !== null,
        suggest: open && comments && subject.requestId !== null,
      },
    };
  }

  private async rights(
    actor: Actor,
    { course, requestId, speakers, writers }: ThreadSubject,
  ): Promise<Rights> {
    const speaks = speakers === null || speakers.has(actor.accountId);
    const can = (permission: Parameters<CourseAccess['reaches']>[1]) =>
      this.courses.reaches(actor, permission, course);
    return {
      comments: speaks && (await can('curriculum.comment')),
      edits: requestId !== null && (await can('curriculum.edit')),
      reviews: await can('change-request.review'),
      overrules: !writers.includes(actor.accountId) && (await can('change-request.merge')),
    };
  }
}

interface Shown {
  readonly actor: Actor;
  readonly subject: ThreadSubject;
  readonly row: ThreadRow;
  readonly entries: readonly ThreadEntryRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly place: PassagePlace;
  readonly rights: Rights;
  readonly blockWords: string;
}

/** Enough of a block to know it by, where it does not stand beside what is said. */
function firstWords(document: RichNode | null, place: PassagePlace): string {
  if (document === null || place.state !== 'found') return '';
  const block = blockById(document, place.blockId);
  const words = block === null ? '' : passageText(block);
  if (words.length <= LONGEST_WORDS) return words;
  return `${words.slice(0, LONGEST_WORDS).replace(/\s+\S*$/u, '')}…`;
}

function view(shown: Shown): ThreadView {
  const { subject, row, entries, names, place } = shown;
  const { id, nodeId, nodeKind, side, quote, blocking } = row;
  const node = subject.node(nodeId, side) ?? subject.node(nodeId, 'before');
  const { state } = place;
  const start = 'start' in place ? place.start : null;
  const blockPlace = 'blockId' in place ? place.blockId : null;
  const thread = { openedBy: row.openedBy, blocking, entries };
  return {
    ...{ id, nodeId, kind: nodeKind, side, quote, blocking, blockWords: shown.blockWords },
    label: node?.label ?? '',
    title: node?.title ?? '',
    place: { state, blockId: blockPlace, start },
    open: isThreadOpen(thread),
    openedBy: names.get(row.openedBy) ?? '',
    openedAt: row.openedAt.toISOString(),
    entries: entries.map((entry) => entryView(shown, thread, entry)),
    allowed: allowed(shown, thread),
  };
}

function allowed({ actor, subject, rights }: Shown, thread: Thread): ThreadView['allowed'] {
  const may = subject.closed === null && rights.comments;
  const open = isThreadOpen(thread);
  const own = !thread.blocking || thread.openedBy === actor.accountId || rights.overrules;
  return {
    answer: may,
    resolve: may && open && own,
    reopen: may && !open,
    settle: may && rights.edits,
  };
}

function entryView(
  { actor, names }: Shown,
  thread: Thread,
  entry: ThreadEntryRow,
): ThreadView['entries'][number] {
  const { id, kind, by, at, body, about, blockBefore, blockAfter } = entry;
  const suggests = blockBefore !== null && blockAfter !== null;
  return {
    ...{ id, kind, body, about },
    by: names.get(by) ?? '',
    at: at.toISOString(),
    mine: by === actor.accountId,
    suggestion: suggests
      ? {
          state: suggestionState(thread, id),
          blockId: blockId(blockBefore) ?? '',
          diff: diffText(wordingOf(blockBefore) ?? '', wordingOf(blockAfter) ?? ''),
        }
      : null,
  };
}
