import { ranksForOrder, type RankedSibling } from '@cam-nang/domain';
import { Clock, Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { CommitKind } from '../persistence/commit-store.js';
import { LineStore, type LineNode, type LineRow } from '../persistence/line-store.js';
import { NodeStore } from '../persistence/node-store.js';
import { groupBy } from '../policies/group-by.js';
import type { NamedNode, TreeNode as ImportedNode } from '../policies/loaded-tree.js';
import type { LineChange } from '../policies/sound-commit.js';
import { CommitToLine, type Committed } from './commit-to-line.js';
import { KeepRevisions } from './keep-revisions.js';

export type { NamedNode, TreeNode as ImportedNode } from '../policies/loaded-tree.js';

/** What is said of changed nodes, by node id. */
export type ImportReasons = ReadonlyMap<
  string,
  Pick<LineChange, 'reason' | 'reasonEn' | 'proposedBy' | 'changeClass' | 'restudy'>
>;

/** Everything a commit made from files says. */
export interface TreeImport {
  readonly line: LineRow;
  readonly nodes: readonly ImportedNode[];
  readonly kind: CommitKind;
  readonly message: string;
  readonly author: { readonly id: string | null; readonly label: string };
  readonly reasons?: ImportReasons;
}

/** Brings the head of a line to the tree that files describe, with one commit. */
@Injectable()
export class ImportTree {
  constructor(
    private readonly database: Database,
    private readonly nodes: NodeStore,
    private readonly lines: LineStore,
    private readonly keep: KeepRevisions,
    private readonly commit: CommitToLine,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Node ids by slug; nodes that the curriculum never had are made. */
  nodeIds(
    curriculumId: string,
    named: readonly NamedNode[],
    by: string | null,
  ): Promise<ReadonlyMap<string, string>> {
    return this.database.run(async () => {
      const rows = await this.nodes.ofCurriculum(curriculumId);
      const known = new Map(rows.map((row) => [row.slug, row.id]));
      const missing = named.filter(({ slug }) => !known.has(slug));
      const at = this.clock.now();
      const made = missing.map(({ slug, kind }) => ({
        id: this.ids.next(),
        curriculumId,
        kind,
        slug,
        at,
        by,
      }));
      await this.nodes.insert(made);
      return new Map([...known, ...made.map(({ slug, id }) => [slug, id] as const)]);
    });
  }

  /**
   * Writes the commit. Nodes of the head that the tree does not have are taken out.
   *
   * @throws DomainError as `CommitToLine.run`
   */
  run(tree: TreeImport): Promise<Committed> {
    return this.database.run(async () => {
      const before = await this.lines.asOf(tree.line.id, tree.line.headSeq);
      const changes = await this.changes(tree, before);
      return this.commit.run({
        lineId: tree.line.id,
        onHead: tree.line.headSeq,
        kind: tree.kind,
        requestId: null,
        message: tree.message,
        authorId: tree.author.id,
        changes,
      });
    });
  }

  private async changes(tree: TreeImport, before: readonly LineNode[]): Promise<LineChange[]> {
    const old = new Map(before.map((row) => [row.nodeId, row]));
    const revisionIds = await this.keep.run(
      tree.nodes.map(({ nodeId, content }) => ({
        nodeId,
        content,
        parentRevisionId: old.get(nodeId)?.revisionId ?? null,
      })),
      { requestId: null, authorId: tree.author.id, authorLabel: tree.author.label },
    );
    const ranks = siblingRanks(tree.nodes, old);
    const put = tree.nodes.map(({ nodeId, parentId }, index): LineChange => ({
      nodeId,
      after: { parentId, rank: ranks.get(nodeId) ?? '', revisionId: revisionIds[index] ?? '' },
      ...tree.reasons?.get(nodeId),
    }));
    const present = new Set(tree.nodes.map(({ nodeId }) => nodeId));
    const gone = before.filter(({ nodeId }) => !present.has(nodeId));
    return [...put, ...gone.map(({ nodeId }): LineChange => ({ nodeId, after: null }))];
  }
}

function siblingRanks(
  nodes: readonly ImportedNode[],
  old: ReadonlyMap<string, LineNode>,
): ReadonlyMap<string, string> {
  const byParent = groupBy(nodes, ({ parentId }) => parentId);
  const ranked = [...byParent].flatMap(([parentId, siblings]): readonly RankedSibling[] =>
    ranksForOrder(
      siblings.map(({ nodeId }) => {
        const row = old.get(nodeId);
        return { nodeId, rank: row?.parentId === parentId ? row.rank : null };
      }),
    ),
  );
  return new Map(ranked.map(({ nodeId, rank }) => [nodeId, rank]));
}
