import { setImmediate } from 'node:timers/promises';
import type {
  readNodeHistory,
  readNodeStep,
  readPassageHistory,
  ResponseOf,
} from '@cam-nang/contracts';
import {
  blame,
  blockById,
  diffTrees,
  DomainError,
  editionLabel,
  hanoiDate,
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
type Step = Omit<NodeHistory['steps'][number], 'before' | 'compares' | 'diff'>;

/** Steps whose words are compared at once: a lesson may have hundreds, and its text thousands of words. */
const COMPARED = 10;

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
}

/** A revision and the one that it goes on from. */
type Pair = readonly [before: RevisionRow, after: RevisionRow];

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

  /** Every revision that reached the line, the oldest first, the latest compared with the one before. */
  async node(actor: Actor, place: NodePlace): Promise<NodeHistory> {
    const told = await this.told(actor, place);
    const pairs = told.steps.map((_, index) => pairAt(told, index));
    const latest = pairs.flatMap((pair, index) => (pair === null ? [] : [index])).slice(-COMPARED);
    const texts = await this.texts(latest.flatMap((index) => pairs[index] ?? []));
    const changes = new Map<number, NodeDiff | null>();
    for (const index of latest) {
      const pair = pairs[index] ?? null;
      changes.set(index, pair === null ? null : compared(pair, texts));
      // A long lesson takes a tenth of a second: others get their turn in between.
      await setImmediate();
    }
    return {
      nodeId: place.nodeId,
      ...told.named,
      steps: told.steps.map((step, index) => ({
        ...step,
        before: stepBefore(told.rows, index),
        compares: pairs[index] !== null,
        diff: changes.get(index) ?? null,
      })),
    };
  }

  /**
   * What one step changed.
   *
   * @throws DomainError `resource.not_found` also where the history has no such step
   */
  async step(
    actor: Actor,
    place: NodePlace & { readonly step: number },
  ): Promise<ResponseOf<typeof readNodeStep>> {
    const told = await this.told(actor, place);
    if (told.steps[place.step] === undefined) throw new DomainError('resource.not_found');
    const pair = pairAt(told, place.step);
    return { diff: pair === null ? null : compared(pair, await this.texts(pair)) };
  }

  /** What a passage said from each revision on, and which of them brought the words it has now. */
  async passage(
    actor: Actor,
    place: NodePlace & { readonly blockId: string },
  ): Promise<ResponseOf<typeof readPassageHistory>> {
    const { steps, rows, revisions, named } = await this.told(actor, place);
    const texts = await this.texts([...revisions.values()]);
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
    const revisions = new Map(found.map((revision) => [revision.id, revision]));
    const last = revisions.get(lastOnMain(rows)?.revisionId ?? '');
    if (last === undefined) throw new DomainError('resource.not_found');
    return {
      named: { kind: last.kind, title: last.title },
      steps: await this.steps(rows, issued),
      rows,
      revisions,
    };
  }

  private texts(revisions: readonly RevisionRow[]): Promise<ReadonlyMap<string, RichNode>> {
    const hashes = revisions.flatMap(({ docHash }) => (docHash === null ? [] : [docHash]));
    return this.documents.byHashes([...new Set(hashes)]);
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
  const withdrawnOn = row.withdrawnAt === null ? null : hanoiDate(row.withdrawnAt);
  return { id, label: editionLabel(row), decisionNo, decisionDate, forceFrom, withdrawnOn };
}

/** The contents that a step is between; null where there is only one. */
function pairAt({ steps, rows, revisions }: Told, index: number): Pair | null {
  const before = steps[stepBefore(rows, index) ?? -1]?.revisionId ?? null;
  const [a, b] = [revisions.get(before ?? ''), revisions.get(steps[index]?.revisionId ?? '')];
  return a === undefined || b === undefined ? null : [a, b];
}

/** One content of a node against another, with the words of its text. */
function compared([before, after]: Pair, texts: ReadonlyMap<string, RichNode>): NodeDiff | null {
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
