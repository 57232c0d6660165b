import type { readLessonHistory, readLessonPassageHistory, ResponseOf } from '@cam-nang/contracts';
import { blame, blockById, DomainError, editionLabel, type RichNode } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineHistoryStore } from '../persistence/line-history-store.js';
import { RevisionStore, type RevisionRow } from '../persistence/revision-store.js';
import { WithdrawalStore } from '../persistence/withdrawal-store.js';
import { changedLines, changedPassages, passagesOf } from '../policies/changed-passages.js';
import type { PlacedNode } from '../policies/curriculum-version.js';
import { editionSteps, type EditionStep } from '../policies/edition-steps.js';
import { metaText } from '../policies/node-meta.js';
import { passageWords } from '../policies/passage-words.js';
import { HandbookAccess } from './handbook-access.query.js';
import { Versions } from './versions.query.js';

type LessonHistory = ResponseOf<typeof readLessonHistory>;
type PassageHistory = ResponseOf<typeof readLessonPassageHistory>;
type EditionFacts = LessonHistory['steps'][number]['edition'];

/** Which lesson, as which edition shows it. */
export interface ReadPlace {
  readonly editionId: string;
  readonly nodeId: string;
}

/** An edition that did something to the lesson, with the lesson as it left it. */
interface Told extends EditionStep<EditionRow> {
  readonly facts: EditionFacts;
  readonly title: string | null;
  readonly document: RichNode | null;
}

interface Read {
  readonly edition: EditionRow;
  readonly node: PlacedNode;
  readonly steps: readonly Told[];
}

/**
 * How a lesson of the handbook, and each passage in it, came to say what it says: by issued editions alone. Who
 * wrote and which request brought the words is for the desk; a reader is told the decision and its reason.
 */
@Injectable()
export class HandbookHistories {
  constructor(
    private readonly access: HandbookAccess,
    private readonly versions: Versions,
    private readonly history: LineHistoryStore,
    private readonly editions: EditionStore,
    private readonly withdrawals: WithdrawalStore,
    private readonly revisions: RevisionStore,
    private readonly documents: DocumentStore,
  ) {}

  /** @throws DomainError `resource.not_found` for what is no lesson, and for who may not read it */
  async lesson(actor: Actor | null, place: ReadPlace): Promise<LessonHistory> {
    const read = await this.read(actor, place);
    const { steps } = read;
    const told = steps.map((step, index): LessonHistory['steps'][number] => {
      const before = steps[index - 1];
      const rewritten = step.what === 'changed' && before !== undefined;
      return {
        ...plainStep(step),
        what: step.what,
        titleBefore: rewritten && before.title !== step.title ? before.title : null,
        passages: rewritten ? passagesBetween(before, step) : [],
      };
    });
    return { ...placeOf(read), steps: told, changed: changedIn(read, told) };
  }

  /** @throws DomainError `resource.not_found` also for a passage that no edition ever had */
  async passage(
    actor: Actor | null,
    place: ReadPlace & { readonly blockId: string },
  ): Promise<PassageHistory> {
    const read = await this.read(actor, place);
    const said = read.steps.map((step) => {
      const block = step.document === null ? null : blockById(step.document, place.blockId);
      return { step, text: block === null ? null : passageWords(block) };
    });
    const changed = said.filter(({ text }, index) => text !== (said[index - 1]?.text ?? null));
    if (changed.length === 0) throw new DomainError('resource.not_found');
    return {
      ...placeOf(read),
      blockId: place.blockId,
      wordings: changed.map(({ step, text }, index) => ({
        ...plainStep(step),
        text,
        lines: changedLines(changed[index - 1]?.text ?? '', text ?? '').map((line) => [...line]),
      })),
      runs: blame(changed.map(({ text }, source) => ({ source, text }))).map(
        ({ source, text }) => ({ wording: source, text }),
      ),
    };
  }

  private async read(actor: Actor | null, { editionId, nodeId }: ReadPlace): Promise<Read> {
    const edition = await this.access.issued(actor, editionId);
    const node = (await this.versions.ofEdition(edition)).byId.get(nodeId);
    const isText = node?.kind === 'lesson' || node?.kind === 'annex';
    if (node === undefined || !isText) throw new DomainError('resource.not_found');
    const issued = (await this.editions.ofCurricula([edition.curriculumId]))
      .filter(({ state, lineId }) => state === 'issued' && lineId === edition.lineId)
      .sort((a, b) => a.seq - b.seq || a.major - b.major || a.minor - b.minor);
    const steps = editionSteps(await this.history.ofNode(edition.lineId, nodeId), issued);
    return { edition, node, steps: await this.told(edition.curriculumId, steps) };
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
    return steps.map((step) => {
      const revision = revisions.get(step.revisionId ?? '');
      return {
        ...step,
        facts: factsOf(step.edition, withdrawn.get(step.edition.id) ?? null),
        title: revision?.title ?? null,
        document: textOf(revision, texts),
      };
    });
  }
}

function textOf(revision: RevisionRow | undefined, texts: ReadonlyMap<string, RichNode>) {
  return texts.get(revision?.docHash ?? '') ?? null;
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

function passagesBetween(before: Told, after: Told): LessonHistory['steps'][number]['passages'] {
  return changedPassages(before.document ?? EMPTY, after.document ?? EMPTY).map(
    ({ lines, ...passage }) => ({ ...passage, lines: lines.map((line) => [...line]) }),
  );
}

/** The passages of the text that is read which an edition up to it wrote anew, each with the last that did. */
function changedIn({ edition, steps }: Read, told: LessonHistory['steps']) {
  const upTo = steps.findLastIndex((step) => step.edition.seq <= edition.seq);
  const last = new Map<string, number>();
  told.slice(0, upTo + 1).forEach(({ passages }, step) => {
    for (const { blockId } of passages) last.set(blockId, step);
  });
  return [...passagesOf(steps[upTo]?.document ?? null).keys()].flatMap((blockId) => {
    const step = last.get(blockId);
    return step === undefined ? [] : [{ blockId, step }];
  });
}
