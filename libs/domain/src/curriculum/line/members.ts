import { DomainError } from '../../shared/domain-error.js';
import { movedNodes } from './sibling-moves.js';
import type { Placement, TreeRow } from './tree.js';

/**
 * A node's stay at one place with one revision, for the commits from `fromSeq` up to but without
 * `toSeq`; null while it lasts.
 */
export interface Member extends TreeRow {
  readonly fromSeq: number;
  readonly toSeq: number | null;
}

/** What a commit wants of a node: its new placement, or null to take it out. */
export interface MemberChange {
  readonly nodeId: string;
  readonly after: Placement | null;
}

/** What a commit did to a node: both placements, null where it was not there. */
export interface CommitChange {
  readonly nodeId: string;
  readonly before: Placement | null;
  readonly after: Placement | null;
  /** Whether the node changed parent or order among its siblings, not merely its rank. */
  readonly moved: boolean;
}

/** A commit as its rows: intervals that end, intervals that begin, and the list of changes. */
export interface CommitPlan {
  readonly seq: number;
  readonly closed: readonly Member[];
  readonly opened: readonly Member[];
  readonly changes: readonly CommitChange[];
}

/** A commit of a line, as far as its changes go. */
export interface CommitRecord {
  readonly seq: number;
  readonly changes: readonly Pick<CommitChange, 'nodeId' | 'after'>[];
}

/** The curriculum as commit `seq` left it. */
export function asOf(members: readonly Member[], seq: number): readonly TreeRow[] {
  return members
    .filter((m) => m.fromSeq <= seq && (m.toSeq === null || seq < m.toSeq))
    .map(({ nodeId, parentId, rank, revisionId }) => ({ nodeId, parentId, rank, revisionId }));
}

/** The same, told by the commits one after another: the check on the intervals. */
export function replay(commits: readonly CommitRecord[], seq: number): readonly TreeRow[] {
  const present = new Map<string, TreeRow>();
  const applicable = commits.filter((commit) => commit.seq <= seq);
  for (const commit of [...applicable].sort((a, b) => a.seq - b.seq)) {
    for (const { nodeId, after } of commit.changes) {
      if (after === null) present.delete(nodeId);
      else present.set(nodeId, { nodeId, ...after });
    }
  }
  return [...present.values()];
}

/**
 * The next commit of a line. Changes that change nothing are left out; `members` needs the open
 * intervals only. Whether the result is a sound tree is `treeViolations`' question.
 *
 * @throws DomainError `curriculum.structure_invalid` when a node is named twice or a node that is
 *   not there is taken out; `curriculum.nothing_changed` when no change has an effect
 */
export function appendCommit(
  members: readonly Member[],
  headSeq: number,
  changes: readonly MemberChange[],
): CommitPlan {
  const seq = headSeq + 1;
  const open = openByNode(members);
  refuseUnsound(open, changes);
  const effective = changes.filter(({ nodeId, after }) => !samePlacement(open.get(nodeId), after));
  if (effective.length === 0) throw new DomainError('curriculum.nothing_changed');
  const closed = effective.flatMap(({ nodeId }) => {
    const member = open.get(nodeId);
    return member ? [{ ...member, toSeq: seq }] : [];
  });
  const opened = effective.flatMap(({ nodeId, after }) =>
    after ? [{ nodeId, ...placement(after), fromSeq: seq, toSeq: null }] : [],
  );
  return { seq, closed, opened, changes: describe(open, effective) };
}

/** The intervals after a commit: its closed ones replace those they end, its opened ones are added. */
export function withCommit(members: readonly Member[], plan: CommitPlan): readonly Member[] {
  const key = (member: Member) => `${member.nodeId} ${member.fromSeq}`;
  const closed = new Map(plan.closed.map((member) => [key(member), member]));
  return [...members.map((member) => closed.get(key(member)) ?? member), ...plan.opened];
}

function openByNode(members: readonly Member[]): ReadonlyMap<string, Member> {
  return new Map(members.filter((m) => m.toSeq === null).map((m) => [m.nodeId, m]));
}

function refuseUnsound(open: ReadonlyMap<string, Member>, changes: readonly MemberChange[]): void {
  const named = new Set<string>();
  for (const { nodeId, after } of changes) {
    if (named.has(nodeId)) {
      throw new DomainError('curriculum.structure_invalid', { reason: 'named_twice', nodeId });
    }
    if (after === null && !open.has(nodeId)) {
      throw new DomainError('curriculum.structure_invalid', { reason: 'not_there', nodeId });
    }
    named.add(nodeId);
  }
}

function samePlacement(a: Placement | undefined, b: Placement | null): boolean {
  if (!a || !b) return !a && !b;
  return a.parentId === b.parentId && a.rank === b.rank && a.revisionId === b.revisionId;
}

function placement({ parentId, rank, revisionId }: Placement): Placement {
  return { parentId, rank, revisionId };
}

function describe(
  open: ReadonlyMap<string, Member>,
  effective: readonly MemberChange[],
): readonly CommitChange[] {
  const before = [...open.values()];
  const changed = new Map(effective.map(({ nodeId, after }) => [nodeId, after]));
  const kept = before.filter((row) => !changed.has(row.nodeId));
  const placed = effective.flatMap(({ nodeId, after }) => (after ? [{ nodeId, ...after }] : []));
  const untouched = new Set(kept.map((row) => row.nodeId));
  const moved = movedNodes(before, [...kept, ...placed], untouched);
  return effective.map(({ nodeId, after }) => {
    const member = open.get(nodeId);
    return {
      nodeId,
      before: member ? placement(member) : null,
      after: after && placement(after),
      moved: moved.has(nodeId),
    };
  });
}
