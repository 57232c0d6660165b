import type { RichAttributes, RichMark, RichNode } from '../rich-node.js';
import type { FieldChange } from './field-changes.js';
import type { WordCounts } from './tokens.js';

/**
 * A run of a line. `same` stayed, `format` stayed with other marks, `delete` went, `insert` came.
 * `marks` are those after (before, for `delete`); `marksBefore` only for `format`. A run is a text, or
 * one inline node that is no text (`node`, then `text` is empty).
 */
export interface InlineSegment {
  readonly op: 'same' | 'format' | 'delete' | 'insert';
  readonly text: string;
  readonly marks: readonly RichMark[];
  readonly marksBefore?: readonly RichMark[];
  readonly node?: RichNode;
}

/** Whether a block, or anything in it, differs. A block that only moved is `same`. */
export type BlockStatus = 'same' | 'changed' | 'added' | 'removed';

/**
 * One block of the two documents laid over each other: in the order of the new one, with removed
 * blocks where they stood. A block holds either a line (`inline`) or other blocks (`children`).
 */
export interface BlockDiff {
  readonly status: BlockStatus;
  /** Stable id after; of the old block when removed; null when it has none. */
  readonly id: string | null;
  /** The old block's id where it was another one and the two were matched by their words. */
  readonly idBefore?: string | null;
  readonly type: string;
  /** The old type, where it was another one. */
  readonly typeBefore?: string;
  /** Path of child indices in the old document; null when added. */
  readonly from: readonly number[] | null;
  /** Path of child indices in the new document; null when removed. */
  readonly to: readonly number[] | null;
  readonly moved: boolean;
  /** Attributes after, without the id; before, when removed. */
  readonly attrs: RichAttributes;
  readonly attributeChanges: readonly FieldChange[];
  readonly inline: readonly InlineSegment[];
  readonly children: readonly BlockDiff[];
  /** Words that came and went in this block itself, its attributes included. */
  readonly words: WordCounts;
}

/** How much differs. Added and removed blocks count once with all that is in them. */
export interface DocumentDiffCounts {
  readonly words: WordCounts;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  /** Blocks whose words, type or meaningful attributes differ. */
  readonly changed: number;
  /** Blocks that differ only in formatting. */
  readonly formatted: number;
}

/** Two documents compared: the one object that every view of the difference reads. */
export interface DocumentDiff {
  /** Whether nothing differs at all. */
  readonly empty: boolean;
  /** The two documents' roots laid over each other. */
  readonly root: BlockDiff;
  readonly counts: DocumentDiffCounts;
}
