import type { InputOf, saveDraft } from '@cam-nang/contracts';
import type { RichNode } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { DraftStore } from '../persistence/draft-store.js';
import { RevisionStore } from '../persistence/revision-store.js';
import type { PlacedNode } from '../policies/curriculum-version.js';
import { textHash, type KeptText } from '../policies/draft-merge.js';
import type { Overlay } from '../policies/overlay.js';

/** A working text as it stands: version 0 is the text of the ground, which nobody saved here. */
export interface SavedText extends KeptText {
  readonly version: number;
  readonly hash: string;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
}

type Late = Pick<InputOf<typeof saveDraft>, 'params' | 'body'>;

/** The texts that a late save is merged with: the one it was made from, and the one that stands now. */
@Injectable()
export class DraftBases {
  constructor(
    private readonly drafts: DraftStore,
    private readonly revisions: RevisionStore,
    private readonly documents: DocumentStore,
  ) {}

  /** What stands now. */
  async now({ drafts }: Overlay, node: PlacedNode): Promise<SavedText> {
    const { contentHash: hash, title, meta, docHash } = node;
    const draft = drafts.get(node.nodeId);
    if (draft !== undefined) {
      const { version, savedAt, savedBy } = draft;
      const { title: savedTitle, meta: savedMeta, document } = draft;
      return { version, hash, title: savedTitle, meta: savedMeta, document, savedAt, savedBy };
    }
    const text = { title, meta: { ...meta }, document: await this.text(docHash) };
    return { version: 0, hash, ...text, savedAt: null, savedBy: null };
  }

  /**
   * The text that a save was made from, by its hash: a restored node has another text under the number of
   * an old version, and the ground of a request moves. Null where it is not known any more, or never was.
   */
  async of(node: PlacedNode, { params, body }: Late): Promise<KeptText | null> {
    const { requestId, nodeId } = params;
    const { baseVersion, baseHash } = body;
    if (baseVersion > 0) {
      const kept = await this.drafts.version(requestId, nodeId, baseVersion);
      return kept !== null && textHash(node.kind, kept) === baseHash ? kept : null;
    }
    const revision = await this.revisions.ofContent(nodeId, baseHash);
    if (revision === null) return null;
    const { title, meta, docHash } = revision;
    return { title, meta, document: await this.text(docHash) };
  }

  /** A stored text by its hash. */
  async text(docHash: string | null): Promise<RichNode | null> {
    if (docHash === null) return null;
    return (await this.documents.byHashes([docHash])).get(docHash) ?? null;
  }
}
