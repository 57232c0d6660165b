import type { ConflictValue, NodeConflict, NodeResolution } from '@cam-nang/domain';
import type { ApiProblem } from '../../../lib/api/problem.js';
import type { DraftView } from '../../kit/curriculum/types.js';

/** What a person writes in a node: its title, its settings, its text. */
export interface DraftContent {
  readonly title: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly document: DraftView['node']['document'];
}

/** A text that the server has, with the number and the hash by which a save names it. */
export interface SavedText {
  readonly version: number;
  readonly hash: string;
  readonly content: DraftContent;
}

/** The text that stands at the server; nobody's where it is that of the edition. */
export interface OtherText extends SavedText {
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  /** Saved by the person who writes here, on this device or another; names do not say that, ids at the server do. */
  readonly mine: boolean;
}

/** A place where both wrote: `ours` is the other text, `theirs` what stands in this editor. */
export type DraftConflict = NodeConflict;
export type DraftDecision = NodeResolution;
export type { ConflictValue };

/** What this device keeps of a text that has not reached the server. */
export interface KeptDraft {
  /** The text that it was made from. */
  readonly from: SavedText;
  /** What was sent without hearing whether it arrived. */
  readonly unanswered: DraftContent | undefined;
  readonly content: DraftContent;
}

/** Where what was typed has got to. */
export type DraftState =
  | { readonly at: 'clean' }
  | { readonly at: 'typing' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly time: string }
  /** No answer from the server: kept on this device where it has room, tried again by itself. */
  | { readonly at: 'waiting'; readonly problem: ApiProblem; readonly kept: boolean }
  /** The server refused the content: it has to be mended. */
  | { readonly at: 'refused'; readonly problem: ApiProblem }
  /** Others wrote at the same places: both texts are kept until somebody chooses. */
  | {
      readonly at: 'collided';
      readonly other: OtherText;
      readonly conflicts: readonly DraftConflict[];
    };

/** The text of a view. */
export function contentOf({ node }: Pick<DraftView, 'node'>): DraftContent {
  const { title, meta, document } = node;
  return { title, meta, document };
}

/** What an answer says stands at the server. */
export function textOfView(view: DraftView): Omit<OtherText, 'mine'> {
  const { version, hash, savedAt, savedBy } = view;
  return { version, hash, content: contentOf(view), savedAt, savedBy };
}

/** The text at the server as the refusal of a late save carries it. */
export function otherIn(details: Readonly<Record<string, unknown>>): OtherText | null {
  const { current } = details;
  if (typeof current !== 'object' || current === null || !('hash' in current)) return null;
  const { version, hash, title, meta, document, savedAt, savedBy, mine } = current as Omit<
    OtherText,
    'content'
  > &
    DraftContent;
  return { version, hash, content: { title, meta, document }, savedAt, savedBy, mine };
}
