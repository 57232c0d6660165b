import type { CalendarDate, NodeKind, RevisionContentOf } from '@cam-nang/domain';

import type { CourseFileError } from '../errors/course-error.js';

/**
 * A node of a loaded course. References inside its content are the names that authors use (`cd01`,
 * `cd01-02`, `cd01.bank`); `resolveReferences` turns them into node ids.
 */
export type LoadedNode = { [K in NodeKind]: LoadedNodeOf<K> }[NodeKind];

export interface LoadedNodeOf<K extends NodeKind> {
  /** The lasting name of the node, unique in the course, equal in every edition. */
  readonly slug: string;
  /** Name of the node that holds it; null for the root. */
  readonly parent: string | null;
  /** The file that it stands in. */
  readonly file: string;
  readonly content: RevisionContentOf<K>;
}

/** Why a file was changed, and on whose proposal. */
export interface ChangeReason {
  readonly path: string;
  readonly reason: string;
  readonly reasonEn: string;
  readonly proposedBy?: string;
  readonly proposal?: string;
}

/** The decision that an edition is issued by. */
export interface EditionDecision {
  readonly number: string;
  readonly signedOn: CalendarDate;
  readonly title: string;
  readonly titleEn: string;
}

/** What an edition is beside its content. The first edition changes nothing; its decision may stand in `course.yaml`. */
export interface LoadedEdition {
  /** `major.minor`, such as `1.1`. */
  readonly label: string;
  readonly base: string | null;
  readonly kind: 'erratum' | 'amendment';
  readonly force: CalendarDate;
  readonly decision: EditionDecision | null;
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly removed: readonly string[];
  readonly reasons: readonly ChangeReason[];
}

/** A whole edition: every node after the one that holds it, siblings in their order. */
export interface LoadedCourse {
  readonly edition: LoadedEdition;
  readonly nodes: readonly LoadedNode[];
  /** Every file of the edition by its path, those it shares with its base included. */
  readonly files: ReadonlyMap<string, string>;
}

export type CourseLoad =
  | { readonly ok: true; readonly course: LoadedCourse }
  | { readonly ok: false; readonly errors: readonly CourseFileError[] };
