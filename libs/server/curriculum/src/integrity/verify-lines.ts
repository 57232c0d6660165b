import { manifestHash, type Member, type TreeRow } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { CommitStore, type CommitChangeRow, type CommitRow } from '../persistence/commit-store.js';
import { IntegrityStore, type CheckedLine } from '../persistence/integrity-store.js';
import { commitChainHash, NO_LINK } from './commit-chain.js';
import { finding, type Finding } from './finding.js';
import { sha256 } from './sha256.js';

/** Replays the commits of every line and holds what comes out against what is stored. */
@Injectable()
export class VerifyLines {
  constructor(
    private readonly store: IntegrityStore,
    private readonly commits: CommitStore,
  ) {}

  async *findings(): AsyncGenerator<Finding> {
    for (const line of await this.store.lines()) yield* this.ofLine(line);
  }

  private async *ofLine(line: CheckedLine): AsyncGenerator<Finding> {
    const rows = await this.commits.ofLine(line.id);
    const contentHashes = await this.store.contentHashes(line.id);
    const replay = new Replay();
    let before: CommitRow | null = null;
    for (const commit of rows) {
      const changes = await this.commits.changes(commit.id);
      yield* linkFindings(line, before, commit, changes);
      replay.apply(commit.seq, changes);
      const manifest = manifestHash(replay.rows(), (id) => contentHashes.get(id) ?? '', sha256);
      if (manifest !== commit.manifestHash) {
        yield finding('commit', place(line, commit.seq), 'its manifest is not of the tree it made');
      }
      before = commit;
    }
    yield* forkFindings(line, rows[0]);
    if (rows.length !== line.headSeq) {
      const problem = `its head is ${line.headSeq}, but ${rows.length} commits are there`;
      yield finding('line', line.code, problem);
    }
    yield* memberFindings(line, replay.members(), await this.store.members(line.id));
  }
}

function place(line: CheckedLine, seq: number): string {
  return `${seq} of ${line.code}`;
}

/** What a first commit follows. */
const BEGINNING = { id: null, seq: 0, chainHash: NO_LINK };

function* linkFindings(
  line: CheckedLine,
  before: CommitRow | null,
  commit: CommitRow,
  changes: readonly CommitChangeRow[],
): Generator<Finding> {
  const { id, seq, chainHash: link } = before ?? BEGINNING;
  const { chainHash, ...row } = commit;
  const problems = [
    commit.seq !== seq + 1 && `it does not follow commit ${seq}`,
    commit.parentId !== id && 'it names another commit before it',
    commitChainHash(link, row, changes) !== chainHash &&
      'what it says does not have the hash it was sealed with',
  ];
  for (const problem of problems) {
    if (problem !== false) yield finding('commit', place(line, commit.seq), problem);
  }
}

/** A line of errata begins with the very text that it was forked from; the main line is forked from nothing. */
function* forkFindings(line: CheckedLine, first: CommitRow | undefined): Generator<Finding> {
  const begun = first?.kind === 'fork' ? first.manifestHash : null;
  if (begun === line.forkedManifest) return;
  yield finding('line', line.code, 'it does not begin with what it was forked from');
}

/** The intervals that the commits make, one after another. */
class Replay {
  readonly #open = new Map<string, Member>();
  readonly #closed: Member[] = [];

  apply(seq: number, changes: readonly CommitChangeRow[]): void {
    for (const change of changes) {
      if (change.changeClass === 'through-child') continue;
      const { nodeId, newParentId: parentId, newRank: rank, newRevisionId: revisionId } = change;
      const open = this.#open.get(nodeId);
      if (open !== undefined) this.#closed.push({ ...open, toSeq: seq });
      this.#open.delete(nodeId);
      if (rank === null || revisionId === null) continue;
      this.#open.set(nodeId, { nodeId, parentId, rank, revisionId, fromSeq: seq, toSeq: null });
    }
  }

  rows(): TreeRow[] {
    return [...this.#open.values()];
  }

  members(): Member[] {
    return [...this.#closed, ...this.#open.values()];
  }
}

function memberKey(member: Member): string {
  const { nodeId, parentId, rank, revisionId, fromSeq, toSeq } = member;
  return JSON.stringify([nodeId, parentId, rank, revisionId, fromSeq, toSeq]);
}

function* memberFindings(
  line: CheckedLine,
  told: readonly Member[],
  stored: readonly Member[],
): Generator<Finding> {
  const known = new Set(told.map(memberKey));
  const there = new Set(stored.map(memberKey));
  for (const member of stored) {
    if (known.has(memberKey(member))) continue;
    const which = `of node ${member.nodeId} from commit ${place(line, member.fromSeq)}`;
    yield finding('membership', which, 'no commit made it so');
  }
  for (const member of told) {
    if (there.has(memberKey(member))) continue;
    const which = `of node ${member.nodeId} from commit ${place(line, member.fromSeq)}`;
    yield finding('membership', which, 'it is missing');
  }
}
