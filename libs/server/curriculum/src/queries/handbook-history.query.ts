import { setImmediate } from 'node:timers/promises';
import type { readLessonHistory, readLessonPassageHistory, ResponseOf } from '@cam-nang/contracts';
import { blame, blockById, DomainError, editionLabel, type RichNode } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineHistoryStore } from '../persistence/line-history-store.js';
import { LineStore } from '../persistence/line-store.js';
import { RevisionStore } from '../persistence/revision-store.js';
import { WithdrawalStore } from '../persistence/withdrawal-store.js';
import { changedLines, changedPassages, passagesOf } from '../policies/changed-passages.js';
import type { PlacedNode } from '../policies/curriculum-version.js';
import { EditionLines, editionSteps, type EditionStep } from '../policies/edition-steps.js';
import { metaText } from '../policies/node-meta.js';
import { passageWords } from '../policies/passage-words.js';
import { HandbookAccess } from './handbook-access.query.js';
import { Versions } from './versions.query.js';

type LessonHistory = ResponseOf<typeof readLessonHistory>;
type PassageHistory = ResponseOf<typeof readLessonPassageHistory>;
type Passages = LessonHistory['steps'][number]['passages'];
type EditionFacts = LessonHistory['steps'][number]['edition'];

/** Which lesson, as which edition shows it. */
export interface ReadPlace {
  readonly editionId: string;
  readonly nodeId: string;
}

/** An edition that did something to the lesson, with the lesson as it was and as it left it. */
interface Told extends EditionStep<EditionRow> {
  readonly facts: EditionFacts;
  readonly old: LessonText;
  readonly now: LessonText;
}

interface LessonText {
  readonly title: string | null;
  readonly hash: string | null;
  readonly document: RichNode | null;
}

interface Read {
  readonly edition: EditionRow;
  readonly node: PlacedNode;
  /** Ids of the edition that is read and of all that it goes on from. */
  readonly way: ReadonlySet<string>;
  readonly steps: readonly Told[];
}

/** Pairs of texts of which the changed passages are kept in memory: texts never change, so neither do they. */
const MOST_KEPT = 2000;

/**
 * How a lesson of the handbook, and each passage in it, came to say what it says: by issued editions alone. Who
 * wrote and which request brought the words is for the desk; a reader is told the decision and its reason.
 */
@Injectable()
export class HandbookHistories {
  readonly #passages = new Map<string, Passages>();

  constructor(
    private readonly access: HandbookAccess,
    private readonly versions: Versions,
    private readonly lines: LineStore,
    private readonly history: LineHistoryStore,
    private readonly editions: EditionStore,
    private readonly withdrawals: WithdrawalStore,
    private readonly revisions: RevisionStore,
    private readonly documents: DocumentStore,
  ) {}

  /** @throws DomainError `resource.not_found` for what is no lesson, and for who may not read it */
  async lesson(actor: Actor | null, place: ReadPlace): Promise<LessonHistory> {
    const read = await this.read(actor, place);
    const told: LessonHistory['steps'] = [];
    for (const step of read.steps) {
      const { old, now, what } = step;
      const rewritten = what === 'changed';
      told.push({
        ...plainStep(step),
        what,
        titleBefore: rewritten && old.title !== now.title ? old.title : null,
        passages: rewritten ? await this.passagesBetween(old, now) : [],
      });
    }
    return { ...placeOf(read), steps: told, changed: changedIn(read, told) };
  }

