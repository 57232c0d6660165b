import type { JsonValue } from '../canon/canonical-json.js';
import type { VersionNode } from '../diff/tree-diff-model.js';
import type { RichNode } from '../rich-node.js';
import type { BlockLayer, ConflictTriple, Resolution } from './merge-model.js';
import type { MergeNote, StructureLayer } from './merge-structure.js';

/** What two sides collide about at a node. */
export type ConflictSubject =
  /** Whether it is there, under what, and where among its siblings. */
  | { readonly kind: 'structure'; readonly layers: readonly StructureLayer[] }
  /** Its title, or one setting. */
  | { readonly kind: 'field'; readonly path: readonly string[] }
  /** A question, which is one thing: half a key of one and half a stem of the other is no question. */
  | { readonly kind: 'question' }
  /** A block of its text. */
  | { readonly kind: 'block'; readonly blockId: string; readonly layers: readonly BlockLayer[] };

/** Where a side has a node; the value of a conflict of structure. */
export interface StructurePlace {
  readonly parentId: string | null;
  /** The sibling before it; null when it comes first. */
  readonly after: string | null;
  readonly title: string;
  readonly contentHash: string;
}

/** What a side has at the place of a conflict: null where it has nothing. */
export type ConflictValue = JsonValue | readonly RichNode[];

/** One thing to be decided; the merged curriculum holds the base there. */
export interface NodeConflict {
  /** Stable name of what it is about, within the merge. */
  readonly id: string;
  readonly nodeId: string;
  readonly subject: ConflictSubject;
  readonly base: ConflictValue;
  readonly ours: ConflictValue;
  readonly theirs: ConflictValue;
  readonly triple: ConflictTriple;
}

/** A decision about a conflict of a curriculum. */
export type NodeResolution = Resolution<ConflictValue>;

/** The content of a node after the merge: a revision that there is, or one to be made. */
export type MergedContent =
  | { readonly from: 'base' | 'ours' | 'theirs'; readonly node: VersionNode }
  | {
      readonly from: 'merged';
      readonly title: string;
      readonly meta: VersionNode['meta'];
      readonly doc: RichNode | null;
    };

/** A node after the merge; nodes come in reading order. */
export interface MergedNode {
  readonly nodeId: string;
  readonly parentId: string | null;
  readonly content: MergedContent;
}

/** A note of the merge, at a node or at a block of its text. */
export interface NodeNote extends MergeNote {
  readonly nodeId: string;
}

/** A curriculum after the merge. */
export interface NodesMerge {
  readonly nodes: readonly MergedNode[];
  readonly conflicts: readonly NodeConflict[];
  readonly notes: readonly NodeNote[];
}
