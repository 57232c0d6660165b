import type { MarkdownSource } from '@cam-nang/domain';
import type { NodeOfFile } from '../persistence/node-store.js';
import type { VersionRow } from './curriculum-version.js';
import { metaOf } from './node-meta.js';

/** A curriculum that was read from files, at one commit: articles by path, chapters by folder. */
export interface HistoryTree {
  readonly root: VersionRow | null;
  readonly articles: ReadonlyMap<string, VersionRow>;
  /** Keys end in `/`; articles outside of any folder are in `./`. */
  readonly chapters: ReadonlyMap<string, VersionRow>;
  readonly rows: readonly VersionRow[];
  /** Ids of all nodes that ever were of a file, by path. */
  readonly ids: ReadonlyMap<string, string>;
}

/** The files of a day, as far as the comparison with the line goes. */
export interface SnapshotFiles {
  /** Whether files that are not named are gone. */
  readonly whole: boolean;
  /** SHA-256 of the normal form, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/** What a snapshot changes. */
export interface HistoryPlan {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly addedChapters: readonly string[];
  readonly removedChapters: readonly string[];
}

/** The key of the chapter that a file is in. */
export function chapterOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? './' : path.slice(0, end + 1);
}

export function historyTree(
  rows: readonly VersionRow[],
  files: readonly NodeOfFile[],
): HistoryTree {
  const byId = new Map(rows.map((row) => [row.nodeId, row]));
  const placed = files.flatMap(({ id, path, kind }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ path, kind, row }];
  });
  const ofKind = (wanted: string) =>
    new Map(
      placed.flatMap(({ path, kind, row }) => (kind === wanted ? [[path, row] as const] : [])),
    );
  return {
    root: rows.find(({ kind }) => kind === 'root') ?? null,
    articles: ofKind('lesson'),
    chapters: ofKind('module'),
    rows,
    ids: new Map(files.map(({ path, id }) => [path, id])),
  };
}

/** The Markdown that a lesson was read from, while it still says the same; else null. */
export function currentSource(row: VersionRow): string | null {
  const markdown: MarkdownSource | undefined = metaOf(row, 'lesson')?.markdown;
  return markdown !== undefined && markdown.of === row.docHash ? markdown.source : null;
}

/** What has to be done so that the line holds what the files say. Paths come in the order of the files. */
export function planSnapshot(tree: HistoryTree, files: SnapshotFiles): HistoryPlan {
  const { articles } = tree;
  const named = [...files.hashes.keys()];
  const added = named.filter((path) => !articles.has(path));
  const changed = named.filter((path) => {
    const row = articles.get(path);
    return row !== undefined && currentSource(row) !== files.hashes.get(path);
  });
  const removed = files.whole
    ? [...articles.keys()].filter((path) => !files.hashes.has(path))
    : files.removed.filter((path) => articles.has(path));
  return { added, changed, removed, ...planChapters(tree, added, removed) };
}

/** A chapter comes with its first article and goes with its last, unless something else stands in it. */
function planChapters(tree: HistoryTree, added: readonly string[], removed: readonly string[]) {
  const wanted = new Set(added.map(chapterOf));
  const gone = new Set(removed.map((path) => tree.articles.get(path)?.nodeId));
  const filled = new Set(
    tree.rows.flatMap(({ nodeId, parentId }) => (gone.has(nodeId) ? [] : [parentId])),
  );
  const left = new Set(removed.map(chapterOf));
  return {
    addedChapters: [...wanted].filter((key) => !tree.chapters.has(key)),
    removedChapters: [...left].filter((key) => {
      const row = tree.chapters.get(key);
      return row !== undefined && !wanted.has(key) && !filled.has(row.nodeId);
    }),
  };
}

/** Whether a plan changes anything. */
export function isEmptyPlan({ added, changed, removed }: HistoryPlan): boolean {
  return added.length + changed.length + removed.length === 0;
}