  /** Of hundreds of editions each takes its time: others get their turn in between. */
  private async passagesBetween(old: LessonText, now: LessonText): Promise<Passages> {
    const key = `${old.hash} ${now.hash}`;
    const known = this.#passages.get(key);
    if (known !== undefined) return known;
    const found = passagesBetween(old, now);
    this.#passages.set(key, found);
    for (const oldest of this.#passages.keys()) {
      if (this.#passages.size <= MOST_KEPT) break;
      this.#passages.delete(oldest);
    }
    await setImmediate();
    return found;
  }

  /** @throws DomainError `resource.not_found` also for a passage that no edition ever had */
  async passage(
    actor: Actor | null,
    place: ReadPlace & { readonly blockId: string },
  ): Promise<PassageHistory> {
    const { blockId } = place;
    const read = await this.read(actor, place);
    const wordings = read.steps
      .map((step) => ({ step, old: wordsIn(step.old, blockId), text: wordsIn(step.now, blockId) }))
      .filter(({ old, text }) => old !== text);
    if (wordings.length === 0) throw new DomainError('resource.not_found');
    const own = wordings.flatMap(({ step, text }, source) =>
      read.way.has(step.edition.id) ? [{ source, text }] : [],
    );
    return {
      ...placeOf(read),
      blockId,
      wordings: wordings.map(({ step, old, text }) => ({
        ...plainStep(step),
        text,
        lines: changedLines(old ?? '', text ?? '').map((line) => [...line]),
      })),
      runs: blame(own).map(({ source, text }) => ({ wording: source, text })),
    };
  }

  private async read(actor: Actor | null, { editionId, nodeId }: ReadPlace): Promise<Read> {
    const edition = await this.access.issued(actor, editionId);
    const node = (await this.versions.ofEdition(edition)).byId.get(nodeId);
    const isText = node?.kind === 'lesson' || node?.kind === 'annex';
    if (node === undefined || !isText) throw new DomainError('resource.not_found');
    const { curriculumId } = edition;
    const issued = (await this.editions.ofCurricula([curriculumId])).filter(
      ({ state }) => state === 'issued',
    );
    const lines = new EditionLines(issued, await this.lines.ofCurriculum(curriculumId));
    const steps = editionSteps(await this.history.ofNode(curriculumId, nodeId), lines);
    const way = new Set(lines.upTo(edition).map(({ id }) => id));
    return { edition, node, way, steps: await this.told(curriculumId, steps) };
  }

  private async told(
    curriculumId: string,
    steps: readonly EditionStep<EditionRow>[],
  ): Promise<readonly Told[]> {
    const rows = await this.revisions.byIds(steps.flatMap(({ revisionId }) => revisionId ?? []));
    const revisions = new Map(rows.map((row) => [row.id, row]));
    const hashes = new Set(rows.flatMap(({ docHash }) => docHash ?? []));
    const texts = await this.documents.byHashes([...hashes]);
    const withdrawals = await this.withdrawals.ofCurricula([curriculumId]);
    const withdrawn = new Map(withdrawals.map(({ editionId, on }) => [editionId, on]));
    const textOf = (revisionId: string | null): LessonText => {
      const revision = revisions.get(revisionId ?? '');
      const hash = revision?.docHash ?? null;
      return { title: revision?.title ?? null, hash, document: texts.get(hash ?? '') ?? null };
    };
    return steps.map((step) => ({
      ...step,
      facts: factsOf(step.edition, withdrawn.get(step.edition.id) ?? null),
      old: textOf(step.before),
      now: textOf(step.revisionId),
    }));
  }
}

/** What a passage says in a text; null where the text does not have it. */
function wordsIn({ document }: LessonText, blockId: string): string | null {
  const block = document === null ? null : blockById(document, blockId);
  return block === null ? null : passageWords(block);
}

function factsOf(row: EditionRow, withdrawnFrom: string | null): EditionFacts {
  const { id, kind, decisionNo, decisionDate, forceFrom, signerLabel: signer } = row;
  const label = editionLabel(row);
  return { id, label, kind, decisionNo, decisionDate, signer, forceFrom, withdrawnFrom };
}

function plainStep({ facts, reason, reasonEn }: Told) {
  return { edition: facts, reason, reasonEn };
}

function placeOf({ edition, node }: Read) {
  return {
    edition: { id: edition.id, label: editionLabel(edition) },
    nodeId: node.nodeId,
    label: node.label,
    title: node.title,
    titleEn: metaText(node, 'titleEn'),
  };
}

const EMPTY: RichNode = { type: 'doc' };

function passagesBetween(old: LessonText, now: LessonText): Passages {
  return changedPassages(old.document ?? EMPTY, now.document ?? EMPTY).map(
    ({ lines, ...passage }) => ({ ...passage, lines: lines.map((line) => [...line]) }),
  );
}

/** The passages of the text that is read which it or an edition before it wrote anew, each with the last that did. */
function changedIn({ steps, way }: Read, told: LessonHistory['steps']) {
  const last = new Map<string, number>();
  let document: RichNode | null = null;
  steps.forEach(({ edition, now }, step) => {
    if (!way.has(edition.id)) return;
    document = now.document;
    for (const { blockId } of told[step]?.passages ?? []) last.set(blockId, step);
  });
  return [...passagesOf(document).keys()].flatMap((blockId) => {
    const step = last.get(blockId);
    return step === undefined ? [] : [{ blockId, step }];
  });
}
