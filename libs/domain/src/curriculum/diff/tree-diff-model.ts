import type { NodeKind } from '../node-kinds.js';
import type { DocumentDiff } from './document-diff-model.js';
import type { FieldChange, JsonRecord } from './field-changes.js';
import type { QuestionDiff } from './question-diff.js';
import type { TextDiff } from './text-diff.js';
import type { WordCounts } from './tokens.js';

/** A node as one version of the curriculum shows it. Hashes are lower-case hexadecimal. */
export interface VersionNode {
  readonly nodeId: string;
  readonly parentId: string | null;
  readonly rank: string;
  readonly revisionId: string;
  readonly kind: NodeKind;
  readonly title: string;
  readonly meta: JsonRecord;
  readonly docHash: string | null;
  readonly contentHash: string;
  readonly studyHash: string;
}

/**
 * Where a node stands; `position` counts siblings from 0, `ordinal` those of its kind from 1: a topic that
 * stands after eleven outcomes is still the first topic.
 */
export interface NodePlace {
  readonly parentId: string | null;
  readonly position: number;
  readonly ordinal: number;
}

/** The revision that a version shows of a node. */
export interface NodeRevision {
  readonly revisionId: string;
  readonly title: string;
  readonly docHash: string | null;
  readonly contentHash: string;
  readonly studyHash: string;
}

/** How one node differs between two versions; nodes that do not differ are not listed. */
export interface NodeDiff {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly status: 'added' | 'removed' | 'changed';
  /** Place and revision before; null when added. */
  readonly from: NodePlace | null;
  readonly before: NodeRevision | null;
  /** Place and revision after; null when removed. */
  readonly to: NodePlace | null;
  readonly after: NodeRevision | null;
  readonly moved: boolean;
  /** When moved: the nodes inside it that went along. They are not moved themselves. */
  readonly movedWith: readonly string[];
  /** The title by words; null when it is the same, or when the node was added or removed. */
  readonly renamed: TextDiff | null;
  readonly meta: readonly FieldChange[];
  readonly question: QuestionDiff | null;
  /** Whether the text itself differs. */
  readonly documentChanged: boolean;
  /** The text by blocks and words, once `withDocuments` has filled it in; until then null. */
  readonly document: DocumentDiff | null;
  /** Whether a learner would notice. */
  readonly studyChanged: boolean;
}

/** How many nodes differ, by the kind of difference; one node may count in several. */
export interface TreeDiffCounts {
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly renamed: number;
  readonly contentChanged: number;
  readonly metaChanged: number;
  /** Words of titles, questions and settings, and of the documents that are filled in. */
  readonly words: WordCounts;
}

/** Two versions of a curriculum compared, in reading order of the new one, removed nodes at the end. */
export interface TreeDiff {
  readonly empty: boolean;
  readonly nodes: readonly NodeDiff[];
  readonly counts: TreeDiffCounts;
}
