import { draftTitle, type InputOf, type saveDraft } from '@cam-nang/contracts';
import {
  DomainError,
  revisionHashes,
  sameTriple,
  type NodeConflict,
  type NodeResolution,
} from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import { InvalidRequest, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { DraftStore, type DraftRow } from '../persistence/draft-store.js';
import { ImageStore } from '../persistence/image-store.js';
import { OverlayStore } from '../persistence/overlay-store.js';
import { checkedDecision } from '../policies/checked-decision.js';
import { checkedContent, type IncomingContent } from '../policies/content/check-content.js';
import { idSource, mergeDraft, textHash, type KeptText } from '../policies/draft-merge.js';
import { refuseUnknownImages } from '../policies/content/unknown-images.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { DraftBases, type SavedText } from '../queries/draft-bases.query.js';
import type { PlacedNode } from '../policies/curriculum-version.js';
import { changedWords } from '../policies/node-words.js';
import { EditOverlay, type Editing } from './edit-overlay.js';

type Save = InputOf<typeof saveDraft>;
type Late = Pick<Save, 'params' | 'body'>;

/** Whose text came in with a save; nobody's where it came with the ground of the request. */
export interface CameIn {
  readonly savedBy: string | null;
  /** Whoever saves now saved that too: two people may have one name. */
  readonly mine: boolean;
}

interface Writing {
  readonly node: PlacedNode;
  readonly draft: DraftRow | undefined;
  readonly body: IncomingContent;
}

/** Saves the working text of a node: checked, with ids repaired, as the next version. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly access: CourseAccess,
    private readonly drafts: DraftStore,
    private readonly overlayRows: OverlayStore,
    private readonly bases: DraftBases,
    private readonly images: ImageStore,
    private readonly accounts: Accounts,
  ) {}

  /**
   * A save from an older version is merged with what others saved since, if it asks for that; answers whose
   * text came in. Nothing is written while both wrote at one place.
   *
   * @throws DomainError `curriculum.stale_draft` with the text as it stands now, the text that was
   *   sent, the one both came from and every place where both wrote; `curriculum.document_invalid`, `curriculum.question_invalid`
   *   and `request.invalid` with every field at fault
   */
  async run(actor: Actor, input: Pick<Save, 'params' | 'body'>): Promise<CameIn | null> {
    const { requestId, nodeId } = input.params;
    return this.editOverlay.run(actor, requestId, async (editing) => {
      const node = editing.overlay.result.byId.get(nodeId);
      if (node === undefined) throw new DomainError('resource.not_found');
      if (node.kind === 'question') await this.demandQuestions(actor, editing);
      const draft = editing.overlay.drafts.get(nodeId);
      const { baseVersion, baseHash } = input.body;
      const isLate = (draft?.version ?? 0) !== baseVersion || node.contentHash !== baseHash;
      if (isLate) return this.saveLate(editing, node, input);
      await this.save(editing, { node, draft, body: input.body });
      return null;
    });
  }

  /** Merges what was sent with what was saved meanwhile; both are kept where that cannot be done. */
  private async saveLate(editing: Editing, node: PlacedNode, input: Late): Promise<CameIn> {
    const { nodeId } = node;
    const draft = editing.overlay.drafts.get(nodeId);
    const saved = await this.bases.now(editing.overlay, node);
    const base = await this.bases.of(node, input);
    const { merge = false, decisions = [] } = input.body;
    if (!merge || base === null) throw await this.stale(editing, input, { saved, base });
    if (await this.arrivedBefore(editing, node, input)) return this.whose(editing, draft?.savedBy);
    const source = idSource(base.document, saved.document);
    const { title, meta, doc: document } = checkedContent(node.kind, input.body, source);
    const sent = { title, meta: meta as unknown as KeptText['meta'], document };
    const sides = { nodeId, kind: node.kind, base, sent, saved };
    const { conflicts } = mergeDraft(sides, []);
    const merged = mergeDraft(sides, resolutions(conflicts, decisions));
    checkTitle(merged.text.title);
    if (merged.conflicts.length > 0)
      throw await this.stale(editing, input, { saved, base, conflicts: merged.conflicts });
    await this.save(editing, { node, draft, body: merged.text });
    return this.whose(editing, draft?.savedBy);
  }

  /**
   * Whether exactly this was saved already, over the very version, and only its answer got lost. Merged again from the
   * old version, what it brought in would meet what others made of it since. What came later is no answer to it: who
   * took the words back meanwhile and writes them anew wants them.
   */
  private async arrivedBefore({ edit }: Editing, { kind }: PlacedNode, late: Late) {
    const { params, body } = late;
    const save = await this.drafts.savedOver(params, body.baseVersion, edit.by);
    if (save === null) return false;
    const content = checkedContent(kind, body, save.document);
    return revisionHashes(content, sha256).contentHash === textHash(kind, save);
  }

  private async demandQuestions(actor: Actor, { course }: Editing): Promise<void> {
    if (await this.access.reaches(actor, 'question.edit', course)) return;
    throw new DomainError('resource.not_found');
  }

  private async save(editing: Editing, { node, draft, body }: Writing): Promise<void> {
    const before = editing.overlay.base.byId.get(node.nodeId);
    const baseText = await this.bases.text(before?.docHash ?? null);
    const content = checkedContent(node.kind, body, draft?.document ?? baseText);
    await refuseUnknownImages(content.doc, (hashes) => this.images.missing(hashes));
    const hashes = revisionHashes(content, sha256);
    if (hashes.contentHash === (draft ?? before)?.contentHash) return;
    const { title, doc: document } = content;
    const meta = content.meta as unknown as PlacedNode['meta'];
    const words = changedWords(before === undefined ? null : { node: before, document: baseText }, {
      node: { ...node, title, meta, ...hashes },
      document,
    });
    await this.write(editing, {
      nodeId: node.nodeId,
      version: nextVersion(draft),
      ...{ title, meta, document },
      savedAt: editing.edit.at,
      savedBy: editing.edit.by,
      contentHash: hashes.contentHash,
      changedWords: words,
    });
  }

  private async write({ edit }: Editing, draft: DraftRow): Promise<void> {
    await this.overlayRows.touch(edit, draft.nodeId);
    await this.overlayRows.setRevision(edit.requestId, draft.nodeId, null);
    await this.drafts.save(edit.requestId, draft);
  }

  private async stale(
    editing: Editing,
    { body }: Late,
    texts: {
      readonly saved: SavedText;
      readonly base: KeptText | null;
      readonly conflicts?: readonly NodeConflict[];
    },
  ): Promise<DomainError> {
    const { saved, base, conflicts = [] } = texts;
    const { title, meta, document } = body;
    const { savedAt, ...text } = saved;
    const whose = await this.whose(editing, saved.savedBy ?? undefined);
    const current = { ...text, savedAt: savedAt?.toISOString() ?? null, ...whose };
    const sent = { title, meta, document };
    return new DomainError('curriculum.stale_draft', { current, sent, base, conflicts });
  }

  private async whose({ edit }: Editing, accountId: string | undefined): Promise<CameIn> {
    if (accountId === undefined) return { savedBy: null, mine: false };
    const savedBy = (await this.accounts.names([accountId])).get(accountId) ?? '';
    return { savedBy, mine: accountId === edit.by };
  }
}

function nextVersion(draft: DraftRow | undefined): number {
  return (draft?.version ?? 0) + 1;
}

/** A title of one's own is held to what every title is held to. */
function checkTitle(title: string): void {
  if (draftTitle.safeParse(title).success) return;
  throw new InvalidRequest([{ path: 'decisions', code: 'title', message: 'no title' }]);
}

/** What was decided about the places that collide now; of no effect where one of the three texts is another. */
function resolutions(
  conflicts: readonly NodeConflict[],
  decided: NonNullable<Save['body']['decisions']>,
): NodeResolution[] {
  return decided.flatMap(({ conflictId: id, triple, decision }) => {
    const about = conflicts.find((one) => one.id === id && sameTriple(one.triple, triple));
    return about === undefined ? [] : [{ id, triple, decision: checkedDecision(about, decision) }];
  });
}
