import { hashText, type HashFunction } from '../../shared/bytes.js';
import { canonicalJson } from '../canon/canonical-json.js';
import type { RichNode } from '../rich-node.js';

/** Hashes of the three states that a decision is about: for any other three it says nothing. */
export interface ConflictTriple {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What somebody decided about a conflict: one side, both in an order, or words of their own. */
export type Choice<Written> =
  | { readonly choice: 'ours' | 'theirs' }
  | { readonly choice: 'both'; readonly first: 'ours' | 'theirs' }
  | { readonly choice: 'written'; readonly written: Written };

/** A decision, bound to the three states that it was made about. */
export interface Resolution<Written> {
  /** What the conflict is about, as the conflict names it. */
  readonly id: string;
  readonly triple: ConflictTriple;
  readonly decision: Choice<Written>;
}

export const BLOCK_LAYERS = [
  'existence',
  'placement',
  'cycle',
  'order',
  'type',
  'attributes',
  'text',
  'strict',
  'schema',
] as const;

/** In what two sides collide at a block. */
export type BlockLayer = (typeof BLOCK_LAYERS)[number];

/**
 * A block at which two sides collide: what it was and what each side made of it; a side that took it out
 * has nothing. The merged document holds the base here.
 */
export interface BlockConflict {
  readonly id: string;
  readonly layers: readonly BlockLayer[];
  readonly base: readonly RichNode[];
  readonly ours: readonly RichNode[];
  readonly theirs: readonly RichNode[];
  readonly triple: ConflictTriple;
}

/** The triple of three values; undefined is a value that is not there. */
export function conflictTriple(
  { base, ours, theirs }: Readonly<Record<'base' | 'ours' | 'theirs', unknown>>,
  hash: HashFunction,
): ConflictTriple {
  const of = (value: unknown) => hashText(canonicalJson(value ?? null), hash);
  return { base: of(base), ours: of(ours), theirs: of(theirs) };
}

/** Whether two decisions are about the same three states. */
export function sameTriple(a: ConflictTriple, b: ConflictTriple): boolean {
  return a.base === b.base && a.ours === b.ours && a.theirs === b.theirs;
}

/** The decision about exactly this conflict, if there is one. */
export function decisionFor<Written>(
  resolutions: readonly Resolution<Written>[],
  conflict: { readonly id: string; readonly triple: ConflictTriple },
): Choice<Written> | null {
  const found = resolutions.find(
    ({ id, triple }) => id === conflict.id && sameTriple(triple, conflict.triple),
  );
  return found?.decision ?? null;
}
