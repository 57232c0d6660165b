import type { addNode, InputOf } from '@cam-nang/contracts';
import { DomainError, revisionHashes, type RevisionContent } from '@cam-nang/domain';
import { Ids, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { DraftStore } from '../persistence/draft-store.js';
import { NodeStore } from '../persistence/node-store.js';
import { OverlayStore } from '../persistence/overlay-store.js';
import { newPartId } from '../policies/content/check-content.js';
import { newNodeContent } from '../policies/new-node-content.js';
import { newSlug } from '../policies/new-slug.js';
import { changedWords } from '../policies/node-words.js';
import { ranksFor } from '../policies/sibling-ranks.js';
import { EditOverlay, type Editing } from './edit-overlay.js';

type Body = InputOf<typeof addNode>['body'];

/** Adds a module, lesson, quiz, question … in a request. */
@Injectable()
export class AddNode {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly nodes: NodeStore,
    private readonly overlayRows: OverlayStore,
    private readonly drafts: DraftStore,
    private readonly ids: Ids,
  ) {}

  /** Answers the node's id. @throws DomainError `curriculum.structure_invalid` when it may not stand there */
  run(actor: Actor, requestId: string, body: Body): Promise<string> {
    return this.editOverlay.run(actor, requestId, async (editing) => {
      const nodeId = this.ids.next();
      const { result } = editing.overlay;
      const { kind, parentId, afterNodeId } = body;
      const ranks = ranksFor(result, { nodeId, kind, parentId, afterNodeId });
      const content = newNodeContent(result, body, newPartId);
      if (content === null) {
        const violations = [{ rule: 'kind_allowed', nodeId: null }];
        throw new DomainError('curriculum.structure_invalid', { violations });
      }
      await this.makeNode(editing, nodeId, body, content);
      for (const { nodeId: placed, rank } of ranks) {
        await this.overlayRows.place(editing.edit, placed, { parentId, rank });
      }
      await this.makeDraft(editing, nodeId, content);
      return nodeId;
    });
  }

  private async makeNode(
    { request, overlay, edit }: Editing,
    id: string,
    { kind, parentId }: Body,
    content: RevisionContent,
  ): Promise<void> {
    const rows = await this.nodes.ofCurriculum(request.curriculumId);
    const taken = new Set(rows.map((row) => row.slug));
    const parentSlug = overlay.result.byId.get(parentId)?.slug ?? '';
    const coded = content.kind === 'module' || content.kind === 'outcome';
    const code = coded ? content.meta.code : null;
    const slug = newSlug({ kind, code, parentSlug }, taken);
    const { curriculumId } = request;
    await this.nodes.insert([{ id, curriculumId, kind, slug, at: edit.at, by: edit.by }]);
  }

  private async makeDraft(
    { edit }: Editing,
    nodeId: string,
    content: RevisionContent,
  ): Promise<void> {
    const hashes = revisionHashes(content, sha256);
    const { kind, title, doc } = content;
    const meta = content.meta as unknown as Parameters<typeof changedWords>[1]['node']['meta'];
    const node = { nodeId, revisionId: nodeId, kind, title, meta, ...hashes };
    await this.drafts.save(edit.requestId, {
      nodeId,
      version: 1,
      title,
      meta,
      document: doc,
      savedAt: edit.at,
      savedBy: edit.by,
      contentHash: hashes.contentHash,
      changedWords: changedWords(null, { node, document: doc }),
    });
  }
}
