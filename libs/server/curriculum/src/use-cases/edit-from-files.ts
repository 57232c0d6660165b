import type { LoadedCourse, LoadedNode } from '@cam-nang/content/course-format';
import { DomainError, ranksForOrder, revisionHashes, type RevisionContent } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { DraftStore, type DraftRow } from '../persistence/draft-store.js';
import { OverlayStore } from '../persistence/overlay-store.js';
import { checkedContent } from '../policies/content/check-content.js';
import type { PlacedNode } from '../policies/curriculum-version.js';
import { groupBy } from '../policies/group-by.js';
import { fileReasons, namedNodes, treeNodes } from '../policies/loaded-tree.js';
import { changedWords } from '../policies/node-words.js';
import type { Overlay } from '../policies/overlay.js';
import { DraftBases } from '../queries/draft-bases.query.js';
import { EditOverlay, type Editing } from './edit-overlay.js';
import { ImportTree } from './import-tree.js';

/** What of an edition of files a request takes over. */
export interface FilesToTake {
  readonly edition: LoadedCourse;
  /** The files to take; what stands in others is left as it is. All of them when absent. */
  readonly paths?: ReadonlySet<string>;
}

interface WantedNode {
  readonly nodeId: string;
  readonly parentId: string | null;
  /** Null leaves what is there. */
  readonly content: RevisionContent | null;
  readonly reason: string;
}

/** Brings a change request to what files say, as one edit of its author. */
@Injectable()
export class EditFromFiles {
  constructor(
    private readonly editOverlay: EditOverlay,
    private readonly tree: ImportTree,
    private readonly overlayRows: OverlayStore,
    private readonly drafts: DraftStore,
    private readonly bases: DraftBases,
  ) {}

  /**
   * With `paths` nothing is taken out; without, what the files do not have goes.
   *
   * @throws DomainError as every edit, and as `checkedContent` for what the files say
   */
  async run(actor: Actor, requestId: string, files: FilesToTake): Promise<void> {
    await this.editOverlay.run(actor, requestId, async (editing) => {
      const wanted = await this.wanted(editing, files);
      for (const node of wanted) await this.write(editing, node);
      await this.place(editing, wanted);
      if (files.paths === undefined) await this.takeOut(editing, wanted);
    });
  }

  private async wanted(
    { overlay, request, edit }: Editing,
    { edition, paths }: FilesToTake,
  ): Promise<readonly WantedNode[]> {
    const taken = (node: LoadedNode) => paths?.has(node.file) ?? true;
    const own = { ...edition, nodes: edition.nodes.filter(taken) };
    const ids = await this.tree.nodeIds(request.curriculumId, namedNodes(own), edit.by);
    const idOf = (slug: string) => {
      const id = ids.get(slug);
      if (id === undefined) throw new DomainError('resource.not_found', { slug });
      return id;
    };
    const nodes = new Map(treeNodes(own, idOf).map((node) => [node.nodeId, node]));
    const reasons = fileReasons(own, idOf);
    return edition.nodes.flatMap(({ slug }): WantedNode[] => {
      const nodeId = ids.get(slug) ?? '';
      const node = nodes.get(nodeId);
      if (node !== undefined) return [{ ...node, reason: spoken(reasons.get(nodeId)) }];
      const standing = overlay.result.byId.get(nodeId);
      if (standing === undefined) return [];
      return [{ nodeId, parentId: standing.parentId, content: null, reason: '' }];
    });
  }

  private async write({ overlay, edit }: Editing, wanted: WantedNode): Promise<void> {
    const { nodeId, content, reason } = wanted;
    const standing = overlay.result.byId.get(nodeId)?.contentHash;
    if (content === null || revisionHashes(content, sha256).contentHash === standing) return;
    const draft = await this.draft(overlay, nodeId, content);
    await this.overlayRows.touch(edit, nodeId);
    await this.overlayRows.setRevision(edit.requestId, nodeId, null);
    await this.drafts.save(edit.requestId, { ...draft, savedAt: edit.at, savedBy: edit.by });
    if (reason !== '') await this.overlayRows.explain(edit, nodeId, reason);
  }

  /** The next working text of a node, checked as one that comes from an editor. */
  private async draft(
    { base, drafts }: Overlay,
    nodeId: string,
    { kind, title: name, meta: settings, doc }: RevisionContent,
  ): Promise<Omit<DraftRow, 'savedAt' | 'savedBy'>> {
    const before = base.byId.get(nodeId);
    const draft = drafts.get(nodeId);
    const baseText = await this.bases.text(before?.docHash ?? null);
    const incoming = { title: name, meta: settings, document: doc };
    const content = checkedContent(kind, incoming, draft?.document ?? baseText);
    const hashes = revisionHashes(content, sha256);
    const { title, doc: document } = content;
    const meta = content.meta as unknown as PlacedNode['meta'];
    const shown = { nodeId, revisionId: nodeId, kind, title, meta, ...hashes };
    const standing = before === undefined ? null : { node: before, document: baseText };
    return {
      nodeId,
      version: (draft?.version ?? 0) + 1,
      ...{ title, meta, document },
      contentHash: hashes.contentHash,
      changedWords: changedWords(standing, { node: shown, document }),
    };
  }

  private async place({ overlay, edit }: Editing, wanted: readonly WantedNode[]): Promise<void> {
    const rankOf = ({ nodeId, parentId }: WantedNode) => {
      const standing = overlay.result.byId.get(nodeId);
      return standing?.parentId === parentId ? standing.rank : null;
    };
    for (const [parentId, siblings] of groupBy(wanted, (node) => node.parentId)) {
      if (parentId === null) continue;
      const order = siblings.map((node) => ({ nodeId: node.nodeId, rank: rankOf(node) }));
      for (const [index, { nodeId, rank }] of ranksForOrder(order).entries()) {
        if (order[index]?.rank !== rank) {
          await this.overlayRows.place(edit, nodeId, { parentId, rank });
        }
      }
    }
  }

  private async takeOut({ overlay, edit }: Editing, wanted: readonly WantedNode[]): Promise<void> {
    const kept = new Set(wanted.map(({ nodeId }) => nodeId));
    const gone = overlay.result.nodes.map(({ nodeId }) => nodeId).filter((id) => !kept.has(id));
    const known = gone.filter((id) => overlay.base.byId.has(id));
    await this.overlayRows.drop(
      edit.requestId,
      gone.filter((id) => !overlay.base.byId.has(id)),
    );
    if (known.length > 0) await this.overlayRows.setDeleted(edit, known);
  }
}

/** A reason as the comparison table prints it: the one who proposed the change is named in it. */
function spoken(
  said: { readonly reason: string; readonly proposedBy?: string } | undefined,
): string {
  if (said === undefined) return '';
  const { reason, proposedBy } = said;
  return proposedBy === undefined ? reason : `${reason} Theo đề xuất của ${proposedBy}.`;
}
