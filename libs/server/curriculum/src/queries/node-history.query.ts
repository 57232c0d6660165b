import type { readNodeHistory, readPassageHistory, ResponseOf } from '@cam-nang/contracts';
import {
  blame,
  blockById,
  diffTrees,
  DomainError,
  editionLabel,
  withDocuments,
  type NodeDiff,
  type RichNode,
  type VersionNode,
} from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineHistoryStore, type NodeStep } from '../persistence/line-history-store.js';
import { RevisionStore, type RevisionRow } from '../persistence/revision-store.js';
import { passageWords } from '../policies/passage-words.js';
import { stepBefore } from '../policies/step-before.js';
import { CourseAccess } from './course-access.query.js';

type NodeHistory = ResponseOf<typeof readNodeHistory>;
type Step = Omit<NodeHistory['steps'][number], 'before'>;

/** Which node of which course. */
export interface NodePlace {
  readonly courseId: string;
  readonly nodeId: string;
}

interface Told {
  /** What the node is, and was called last on the main line. */
  readonly named: Pick<NodeHistory, 'kind' | 'title'>;
  readonly steps: readonly Step[];
  readonly rows: readonly NodeStep[];
  readonly revisions: ReadonlyMap<string, RevisionRow>;
  readonly texts: ReadonlyMap<string, RichNode>;
}

/** How a node, and each passage in it, came to say what it says: by whom, when, why, by which edition. */
@Injectable()
export class NodeHistories {
  constructor(
    private readonly access: CourseAccess,
    private readonly history: LineHistoryStore,
    private readonly editions: EditionStore,
    private readonly revisions: RevisionStore,
    private readonly documents: DocumentStore,
    private readonly accounts: Accounts,
  ) {}

  /** Every revision that reached the line, the oldest first, each compared with the one before. */
  async node(actor: Actor, place: NodePlace): Promise<NodeHistory> {
    const { steps, rows, revisions, texts, named } = await this.told(actor, place);
    const changes = steps.map(({ revisionId }, index): NodeDiff | null => {
      const before = steps[stepBefore(rows, index) ?? -1]?.revisionId ?? null;
      const [a, b] = [revisions.get(before ?? ''), revisions.get(revisionId ?? '')];
      return a === undefined || b === undefined ? null : compared(a, b, texts);
    });
    return {
      nodeId: place.nodeId,
      ...named,
      steps: steps.map((step, index) => ({
        ...step,
        before: stepBefore(rows, index),
        diff: changes[index] ?? null,
      })),
    };
  }

  /** What a passage said from each revision on, and which of them brought the words it has now. */
  async passage(
    actor: Actor,
    place: NodePlace & { readonly blockId: string },
  ): Promise<ResponseOf<typeof readPassageHistory>> {
    const { steps, rows, revisions, texts, named } = await this.told(actor, place);
    const wordings = steps.map((step) => {
      const hash = revisions.get(step.revisionId ?? '')?.docHash ?? null;
      const document = hash === null ? undefined : texts.get(hash);
      const block = document === undefined ? null : blockById(document, place.blockId);
      return { step, text: block === null ? null : passageWords(block) };
    });
    if (wordings.every(({ text }) => text === null)) throw new DomainError('resource.not_found');
    const isNew = (index: number): boolean => {
      const before = stepBefore(rows, index);
      return wordings[index]?.text !== (wordings[before ?? -1]?.text ?? null);
    };
    const kept = wordings.flatMap((_, index) => (isNew(index) ? [index] : []));
    const changed = kept.flatMap((index) => {
      const [wording, row] = [wordings[index], rows[index]];
      const before = lastOf(kept, rows, index);
      return wording === undefined ? [] : [{ ...wording, before, onMain: row?.forkedAt === null }];
    });
    // As it stands is as the main line has it; errata to older editions are told beside it.
    const sources = changed.flatMap(({ text, onMain }, source) =>
      onMain ? [{ source, text }] : [],
    );
    const runs = blame(sources);
    return {
      nodeId: place.nodeId,
      ...named,
      blockId: place.blockId,
      wordings: changed.map(({ step, before, text }) => ({ ...step, before, text })),
      runs: runs.map(({ source, text }) => ({ wording: source, text })),
    };
  }

