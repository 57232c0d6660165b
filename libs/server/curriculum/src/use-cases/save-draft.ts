import type { InputOf, saveDraft } from '@cam-nang/contracts';
import { DomainError, revisionHashes, type RichNode } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { DocumentStore } from '../persistence/document-store.js';
import { DraftStore, type DraftRow } from '../persistence/draft-store.js';
import { ImageStore } from '../persistence/image-store.js';
import { OverlayStore } from '../persistence/overlay-store.js';
import { checkedContent } from '../policies/content/check-content.js';
import { refuseUnknownImages } from '../policies/content/unknown-images.js';
import { CourseAccess } from '../queries/course-access.query.js';
import type { PlacedNode } from '../policies/curriculum-version.js';
import { changedWords } from '../policies/node-words.js';
import { EditOverlay, type Editing } from './edit-overlay.js';

type Save = InputOf<typeof saveDraft>;

/** Saves the working text of a node: checked, with ids repaired, as the next version. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly access: CourseAccess,
    private readonly drafts: DraftStore,
    private readonly overlayRows: OverlayStore,
    private readonly documents: DocumentStore,
    private readonly images: ImageStore,
    private readonly accounts: Accounts,
  ) {}

  /**
   * @throws DomainError `curriculum.stale_draft` with the text as it stands now, the text that was
   *   sent and the one both came from; `curriculum.document_invalid`, `curriculum.question_invalid`
   *   and `request.invalid` with every field at fault
   */
  async run(actor: Actor, input: Pick<Save, 'params' | 'body'>): Promise<void> {
    const { requestId, nodeId } = input.params;
    await this.editOverlay.run(actor, requestId, async (editing) => {
      const node = editing.overlay.result.byId.get(nodeId);
      if (node === undefined) throw new DomainError('resource.not_found');
      if (node.kind === 'question') await this.demandQuestions(actor, editing);
      const draft = editing.overlay.drafts.get(nodeId);
      if ((draft?.version ?? 0) !== input.body.baseVersion) {
        throw await this.stale(input, draft);
      }
      await this.save(editing, node, draft, input.body);
    });
  }

  private async demandQuestions(actor: Actor, { course }: Editing): Promise<void> {
    if (await this.access.reaches(actor, 'question.edit', course)) return;
    throw new DomainError('resource.not_found');
  }

  private async save(
    editing: Editing,
    node: PlacedNode,
    draft: DraftRow | undefined,
    body: Save['body'],
  ): Promise<void> {
    const before = editing.overlay.base.byId.get(node.nodeId);
    const baseText = await this.text(before?.docHash ?? null);
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

  private async text(docHash: string | null): Promise<RichNode | null> {
    if (docHash === null) return null;
    return (await this.documents.byHashes([docHash])).get(docHash) ?? null;
  }

  private async stale(
    { params, body }: Pick<Save, 'params' | 'body'>,
    draft: DraftRow | undefined,
  ): Promise<DomainError> {
    const { baseVersion, ...sent } = body;
    const base = await this.drafts.version(params.requestId, params.nodeId, baseVersion);
    if (draft === undefined) {
      return new DomainError('curriculum.stale_draft', { current: null, sent, base });
    }
    const names = await this.accounts.names([draft.savedBy]);
    const { version, title, meta, document, savedAt } = draft;
    const savedBy = names.get(draft.savedBy) ?? '';
    const current = { version, title, meta, document, savedAt: savedAt.toISOString(), savedBy };
    return new DomainError('curriculum.stale_draft', { current, sent, base });
  }
}

function nextVersion(draft: DraftRow | undefined): number {
  return (draft?.version ?? 0) + 1;
}
