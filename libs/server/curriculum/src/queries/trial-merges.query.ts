import { validateDocument } from '@cam-nang/content';
import {
  DomainError,
  mergeNodes,
  revisionsToMerge,
  type NodesMerge,
  type RichNode,
  type VersionNode,
} from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import { DecisionStore, type DecisionRow } from '../persistence/decision-store.js';
import { CommitStore } from '../persistence/commit-store.js';
import { DocumentStore } from '../persistence/document-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore, type CommitPlace } from '../persistence/line-store.js';
import type { CurriculumVersion } from '../policies/curriculum-version.js';
import type { Overlay } from '../policies/overlay.js';
import { groundOf } from '../policies/request-ground.js';
import { Overlays } from './overlays.query.js';
import { Versions } from './versions.query.js';

/** A request merged with the head of the line it belongs on, to look at: nothing is written. */
export interface TrialMerge {
  readonly overlay: Overlay;
  readonly head: CommitPlace;
  /** The edition to whose line of errata the request is brought; null where it stays on its line. */
  readonly moved: EditionRow | null;
  readonly headVersion: CurriculumVersion;
  readonly decisions: readonly DecisionRow[];
  /** With every decision that fits. */
  readonly merge: NodesMerge;
  /** The same with nothing decided: every conflict there is. */
  readonly undecided: NodesMerge;
}

/** Merges requests with what their line became. The line is "ours", the request "theirs". */
@Injectable()
export class TrialMerges {
  constructor(
    private readonly lines: LineStore,
    private readonly editions: EditionStore,
    private readonly commits: CommitStore,
    private readonly decisions: DecisionStore,
    private readonly documents: DocumentStore,
    private readonly overlays: Overlays,
    private readonly versions: Versions,
  ) {}

  async of(request: ChangeRequestRow): Promise<TrialMerge> {
    const { head, moved } = await this.ground(request);
    const overlay = await this.overlays.load(request);
    const headVersion = await this.versions.at(head.lineId, head.seq);
    const decisions = await this.decisions.ofRequest(request.id);
    const versions = {
      base: overlay.base.nodes,
      ours: headVersion.nodes,
      theirs: overlay.result.nodes,
    };
    const texts = await this.texts(overlay, revisionsToMerge(versions));
    const options = {
      hash: sha256,
      documentOf: (revisionId: string) => texts.get(revisionId) ?? null,
      isSound: (document: RichNode) => validateDocument(document, 'lesson').ok,
    };
    const undecided = mergeNodes(versions, { ...options, resolutions: [] });
    const merge =
      decisions.length === 0
        ? undecided
        : mergeNodes(versions, { ...options, resolutions: decisions });
    return { overlay, head, moved, headVersion, decisions, merge, undecided };
  }

  private async ground(request: ChangeRequestRow) {
    const editions = await this.editions.ofCurricula([request.curriculumId]);
    const lines = await this.lines.ofCurriculum(request.curriculumId);
    const { lineId, seq, moved } = groundOf(request, editions, lines);
    const commit = await this.commits.at(lineId, seq);
    const head = commit === null ? null : await this.lines.place(commit.id);
    if (head === null) throw new DomainError('resource.not_found');
    return { head, moved };
  }

  /** Working texts stand under their node's id as revision. */
  private async texts(
    overlay: Overlay,
    nodes: readonly VersionNode[],
  ): Promise<ReadonlyMap<string, RichNode>> {
    const stored = await this.documents.byHashes(nodes.flatMap(({ docHash }) => docHash ?? []));
    return new Map(
      nodes.flatMap(({ nodeId, revisionId, docHash }) => {
        const working = revisionId === nodeId ? overlay.drafts.get(nodeId)?.document : undefined;
        const text = working ?? stored.get(docHash ?? '');
        return text === undefined ? [] : [[revisionId, text] as const];
      }),
    );
  }
}
