import type { VersionNode } from '../diff/tree-diff-model.js';
import { assembleTree, readingOrder } from '../line/tree.js';
import {
  mergeContent,
  type ContentMerge,
  type ContentMergeOptions,
  type ThreeNodes,
} from './merge-content.js';
import { conflictTriple, decisionFor } from './merge-model.js';
import type {
  MergedNode,
  NodeConflict,
  NodeNote,
  NodesMerge,
  StructurePlace,
} from './merge-nodes-model.js';
import { mergeSide, type MergeSide, type ThreeSides } from './merge-side.js';
import {
  mergeStructure,
  threeItems,
  type MergedStructure,
  type StructureLayer,
} from './merge-structure.js';
import { neutralSides, type SideChoice } from './neutral-sides.js';

/** Three states of a curriculum: what both sides come from, and the two sides. */
export interface ThreeVersions {
  readonly base: readonly VersionNode[];
  readonly ours: readonly VersionNode[];
  readonly theirs: readonly VersionNode[];
}

type Sides = ThreeSides<VersionNode>;

/**
 * Merges two states of a curriculum that come from one: existence, place and order of nodes, then the
 * contents of those that both sides changed. Decisions count only for the three states they were made about.
 */
export function mergeNodes(versions: ThreeVersions, options: ContentMergeOptions): NodesMerge {
  const sides: Sides = {
    base: sideOf(versions.base),
    ours: sideOf(versions.ours),
    theirs: sideOf(versions.theirs),
  };
  const { structure, current, conflicts } = decidedStructure(sides, options);
  const nodes: MergedNode[] = [];
  const notes: NodeNote[] = structure.notes.map((note) => ({ ...note, nodeId: note.id }));
  for (const nodeId of order(structure, null)) {
    const merged = contentOf({ sides, current }, structure, { nodeId, options });
    if (merged === null) continue;
    nodes.push({
      nodeId,
      parentId: structure.parents.get(nodeId) ?? null,
      content: merged.content,
    });
    conflicts.push(...merged.conflicts);
    notes.push(...merged.notes);
  }
  return { nodes, conflicts, notes };
}

/** Nodes whose texts the merge will ask for: those that both sides changed differently. */
export function revisionsToMerge(versions: ThreeVersions): readonly VersionNode[] {
  const [base, ours, theirs] = [versions.base, versions.ours, versions.theirs].map(
    (rows) => new Map(rows.map((row) => [row.nodeId, row])),
  );
  return versions.ours.flatMap(({ nodeId }) => {
    const [o, a, b] = [base?.get(nodeId), ours?.get(nodeId), theirs?.get(nodeId)];
    if (a === undefined || b === undefined) return [];
    const three = o === undefined ? [a, b] : [o, a, b];
    const hashes = new Set(three.map(({ contentHash }) => contentHash));
    return hashes.size < three.length ? [] : three;
  });
}

function sideOf(rows: readonly VersionNode[]): MergeSide<VersionNode> {
  const byId = new Map(rows.map((row) => [row.nodeId, row]));
  return mergeSide(
    readingOrder(assembleTree(rows)).flatMap(({ nodeId, parentId }) => {
      const content = byId.get(nodeId);
      return content === undefined ? [] : [{ id: nodeId, parentId, content }];
    }),
  );
}

function sameNode(a: VersionNode, b: VersionNode): boolean {
  return a.contentHash === b.contentHash;
}

/** Structure merged again and again, each time with the decisions that the last time made sense of. */
function decidedStructure(sides: Sides, { hash, resolutions }: ContentMergeOptions) {
  const choices = new Map<string, SideChoice>();
  for (;;) {
    const current = neutralSides(sides, choices);
    const structure = mergeStructure(current, sameNode);
    const layers = new Map<string, StructureLayer[]>();
    for (const { id, layer } of structure.conflicts) {
      if (!choices.has(id)) layers.set(id, [...(layers.get(id) ?? []), layer]);
    }
    const conflicts = [...layers].map(([nodeId, found]): NodeConflict => {
      const values = {
        base: placeOf(sides.base, nodeId),
        ours: placeOf(sides.ours, nodeId),
        theirs: placeOf(sides.theirs, nodeId),
      };
      const subject = { kind: 'structure' as const, layers: found };
      const triple = conflictTriple(values, hash);
      return { id: `${nodeId} structure`, nodeId, subject, ...values, triple };
    });
    const fresh = conflicts.flatMap((conflict) => {
      const choice = decisionFor(resolutions, conflict)?.choice;
      return choice === 'ours' || choice === 'theirs' ? [[conflict.nodeId, choice] as const] : [];
    });
    if (fresh.length === 0) return { structure, current, conflicts };
    for (const [nodeId, choice] of fresh) choices.set(nodeId, choice);
  }
}

function placeOf(side: MergeSide<VersionNode>, nodeId: string) {
  const item = side.items.get(nodeId);
  if (item === undefined) return null;
  const siblings = side.children.get(item.parentId) ?? [];
  const { title, contentHash } = item.content;
  const after = siblings[siblings.indexOf(nodeId) - 1] ?? null;
  const place: StructurePlace = { parentId: item.parentId, after, title, contentHash };
  return { ...place };
}

function order(structure: MergedStructure, parentId: string | null): readonly string[] {
  return (structure.order.get(parentId) ?? []).flatMap((id) => [id, ...order(structure, id)]);
}

interface OneNode {
  readonly nodeId: string;
  readonly options: ContentMergeOptions;
}

/** The sides as they are, and as if decided places were ordinary changes of one of them. */
interface Stages {
  readonly sides: Sides;
  readonly current: Sides;
}

/** What is decided about the place of a node says nothing of its words: both sides' count, as long as both have it. */
function statesOf({ sides, current }: Stages, nodeId: string) {
  const inBoth = sides.ours.items.has(nodeId) && sides.theirs.items.has(nodeId);
  return threeItems(inBoth ? sides : current, nodeId);
}

function contentOf(
  stages: Stages,
  structure: MergedStructure,
  { nodeId, options }: OneNode,
): ContentMerge | null {
  const three = statesOf(stages, nodeId);
  const [base, ours, theirs] = [three.base?.content, three.ours?.content, three.theirs?.content];
  if (structure.asBase.has(nodeId) && base !== undefined) return from('base', base);
  if (ours === undefined) return theirs === undefined ? null : from('theirs', theirs);
  if (theirs === undefined) return from('ours', ours);
  return bothContents({ base, ours, theirs }, options);
}

function bothContents(three: ThreeNodes, options: ContentMergeOptions): ContentMerge {
  const { base, ours, theirs } = three;
  const isBase = (node: VersionNode) => base !== undefined && sameNode(node, base);
  if (sameNode(ours, theirs) || isBase(theirs)) return from('ours', ours);
  return isBase(ours) ? from('theirs', theirs) : mergeContent(three, options);
}

function from(side: 'base' | 'ours' | 'theirs', node: VersionNode): ContentMerge {
  return { content: { from: side, node }, conflicts: [], notes: [] };
}
