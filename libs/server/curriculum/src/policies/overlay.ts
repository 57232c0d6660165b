import {
  applyOverlay,
  overlayHash,
  revisionHashes,
  type OverlayItem,
  type RevisionContent,
  type RevisionHashes,
} from '@cam-nang/domain';
import { sha256 } from '../integrity/sha256.js';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import type { DraftRow } from '../persistence/draft-store.js';
import type { OverlayItemRow } from '../persistence/overlay-store.js';
import {
  curriculumVersion,
  type CurriculumVersion,
  type VersionRow,
} from './curriculum-version.js';

/** A change request laid over its base. */
export interface Overlay {
  readonly request: ChangeRequestRow;
  readonly base: CurriculumVersion;
  /** The curriculum as the request would make it. Working texts stand under their node's id as revision. */
  readonly result: CurriculumVersion;
  readonly items: ReadonlyMap<string, OverlayItemRow>;
  readonly drafts: ReadonlyMap<string, DraftRow>;
  /** What the request really changes; edits that were taken back are not among them. */
  readonly effective: readonly OverlayItem[];
  /** What verdicts are about. */
  readonly hash: string;
}

/** The rows that make up a request. */
export interface OverlayParts {
  readonly request: ChangeRequestRow;
  readonly base: CurriculumVersion;
  readonly items: readonly OverlayItemRow[];
  readonly drafts: readonly DraftRow[];
}

/** Lays a request over a version of the curriculum: its base, or the head it is to be merged into. */
export function layOver({ request, base, items, drafts }: OverlayParts): Overlay {
  const itemOf = new Map(items.map((item) => [item.nodeId, item]));
  const draftOf = new Map(drafts.map((draft) => [draft.nodeId, draft]));
  const { effective, hash } = standingOf({ request, items, drafts: draftOf, base: base.byId });
  const rows = resultRows(base, effective, itemOf, draftOf);
  return {
    request,
    base,
    result: curriculumVersion(rows),
    items: itemOf,
    drafts: draftOf,
    effective,
    hash,
  };
}

/** What is enough of a request to know what it really changes: no text, and of the base only what it touches. */
export interface StandingParts {
  readonly request: Pick<ChangeRequestRow, 'regroundId'>;
  readonly items: readonly OverlayItemRow[];
  readonly drafts: ReadonlyMap<string, Pick<DraftRow, 'contentHash'>>;
  readonly base: ReadonlyMap<string, Pick<VersionRow, 'parentId' | 'rank' | 'contentHash'>>;
}

/** What a request really changes, and the hash that verdicts are about. */
export function standingOf(parts: StandingParts): Pick<Overlay, 'effective' | 'hash'> {
  const effective = parts.items.flatMap((item) => effectiveItem(item, parts));
  const hashOf = (id: string) => parts.drafts.get(id)?.contentHash ?? '';
  return { effective, hash: judgedHash(parts.request, overlayHash(effective, hashOf, sha256)) };
}

/**
 * On a line with other words the same text is another change: what was judged before the request came there is none of
 * what stands now.
 */
export function judgedHash({ regroundId }: StandingParts['request'], content: string): string {
  if (regroundId === null) return content;
  return Buffer.from(sha256(Buffer.from(`${content} ${regroundId}`))).toString('hex');
}

/** The content of a working text. */
export function draftContent(
  item: Pick<OverlayItemRow, 'kind'>,
  draft: Pick<DraftRow, 'title' | 'meta' | 'document'>,
): RevisionContent {
  const { title, meta, document } = draft;
  return { kind: item.kind, title, meta, doc: document } as unknown as RevisionContent;
}

/** The nodes that a request touches: those it changes and everything under what it takes out. */
export function touchedNodes({ base, effective }: Overlay): ReadonlySet<string> {
  const touched = new Set(effective.map(({ nodeId }) => nodeId));
  const open = effective.filter(({ deleted }) => deleted).map(({ nodeId }) => nodeId);
  for (let nodeId = open.pop(); nodeId !== undefined; nodeId = open.pop()) {
    for (const child of base.children(nodeId)) {
      touched.add(child.nodeId);
      open.push(child.nodeId);
    }
  }
  return touched;
}

function effectiveItem(item: OverlayItemRow, { base, drafts }: StandingParts): OverlayItem[] {
  const { nodeId, deleted } = item;
  const [before, draft] = [base.get(nodeId), drafts.get(nodeId)];
  if (deleted) {
    return before === undefined ? [] : [{ nodeId, deleted, placement: null, revisionId: null }];
  }
  const placement = placementOf(item, before);
  const rewritten = draft !== undefined && draft.contentHash !== before?.contentHash;
  if (placement === null && !rewritten) return [];
  return [{ nodeId, deleted, placement, revisionId: rewritten ? nodeId : null }];
}

function placementOf(
  item: OverlayItemRow,
  before: Pick<VersionRow, 'parentId' | 'rank'> | undefined,
) {
  const { placed, parentId, rank } = item;
  if (!placed || parentId === null || rank === null) return null;
  const same = before?.parentId === parentId && before.rank === rank;
  return same ? null : { parentId, rank };
}

function resultRows(
  base: CurriculumVersion,
  effective: readonly OverlayItem[],
  items: ReadonlyMap<string, OverlayItemRow>,
  drafts: ReadonlyMap<string, DraftRow>,
): VersionRow[] {
  return applyOverlay(base.nodes, effective).flatMap((row): VersionRow[] => {
    const before = base.byId.get(row.nodeId);
    const { nodeId, parentId, rank, revisionId } = row;
    if (before?.revisionId === revisionId) return [{ ...before, parentId, rank }];
    const [item, draft] = [items.get(nodeId), drafts.get(nodeId)];
    if (item === undefined || draft === undefined) return [];
    return [{ nodeId, parentId, rank, ...draftRow(item, draft) }];
  });
}

/** Hashes of working texts as long as the rows themselves are kept: hashing hundreds of lessons takes a while. */
const hashesOf = new WeakMap<DraftRow, RevisionHashes>();

function draftHashes(item: OverlayItemRow, draft: DraftRow): RevisionHashes {
  const known = hashesOf.get(draft);
  if (known !== undefined) return known;
  const hashes = revisionHashes(draftContent(item, draft), sha256);
  hashesOf.set(draft, hashes);
  return hashes;
}

function draftRow(item: OverlayItemRow, draft: DraftRow) {
  const { docHash, contentHash, studyHash, stemHash, keyHash } = draftHashes(item, draft);
  return {
    revisionId: item.nodeId,
    kind: item.kind,
    slug: item.slug,
    title: draft.title,
    meta: draft.meta as VersionRow['meta'],
    docHash,
    contentHash,
    studyHash,
    stemHash,
    keyHash,
  };
}