  private async told(actor: Actor, { courseId, nodeId }: NodePlace): Promise<Told> {
    const course = await this.access.course(actor, 'curriculum.read', courseId);
    const rows = await this.history.ofNode(course.curriculumId, nodeId);
    if (rows.length === 0) throw new DomainError('resource.not_found');
    const found = await this.revisions.byIds(rows.flatMap(({ revisionId }) => revisionId ?? []));
    if (found.some(({ kind }) => kind === 'question')) {
      await this.access.courseOf(actor, 'question.read', course.curriculumId);
    }
    const issued = (await this.editions.ofCurricula([course.curriculumId]))
      .filter((edition) => edition.state === 'issued')
      .sort((a, b) => a.seq - b.seq);
    const hashes = found.flatMap(({ docHash }) => (docHash === null ? [] : [docHash]));
    const revisions = new Map(found.map((revision) => [revision.id, revision]));
    const last = revisions.get(lastOnMain(rows)?.revisionId ?? '');
    if (last === undefined) throw new DomainError('resource.not_found');
    return {
      named: { kind: last.kind, title: last.title },
      steps: await this.steps(rows, issued),
      rows,
      revisions,
      texts: await this.documents.byHashes([...new Set(hashes)]),
    };
  }

  private async steps(
    rows: readonly NodeStep[],
    issued: readonly EditionRow[],
  ): Promise<readonly Step[]> {
    const authors = rows.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]));
    const names = await this.accounts.names([...new Set(authors)]);
    return rows.map((row): Step => {
      const edition = issued.find(({ lineId, seq }) => lineId === row.lineId && seq >= row.seq);
      return {
        at: row.at.toISOString(),
        author: row.authorId === null ? null : (names.get(row.authorId) ?? null),
        revisionId: row.revisionId,
        moved: row.moved,
        reason: row.reason ?? row.requestReason ?? '',
        proposedBy: row.proposedBy,
        request: requestOf(row),
        edition: edition === undefined ? null : editionOf(edition),
        diff: null,
      };
    });
  }
}

/** The last step that holds the node: on the main line, unless only errata to older editions ever held it. */
function lastOnMain(rows: readonly NodeStep[]): NodeStep | undefined {
  const held = rows.filter(({ revisionId }) => revisionId !== null);
  return held.findLast(({ forkedAt }) => forkedAt === null) ?? held.at(-1);
}

/** Where in `kept` the step is whose words one of them goes on from; null for the first. */
function lastOf(kept: readonly number[], rows: readonly NodeStep[], index: number): number | null {
  let before = stepBefore(rows, index);
  while (before !== null && !kept.includes(before)) before = stepBefore(rows, before);
  return before === null ? null : kept.indexOf(before);
}

function requestOf({ requestId, requestNumber, requestTitle }: NodeStep): Step['request'] {
  if (requestId === null || requestNumber === null) return null;
  return { id: requestId, number: requestNumber, title: requestTitle ?? '' };
}

function editionOf(row: EditionRow): NonNullable<Step['edition']> {
  const { id, decisionNo, decisionDate, forceFrom } = row;
  return { id, label: editionLabel(row), decisionNo, decisionDate, forceFrom };
}

/** One content of a node against another, with the words of its text. */
function compared(
  before: RevisionRow,
  after: RevisionRow,
  texts: ReadonlyMap<string, RichNode>,
): NodeDiff | null {
  const alone = (row: RevisionRow) => ({
    ...row,
    meta: row.meta as VersionNode['meta'],
    revisionId: row.id,
    parentId: null,
    rank: 'a0',
  });
  const hashes = new Map([before, after].map(({ id, docHash }) => [id, docHash]));
  const textOf = (revisionId: string) => texts.get(hashes.get(revisionId) ?? '') ?? null;
  return withDocuments(diffTrees([alone(before)], [alone(after)]), textOf).nodes[0] ?? null;
}
