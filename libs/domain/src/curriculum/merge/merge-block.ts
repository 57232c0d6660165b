import { sameJson } from '../canon/canonical-json.js';
import type { BlockContent } from './document-side.js';
import { mergeLines } from './merge-inline.js';
import type { BlockLayer } from './merge-model.js';
import { mergeAtom, mergeRecords } from './merge-values.js';

/** A block's own content after the merge, and in what the sides collide. */
export interface MergedBlock {
  readonly content: BlockContent;
  readonly layers: readonly BlockLayer[];
}

/** Whether two blocks say the same by themselves. */
export function sameBlock(a: BlockContent, b: BlockContent): boolean {
  return a === b || sameJson(a, b);
}

/** Merges what a block says by itself: type, attributes one by one, words. While it collides it is the base. */
export function mergeBlock(
  base: BlockContent,
  ours: BlockContent,
  theirs: BlockContent,
): MergedBlock {
  const whole = mergeAtom(base, ours, theirs, sameBlock);
  if (!whole.conflict) return { content: whole.value, layers: [] };
  if ([base, ours, theirs].some((content) => content.whole !== null)) {
    return { content: base, layers: ['strict'] };
  }
  const type = mergeAtom(base.type, ours.type, theirs.type);
  const attrs = mergeRecords(base.attrs, ours.attrs, theirs.attrs);
  const line = mergeLines(base.line, ours.line, theirs.line);
  const layers: readonly BlockLayer[] = [
    ...(type.conflict ? (['type'] as const) : []),
    ...(attrs.conflicts.length > 0 ? (['attributes'] as const) : []),
    ...(line === null ? (['text'] as const) : []),
  ];
  if (layers.length > 0 || line === null) return { content: base, layers };
  return { content: { type: type.value, attrs: attrs.record, line, whole: null }, layers };
}
