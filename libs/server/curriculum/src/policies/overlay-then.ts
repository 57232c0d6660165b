import { revisionHashes, type RichNode } from '@cam-nang/domain';
import { sha256 } from '../integrity/sha256.js';
import type { DraftRow, PastDraft } from '../persistence/draft-store.js';
import type { OverlayItemRow } from '../persistence/overlay-store.js';
import type { CurriculumVersion } from './curriculum-version.js';
import { draftContent, layOver, type Overlay } from './overlay.js';
import { changedTexts } from './request-checks.js';

/** What is still known of a version of a request that somebody judged. */
export interface KnownThen {
  readonly hash: string;
  /** Working texts as they stood. */
  readonly drafts: readonly PastDraft[];
  /** Nodes with which the request did something afterwards. */
  readonly touched: ReadonlySet<string>;
}

/** A request as it stood, as far as that is known. */
export interface OverlayThen {
  readonly overlay: Overlay;
  /** What is known adds up to the hash that was judged: nothing else was in it. */
  readonly exact: boolean;
}

/**
 * A request as it stood when it was judged. Older texts are kept, older places are not: those of nodes that were touched
 * since are taken to be the ones of now, else the ones of the base, and the hash that was judged tells which is right.
 */
export function overlayThen(now: Overlay, known: KnownThen): OverlayThen {
  const { request, base } = now;
  const drafts = known.drafts.flatMap((draft) => pastRow(now, draft));
  const there = new Set(drafts.map(({ nodeId }) => nodeId));
  const items = [...now.items.values()].filter(
    ({ nodeId }) => base.byId.has(nodeId) || there.has(nodeId),
  );
  const home = items.map((item) => (known.touched.has(item.nodeId) ? atHome(item, base) : item));
  const before = { ...request, regroundId: null };
  const tried = [items, home].flatMap((some) =>
    [request, before].map((one) => layOver({ request: one, base, items: some, drafts })),
  );
  const exact = tried.find(({ hash }) => hash === known.hash);
  if (exact !== undefined) return { overlay: exact, exact: true };
  return { overlay: layOver({ request, base, items, drafts }), exact: false };
}

function pastRow(now: Overlay, draft: PastDraft): DraftRow[] {
  const item = now.items.get(draft.nodeId);
  if (item === undefined) return [];
  const current = now.drafts.get(draft.nodeId);
  // Nobody has saved it since: its hash is stored, and what was worked out of the row is kept with it.
  if (current?.version === draft.version) return [current];
  const { contentHash } = revisionHashes(draftContent(item, draft), sha256);
  return [{ ...draft, contentHash, changedWords: 0 }];
}

/** A node that only the request has stands nowhere else. */
function atHome(item: OverlayItemRow, base: CurriculumVersion): OverlayItemRow {
  if (!base.byId.has(item.nodeId)) return item;
  return { ...item, placed: false, parentId: null, rank: null, deleted: false };
}

/** The older side of a comparison with the same request: its working texts under names of their own. */
export function olderSide({ result, ...overlay }: Overlay): {
  readonly nodes: CurriculumVersion['nodes'];
  readonly texts: ReadonlyMap<string, RichNode>;
} {
  const texts = changedTexts({ result, ...overlay });
  return {
    nodes: result.nodes.map((node) =>
      node.revisionId === node.nodeId ? { ...node, revisionId: older(node.nodeId) } : node,
    ),
    texts: new Map([...texts].map(([nodeId, text]) => [older(nodeId), text])),
  };
}

function older(nodeId: string): string {
  return `older ${nodeId}`;
}
