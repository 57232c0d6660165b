import { canonicalJson } from '../canon/canonical-json.js';
import type { JsonRecord } from '../diff/field-changes.js';
import type { VersionNode } from '../diff/tree-diff-model.js';
import { freshRanks } from '../line/ranks.js';
import type { ContentMergeOptions } from '../merge/merge-content.js';
import { mergeNodes } from '../merge/merge-nodes.js';
import type { NodeResolution, NodesMerge } from '../merge/merge-nodes-model.js';
import type { NodeKind } from '../node-kinds.js';
import type { RichNode } from '../rich-node.js';
import { sha256 } from './sha256.js';

/** A node of a test curriculum; its place in the list is its place among siblings. */
export interface TestNode {
  readonly id: string;
  readonly in: string | null;
  readonly kind?: NodeKind;
  readonly title?: string;
  readonly meta?: JsonRecord;
  readonly text?: RichNode;
}

/** One state of a test curriculum. */
export type TestTree = readonly TestNode[];

/** Two modules with two lessons each, and an empty one. */
export const TREE: TestTree = [
  { id: 'root', in: null },
  { id: 'M1', in: 'root' },
  { id: 'M2', in: 'root' },
  { id: 'M3', in: 'root' },
  { id: 'L1', in: 'M1' },
  { id: 'L2', in: 'M1' },
  { id: 'L3', in: 'M2' },
  { id: 'L4', in: 'M2' },
];

/** The tree with some nodes put anew: changed where they stand. */
export function changed(tree: TestTree, ...nodes: readonly (Partial<TestNode> & { id: string })[]) {
  return tree.map((node) => ({ ...node, ...nodes.find(({ id }) => id === node.id) }));
}

/** The tree with a node put right after another one, or first in a parent. */
export function put(tree: TestTree, node: TestNode, after: string | null = null): TestTree {
  const rest = tree.filter(({ id }) => id !== node.id);
  const at =
    after === null
      ? rest.findIndex((one) => one.in === node.in)
      : rest.findIndex(({ id }) => id === after) + 1;
  const place = at < 0 ? rest.length : at;
  return [...rest.slice(0, place), node, ...rest.slice(place)];
}

/** The tree without nodes and everything in them. */
export function without(tree: TestTree, ...ids: readonly string[]): TestTree {
  const gone = new Set(ids);
  for (let size = -1; size !== gone.size;) {
    size = gone.size;
    for (const node of tree) if (node.in !== null && gone.has(node.in)) gone.add(node.id);
  }
  return tree.filter(({ id }) => !gone.has(id));
}

/** A text of paragraphs with ids. */
export function text(...lines: readonly string[]): RichNode {
  const content = lines.map((line, index) => ({
    type: 'paragraph',
    attrs: { id: `p${index + 1}` },
    content: [{ type: 'text', text: line }],
  }));
  return { type: 'doc', content };
}

const TEXTS = new Map<string, RichNode>();

function versions(tree: TestTree): readonly VersionNode[] {
  const ranks = freshRanks(tree.length);
  return tree.map((node, index): VersionNode => {
    const {
      id: nodeId,
      in: parentId,
      kind = 'lesson',
      title = nodeId,
      meta = {},
      text: doc,
    } = node;
    const contentHash = canonicalJson({ title, meta, doc: doc ?? null });
    const revisionId = `${nodeId} ${contentHash}`;
    if (doc !== undefined) TEXTS.set(revisionId, doc);
    const docHash = doc === undefined ? null : canonicalJson(doc);
    const rank = ranks[index] ?? '';
    return {
      nodeId,
      parentId,
      rank,
      revisionId,
      kind,
      title,
      meta,
      docHash,
      contentHash,
      studyHash: contentHash,
    };
  });
}

/** Merges test curricula. */
export function mergeTrees(
  base: TestTree,
  ours: TestTree,
  theirs: TestTree,
  resolutions: readonly NodeResolution[] = [],
): NodesMerge {
  const options: ContentMergeOptions = {
    hash: sha256,
    documentOf: (revisionId) => TEXTS.get(revisionId) ?? null,
    resolutions,
  };
  return mergeNodes(
    { base: versions(base), ours: versions(ours), theirs: versions(theirs) },
    options,
  );
}

/** The result as `parent: child child`, one line per parent that has any. */
export function shape({ nodes }: Pick<NodesMerge, 'nodes'>): Readonly<Record<string, string>> {
  const lines: Record<string, string> = {};
  for (const { nodeId, parentId } of nodes) {
    const key = parentId ?? '';
    lines[key] = lines[key] === undefined ? nodeId : `${lines[key]} ${nodeId}`;
  }
  return lines;
}

/** What collides, as `node kind layers`. */
export function conflictsOf({ conflicts }: Pick<NodesMerge, 'conflicts'>): readonly string[] {
  return conflicts
    .map(({ id, subject }) => ('layers' in subject ? `${id}: ${subject.layers.join(' ')}` : id))
    .sort();
}
