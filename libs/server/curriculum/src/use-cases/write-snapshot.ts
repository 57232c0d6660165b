import type { TreeRow } from '@cam-nang/domain';
import { Clock, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import type { LineRow } from '../persistence/line-store.js';
import { NodeStore, type NewNode } from '../persistence/node-store.js';
import type { VersionRow } from '../policies/curriculum-version.js';
import { groupBy } from '../policies/group-by.js';
import { historyChapter, historyRoot, slugOfPath } from '../policies/history-content.js';
import { placeAmong, type ComingNode } from '../policies/history-placement.js';
import { chapterOf, type HistoryPlan, type HistoryTree } from '../policies/history-tree.js';
import { metaOf } from '../policies/node-meta.js';
import type { LineChange } from '../policies/sound-commit.js';
import { CommitToLine } from './commit-to-line.js';
import type { Snapshot } from './import-snapshot.js';
import { KeepArticles } from './keep-articles.js';
import { KeepRevisions } from './keep-revisions.js';

/** A snapshot with what it changes on a locked line. */
export interface SnapshotWriting {
  readonly course: CourseRow;
  readonly line: LineRow;
  readonly tree: HistoryTree;
  readonly plan: HistoryPlan;
  readonly snapshot: Snapshot;
}

const MAKING = { requestId: null, authorId: null, authorLabel: 'import:history' };

/** Writes what a snapshot changes as one commit; what it does not change costs no row. */
@Injectable()
export class WriteSnapshot {
  constructor(
    private readonly courses: CourseStore,
    private readonly nodes: NodeStore,
    private readonly keep: KeepRevisions,
    private readonly articles: KeepArticles,
    private readonly commit: CommitToLine,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Writes nothing when nothing differs. */
  async run(writing: SnapshotWriting): Promise<void> {
    const { line, snapshot, tree, plan, course } = writing;
    const title = snapshot.title ?? tree.root?.title ?? course.title;
    const ids = await this.nodeIds(writing);
    const root = await this.root(writing, ids, title);
    const chapters = await this.chapters(writing, ids, title);
    const texts = await this.texts(writing, ids);
    const changes = [
      ...root,
      ...placed(writing, { ids, revisions: new Map([...chapters, ...texts]) }),
      ...plan.removed.map((path) => ({ nodeId: ids.get(path) ?? '', after: null })),
      ...plan.removedChapters.map((key) => ({ nodeId: ids.get(key) ?? '', after: null })),
    ];
    if (changes.length === 0) return;
    await this.commit.run({
      lineId: line.id,
      onHead: line.headSeq,
      kind: 'import',
      requestId: null,
      message: snapshot.date,
      authorId: null,
      changes,
    });
  }

  /** Ids of everything the curriculum ever had of files, and of what comes now; the root's is under "". */
  private async nodeIds(writing: SnapshotWriting): Promise<ReadonlyMap<string, string>> {
    const { course, tree, plan } = writing;
    const { curriculumId } = course;
    const stamp = { curriculumId, at: this.clock.now(), by: null };
    const made = (path: string, kind: 'lesson' | 'module'): NewNode[] => {
      if (tree.ids.has(path)) return [];
      return [{ id: this.ids.next(), kind, slug: slugOfPath(path), path, ...stamp }];
    };
    const slug = slugOfPath(course.code.toLowerCase());
    const root: NewNode[] =
      tree.root === null ? [{ id: this.ids.next(), kind: 'root', slug, ...stamp }] : [];
    const fresh = [
      ...root,
      ...plan.addedChapters.flatMap((key) => made(key, 'module')),
      ...plan.added.flatMap((path) => made(path, 'lesson')),
    ];
    await this.nodes.insert(fresh);
    const rootId = tree.root?.nodeId ?? root[0]?.id ?? '';
    return new Map([
      ...tree.ids,
      ['', rootId],
      ...fresh.flatMap(({ path, id }) => (path === undefined ? [] : [[path, id] as const])),
    ]);
  }

  private async root(
    { course, tree }: SnapshotWriting,
    ids: ReadonlyMap<string, string>,
    title: string,
  ): Promise<LineChange[]> {
    const before = tree.root;
    if (before?.title === title) return [];
    await this.courses.setTitle(course.id, title);
    const nodeId = ids.get('') ?? '';
    const [rank, parentRevisionId] = [before?.rank ?? 'a0', before?.revisionId ?? null];
    const content = rootContent(course, before, title);
    const [revisionId = ''] = await this.keep.run([{ nodeId, content, parentRevisionId }], MAKING);
    return [{ nodeId, after: { parentId: null, rank, revisionId } }];
  }

  private async chapters(
    { tree, plan }: SnapshotWriting,
    ids: ReadonlyMap<string, string>,
    title: string,
  ): Promise<ReadonlyMap<string, string>> {
    const known = [...ids.keys()].filter((key) => key.endsWith('/'));
    const first = tree.chapters.size + known.length;
    const contents = plan.addedChapters.map((key, index) => ({
      nodeId: ids.get(key) ?? '',
      content: historyChapter(key, first + index + 1, title),
      parentRevisionId: null,
    }));
    const revisions = await this.keep.run(contents, MAKING);
    return new Map(contents.map(({ nodeId }, index) => [nodeId, revisions[index] ?? '']));
  }

  private texts(
    { tree, plan, snapshot }: SnapshotWriting,
    ids: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    const articles = [...plan.added, ...plan.changed].map((path) => ({
      nodeId: ids.get(path) ?? '',
      path,
      hash: snapshot.hashes.get(path) ?? '',
      before: tree.articles.get(path) ?? null,
    }));
    return this.articles.run(articles, snapshot, MAKING);
  }
}

interface Kept {
  readonly ids: ReadonlyMap<string, string>;
  readonly revisions: ReadonlyMap<string, string>;
}

/** What people set stays. */
function rootContent({ code }: CourseRow, before: VersionRow | null, title: string) {
  const fresh = historyRoot(code, title);
  const meta = before === null ? null : metaOf(before, 'root');
  return meta === null ? fresh : { ...fresh, meta };
}

/** Where everything that comes or changes stands; siblings whose rank has to change come along. */
function placed({ tree, plan }: SnapshotWriting, { ids, revisions }: Kept): LineChange[] {
  const idOf = (path: string) => ids.get(path) ?? '';
  const gone = new Set([...plan.removed, ...plan.removedChapters].map(idOf));
  const after = new Map<string, LineChange>();
  const put = ({ nodeId, parentId, rank, revisionId }: TreeRow) =>
    after.set(nodeId, { nodeId, after: { parentId, rank, revisionId } });
  for (const path of plan.changed) {
    const row = tree.articles.get(path);
    if (row !== undefined) put({ ...row, revisionId: revisions.get(row.nodeId) ?? row.revisionId });
  }
  const standing = standingRows(tree, gone);
  for (const [parentId, nodes] of comingNodes(tree, plan, idOf)) {
    const siblings = standing.filter((row) => row.parentId === parentId);
    const known = new Map(siblings.map((row) => [row.nodeId, row.revisionId]));
    for (const [nodeId, rank] of placeAmong(siblings, nodes)) {
      put({ nodeId, parentId, rank, revisionId: revisions.get(nodeId) ?? known.get(nodeId) ?? '' });
    }
  }
  return [...after.values()];
}

/** Chapters and articles that come, by the node they come into. */
function comingNodes(
  tree: HistoryTree,
  plan: HistoryPlan,
  idOf: (path: string) => string,
): ReadonlyMap<string, readonly ComingNode[]> {
  const places = [
    ...plan.addedChapters.map((path) => ({ path, parentId: idOf('') })),
    ...plan.added.map((path) => {
      const key = chapterOf(path);
      return { path, parentId: tree.chapters.get(key)?.nodeId ?? idOf(key) };
    }),
  ];
  const nodes = places.map(({ path, parentId }) => ({ path, parentId, nodeId: idOf(path) }));
  return groupBy(nodes, ({ parentId }) => parentId);
}

function standingRows(tree: HistoryTree, gone: ReadonlySet<string>) {
  const paths = new Map([...tree.ids].map(([path, id]) => [id, path]));
  return tree.rows
    .filter(({ nodeId }) => !gone.has(nodeId))
    .map((row) => ({ ...row, path: paths.get(row.nodeId) ?? null }));
}
