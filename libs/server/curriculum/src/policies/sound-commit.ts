import {
  appendCommit,
  asOf,
  DomainError,
  manifestHash,
  touchedContainers,
  treeViolations,
  withCommit,
  type CommitChange,
  type Member,
  type MemberChange,
  type NodeKind,
  type TreeRow,
} from '@cam-nang/domain';
import { sha256 } from '../integrity/sha256.js';
import type { ChangeClass, CommitChangeRow, CommitKind } from '../persistence/commit-store.js';
import type { LineNode } from '../persistence/line-store.js';
import type { RevisionRow } from '../persistence/revision-store.js';

/** One node's part of a commit, with what people say about it. */
export interface LineChange extends MemberChange {
  /** What the author calls the change; worked out from the content when absent. */
  readonly changeClass?: Exclude<ChangeClass, 'through-child'>;
  readonly restudy?: boolean;
  readonly reason?: string;
  readonly reasonEn?: string;
  readonly proposedBy?: string;
}

/** What the rules need to know of nodes and revisions that a commit names. */
export interface CommitFacts {
  readonly curriculumId: string;
  readonly before: readonly LineNode[];
  readonly headSeq: number;
  readonly kind: CommitKind;
  /** Revisions that the changes name, and the ones they replace. */
  readonly revisions: ReadonlyMap<string, RevisionRow>;
}

/** The rows of a commit, sound by every rule of the line. */
export interface SoundCommit {
  readonly plan: ReturnType<typeof appendCommit>;
  readonly manifestHash: string;
  readonly rows: readonly CommitChangeRow[];
}

/**
 * Works a commit out: which stays end and begin, the manifest of the whole, one row per change and
 * one per container that changed only through something in it.
 *
 * @throws DomainError `curriculum.structure_invalid` with the broken rules, when a node is named
 *   twice or shows a revision of another node; `curriculum.nothing_changed`
 */
export function soundCommit(facts: CommitFacts, changes: readonly LineChange[]): SoundCommit {
  refuseForeignRevisions(facts, changes);
  const members = facts.before.map((row): Member => ({ ...row, toSeq: null }));
  const plan = appendCommit(members, facts.headSeq, changes);
  const after = asOf(withCommit(members, plan), plan.seq);
  refuseUnsoundTree(facts, after);
  const contentHashes = contentHashesOf(facts);
  return {
    plan,
    manifestHash: manifestHash(after, (id) => contentHashes.get(id) ?? '', sha256),
    rows: [...changeRows(facts, plan.changes, changes), ...containerRows(plan.changes, after)],
  };
}

function contentHashesOf(facts: CommitFacts): ReadonlyMap<string, string> {
  const known = new Map(facts.before.map((row) => [row.revisionId, row.contentHash]));
  for (const revision of facts.revisions.values()) known.set(revision.id, revision.contentHash);
  return known;
}

function refuseForeignRevisions(facts: CommitFacts, changes: readonly LineChange[]): void {
  for (const { nodeId, after } of changes) {
    if (after === null) continue;
    const revision = facts.revisions.get(after.revisionId);
    const own = revision?.nodeId === nodeId && revision.curriculumId === facts.curriculumId;
    if (own) continue;
    throw new DomainError('curriculum.structure_invalid', { reason: 'foreign_revision', nodeId });
  }
}

function refuseUnsoundTree(facts: CommitFacts, after: readonly TreeRow[]): void {
  const kinds = new Map<string, NodeKind>(facts.before.map((row) => [row.nodeId, row.kind]));
  for (const revision of facts.revisions.values()) kinds.set(revision.nodeId, revision.kind);
  const violations = treeViolations(after, (nodeId) => kinds.get(nodeId));
  if (violations.length > 0) throw new DomainError('curriculum.structure_invalid', { violations });
}

function changeRows(
  facts: CommitFacts,
  effective: readonly CommitChange[],
  asked: readonly LineChange[],
): readonly CommitChangeRow[] {
  const wishes = new Map<string, Partial<LineChange>>(
    asked.map((change) => [change.nodeId, change]),
  );
  return effective.map((change) => {
    const wish = wishes.get(change.nodeId) ?? {};
    const { changeClass = classOf(facts, change), restudy = false } = wish;
    const { reason = null, reasonEn = null, proposedBy = null } = wish;
    return { ...placementRow(change), changeClass, restudy, reason, reasonEn, proposedBy };
  });
}

const NOWHERE = { revisionId: null, parentId: null, rank: null };

function placementRow({ nodeId, before, after, moved }: CommitChange) {
  const old = before ?? NOWHERE;
  const { revisionId, parentId, rank } = after ?? NOWHERE;
  return {
    nodeId,
    oldRevisionId: old.revisionId,
    newRevisionId: revisionId,
    oldParentId: old.parentId,
    newParentId: parentId,
    newRank: rank,
    moved,
  };
}

/** Equal study hashes: nothing that a learner would notice, so it is editorial by itself; so is a fork. */
function classOf(facts: CommitFacts, { before, after }: CommitChange): ChangeClass {
  if (facts.kind === 'fork') return 'editorial';
  if (before === null) return 'new';
  if (after === null) return 'repealed';
  const old = facts.revisions.get(before.revisionId)?.studyHash;
  const now = facts.revisions.get(after.revisionId)?.studyHash;
  if (before.revisionId === after.revisionId || old === now) return 'editorial';
  return facts.kind === 'erratum' ? 'clarifying' : 'substantive';
}

function containerRows(
  changes: readonly CommitChange[],
  after: readonly TreeRow[],
): readonly CommitChangeRow[] {
  const rows = new Map(after.map((row) => [row.nodeId, row]));
  return touchedContainers(changes, after).flatMap((nodeId) => {
    const row = rows.get(nodeId);
    return row === undefined ? [] : [throughChild(row)];
  });
}

function throughChild({ nodeId, parentId, revisionId, rank }: TreeRow): CommitChangeRow {
  return {
    nodeId,
    oldRevisionId: revisionId,
    newRevisionId: revisionId,
    oldParentId: parentId,
    newParentId: parentId,
    newRank: rank,
    moved: false,
    changeClass: 'through-child',
    restudy: false,
    reason: null,
    reasonEn: null,
    proposedBy: null,
  };
}
