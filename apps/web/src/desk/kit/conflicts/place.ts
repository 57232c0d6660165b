import type { ConflictSubject, ConflictValue } from '@cam-nang/domain';
import type { decideConflict, InputOf } from '@cam-nang/contracts';

export type Decision = InputOf<typeof decideConflict>['body']['decision'];

/** A place at which two texts collide, as it is shown. */
export interface PlaceOfConflict {
  readonly subject: ConflictSubject;
  readonly base: ConflictValue;
  readonly ours: ConflictValue;
  readonly theirs: ConflictValue;
  /** The person may not see the texts. */
  readonly hidden: boolean;
  readonly decision: { readonly decision: unknown } | null;
}

/** What the sides are called where they are shown, and what choosing one is called. */
export interface SideNames {
  readonly ours: string;
  readonly theirs: string;
  readonly keepOurs: string;
  readonly keepTheirs: string;
  readonly oursFirst: string;
  readonly theirsFirst: string;
  /** Where the words go that are chosen or written. */
  readonly written: string;
  readonly result: string;
}
