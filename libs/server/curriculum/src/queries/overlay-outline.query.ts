import type { readOverlay, ResponseOf } from '@cam-nang/contracts';
import { diffTrees, type NodeDiff } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { curriculumVersion, type CurriculumVersion } from '../policies/curriculum-version.js';
import { hoursView } from '../policies/hours-view.js';
import { outlineNode } from '../policies/outline-nodes.js';
import type { Overlay } from '../policies/overlay.js';
import { RequestAccess } from './request-access.query.js';
import { ChangeRequestViews } from './change-request-views.query.js';
import { Overlays } from './overlays.query.js';

type Outline = ResponseOf<typeof readOverlay>;
type OverlayNode = Outline['nodes'][number];

/** The tree of a request: what it would be, with what was taken out still in its old place. */
@Injectable()
export class OverlayOutlines {
  constructor(
    private readonly access: RequestAccess,
    private readonly overlays: Overlays,
    private readonly views: ChangeRequestViews,
  ) {}

  async read(actor: Actor, requestId: string): Promise<Outline> {
    const { request, course } = await this.access.read(actor, 'curriculum.read', requestId);
    const overlay = await this.overlays.load(request);
    return {
      request: await this.views.ofOverlay(actor, course, overlay),
      nodes: overlayNodes(overlay),
      hours: hoursView(overlay.result),
    };
  }
}

/** The lines of a request's tree with what happened to each. */
export function overlayNodes(overlay: Overlay): OverlayNode[] {
  const shown = withDeleted(overlay);
  const { nodes } = diffTrees(overlay.base.nodes, overlay.result.nodes);
  const diffs = new Map(nodes.map((node) => [node.nodeId, node]));
  const containers = containersOf(shown, diffs);
  const rewritten = new Set(
    overlay.effective.flatMap(({ nodeId, revisionId }) => (revisionId === null ? [] : [nodeId])),
  );
  return shown.nodes.map((node) => {
    const change = changeOf(diffs.get(node.nodeId));
    const draft = overlay.drafts.get(node.nodeId);
    const throughChild = change === 'none' && containers.has(node.nodeId);
    return {
      ...outlineNode(shown, node),
      change: throughChild ? 'through_child' : change,
      words: rewritten.has(node.nodeId) ? (draft?.changedWords ?? 0) : 0,
      draftVersion: draft?.version ?? null,
    };
  });
}

/** Numbers are those of the result; what was taken out has none. */
function withDeleted({ base, result }: Overlay): CurriculumVersion {
  const gone = base.nodes.filter((node) => !result.byId.has(node.nodeId));
  const labels = new Map(result.nodes.map((node) => [node.nodeId, node.label]));
  return curriculumVersion([...result.nodes, ...gone], labels);
}

function changeOf(diff: NodeDiff | undefined): OverlayNode['change'] {
  if (diff === undefined) return 'none';
  if (diff.status === 'added') return 'new';
  if (diff.status === 'removed') return 'deleted';
  const rewritten = diff.before?.contentHash !== diff.after?.contentHash;
  if (!rewritten) return 'moved';
  return diff.moved ? 'changed_and_moved' : 'changed';
}

/** Everything above a changed node. */
function containersOf(
  shown: CurriculumVersion,
  diffs: ReadonlyMap<string, NodeDiff>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const nodeId of diffs.keys()) {
    let at = shown.byId.get(nodeId)?.parentId ?? null;
    while (at !== null && !found.has(at)) {
      found.add(at);
      at = shown.byId.get(at)?.parentId ?? null;
    }
  }
  return found;
}
