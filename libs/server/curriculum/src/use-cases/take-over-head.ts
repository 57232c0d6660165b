import {
  DomainError,
  revisionHashes,
  type MergedNode,
  type RevisionContent,
  type RichNode,
} from '@cam-nang/domain';
import { AUDIT_TRAIL, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { ChangeRequestStore, type ChangeRequestRow } from '../persistence/change-request-store.js';
import { DocumentStore } from '../persistence/document-store.js';
import { DraftStore, type DraftRow } from '../persistence/draft-store.js';
import { EditionStore } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import { NodeStore } from '../persistence/node-store.js';
import { OverlayStore } from '../persistence/overlay-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { checkedContent } from '../policies/content/check-content.js';
import type { PlacedNode } from '../policies/curriculum-version.js';
import { mergedOverlay, type MergedOverlay } from '../policies/merged-overlay.js';
import { touchedNodes } from '../policies/overlay.js';
import { changedWords } from '../policies/node-words.js';
import { TrialMerges, type TrialMerge } from '../queries/trial-merges.query.js';
import { EditOverlay, type Editing } from './edit-overlay.js';
import { ForkLine } from './fork-line.js';

/**
 * Merges what its line became into a request, so that it stands on the head: whole or not at all. An erratum that was
 * begun on the main line and is written elsewhere by now comes to that line by it.
 */
@Injectable()
export class TakeOverHead {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly trials: TrialMerges,
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly forks: ForkLine,
    private readonly nodes: NodeStore,
    private readonly requests: ChangeRequestStore,
    private readonly overlayRows: OverlayStore,
    private readonly drafts: DraftStore,
    private readonly documents: DocumentStore,
    private readonly reviews: ReviewStore,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  /**
   * Verdicts on a request that says something else afterwards no longer count, nor those on the same words over a line
   * that said others there.
   *
   * @throws DomainError `curriculum.nothing_changed` when the line did not go on,
   *   `curriculum.conflicts_open` with their number
   */
  async run(actor: Actor, requestId: string): Promise<void> {
    await this.editOverlay.run(actor, requestId, async (editing) => {
      const { request } = editing.overlay;
      await this.lockGround(request);
      const trial = await this.trials.of(request);
      if (trial.head.commitId === request.baseCommitId)
        throw new DomainError('curriculum.nothing_changed');
      const open = trial.merge.conflicts.length;
      if (open > 0) throw new DomainError('curriculum.conflicts_open', { open });
      await this.write(
        editing,
        trial,
        mergedOverlay(trial.overlay, trial.headVersion, trial.merge),
      );
      await this.requests.rebase(requestId, trial.head.commitId);
      const details = {
        ...{ fromSeq: request.baseSeq, toSeq: trial.head.seq },
        ...(trial.head.lineId !== request.baseLineId && {
          lineId: trial.head.lineId,
          otherWords: saysOtherwise(trial),
        }),
      };
      const { at, by } = editing.edit;
      await this.reviews.record({ requestId, event: 'rebased', actorId: by, at, payload: details });
      await this.audit.record({
        action: 'change-request.take-over',
        subject: { kind: 'change-request', id: requestId },
        details,
      });
    });
  }

  /** Before the line's lock the curriculum's: an erratum may be brought to a line that is forked for it. */
  private async lockGround(request: ChangeRequestRow): Promise<void> {
    await this.editions.lockCurriculum(request.curriculumId);
    await this.lines.lock((await this.forks.forMoved(request)) ?? request.baseLineId);
  }

  private async write(editing: Editing, trial: TrialMerge, plan: MergedOverlay): Promise<void> {
    const { edit } = editing;
    const back = [...trial.overlay.items.values()].filter(
      ({ nodeId, deleted }) => deleted && !plan.deleted.includes(nodeId),
    );
    const gone = new Set([...plan.dropped, ...back.map(({ nodeId }) => nodeId)]);
    await this.overlayRows.drop(edit.requestId, [...gone]);
    await this.overlayRows.setDeleted(edit, plan.deleted);
    await this.overlayRows.unplace(
      edit,
      [...trial.overlay.items.keys()].filter((id) => !plan.placed.has(id)),
    );
    for (const [nodeId, place] of plan.placed) await this.overlayRows.place(edit, nodeId, place);
    const kinds = new Map(
      (await this.nodes.byIds(plan.contents.map(({ nodeId }) => nodeId))).map((row) => [
        row.id,
        row.kind,
      ]),
    );
    for (const node of plan.contents) {
      const kind = kinds.get(node.nodeId);
      if (kind !== undefined) await this.writeContent(editing, trial, { node, kind });
    }
  }

  /** The working text becomes what the merge made; one that says so already stays as it is. */
  private async writeContent(
    { edit }: Editing,
    { overlay, headVersion }: TrialMerge,
    { node, kind }: { readonly node: MergedNode; readonly kind: PlacedNode['kind'] },
  ): Promise<void> {
    const { nodeId } = node;
    const draft = overlay.drafts.get(nodeId);
    const head = headVersion.byId.get(nodeId);
    const headText = await this.text(head?.docHash ?? null);
    const content = await this.contentOf(node, kind, { draft, headText });
    if (content === null) return;
    const hashes = revisionHashes(content, sha256);
    if (hashes.contentHash === draft?.contentHash) return;
    const { title, doc: document } = content;
    const meta = content.meta as unknown as PlacedNode['meta'];
    const base = head === undefined ? null : { node: head, document: headText };
    const shown = { nodeId, revisionId: nodeId, kind, title, meta, ...hashes };
    await this.overlayRows.touch(edit, nodeId);
    await this.drafts.save(edit.requestId, {
      nodeId,
      version: (draft?.version ?? 0) + 1,
      ...{ title, meta, document },
      savedAt: edit.at,
      savedBy: edit.by,
      contentHash: hashes.contentHash,
      changedWords: changedWords(base, { node: shown, document }),
    });
    await this.overlayRows.setRevision(edit.requestId, nodeId, null);
  }

  /** Null where the working text says it already. */
  private async contentOf(
    { content }: MergedNode,
    kind: PlacedNode['kind'],
    {
      draft,
      headText,
    }: { readonly draft: DraftRow | undefined; readonly headText: RichNode | null },
  ): Promise<RevisionContent | null> {
    if (content.from === 'merged') {
      const { title, meta, doc: document } = content;
      return checkedContent(kind, { title, meta, document }, headText);
    }
    if (content.node.contentHash === draft?.contentHash) return null;
    const { title, meta, docHash } = content.node;
    return { kind, title, meta, doc: await this.text(docHash) } as unknown as RevisionContent;
  }

  private async text(docHash: string | null): Promise<RichNode | null> {
    if (docHash === null) return null;
    return (await this.documents.byHashes([docHash])).get(docHash) ?? null;
  }
}

/** Whether the line holds other words where the request changes something. */
function saysOtherwise({ overlay, headVersion }: TrialMerge): boolean {
  return [...touchedNodes(overlay)].some((nodeId) => {
    const [was, is] = [overlay.base.byId.get(nodeId), headVersion.byId.get(nodeId)];
    return was?.contentHash !== is?.contentHash || was?.parentId !== is?.parentId;
  });
}
