import type { HashFunction } from '../../shared/bytes.js';
import { canonicalDocument } from '../canon/canonical-document.js';
import type { RichNode } from '../rich-node.js';
import { decided, type DecidedDocument } from './decided-blocks.js';
import { documentSide, type BlockContent } from './document-side.js';
import { layBlocks, type LaidBlocks } from './lay-blocks.js';
import { sideValue } from './block-conflicts.js';
import type { BlockConflict, BlockLayer, Resolution } from './merge-model.js';
import { conflictTriple } from './merge-model.js';
import type { ThreeSides } from './merge-side.js';
import type { MergeNote } from './merge-structure.js';

/** Words of somebody's own at the place of a block; blocks without ids get them afterwards. */
export type BlockResolution = Resolution<readonly RichNode[]>;

/** What a merge of documents needs beside the three texts. */
export interface DocumentMergeOptions {
  readonly hash: HashFunction;
  /** Decisions; those about other states than these are left alone. */
  readonly resolutions?: readonly BlockResolution[];
  /** Whether a document is one that lessons allow; without it everything is. */
  readonly isSound?: (document: RichNode) => boolean;
}

/** A document after the merge. */
export interface DocumentMerge {
  /** Holds the base wherever a conflict is open. */
  readonly document: RichNode;
  /** What is to be decided; empty when the merge is whole. */
  readonly conflicts: readonly BlockConflict[];
  readonly notes: readonly MergeNote[];
}

interface Texts {
  readonly base: RichNode;
  readonly ours: RichNode;
  readonly theirs: RichNode;
}

/** Names the conflict of a whole document that no block can be blamed for. */
export const WHOLE_DOCUMENT = 'document';

/**
 * Merges two documents that come from one: existence, place, order, type, attributes, words and formatting
 * each by its own rule, tables and images as one. The same result, whichever side is called ours.
 *
 * @throws DomainError `curriculum.document_invalid` for blocks without ids of their own
 */
export function mergeDocuments(
  base: RichNode,
  ours: RichNode,
  theirs: RichNode,
  options: DocumentMergeOptions,
): DocumentMerge {
  const texts = { base, ours, theirs };
  const merged = decidedMerge(texts, options, new Map());
  const isSound = options.isSound ?? (() => true);
  if (isSound(merged.document)) return merged;
  const suspects = unsoundBlocks(texts, merged, isSound);
  const atoms = new Map(suspects.map((id) => [id, 'schema' as const]));
  const strict = atoms.size > 0 ? decidedMerge(texts, options, atoms) : merged;
  return isSound(strict.document) ? strict : wholeConflict(texts, options);
}

/** Merges, and merges again as long as decisions make conflicts go away. */
function decidedMerge(
  texts: Texts,
  options: DocumentMergeOptions,
  atoms: ReadonlyMap<string, BlockLayer>,
): DocumentMerge {
  const strict = new Set(atoms.keys());
  const sides: ThreeSides<BlockContent> = {
    base: documentSide(texts.base, strict),
    ours: documentSide(texts.ours, strict),
    theirs: documentSide(texts.theirs, strict),
  };
  const result: DecidedDocument = decided(sides, options, (current): LaidBlocks =>
    layBlocks(current, atoms),
  );
  const document = canonicalDocument({ type: 'doc', content: result.blocks });
  return { document, conflicts: result.conflicts, notes: result.notes };
}

/** Top blocks that are not sound by themselves and were changed by both sides. */
function unsoundBlocks(
  { base, ours, theirs }: Texts,
  merged: DocumentMerge,
  isSound: (document: RichNode) => boolean,
): readonly string[] {
  const known = [base, ours, theirs].map(
    (document) => new Set((document.content ?? []).map((block) => String(block.attrs?.['id']))),
  );
  return (merged.document.content ?? []).flatMap((block) => {
    const id = String(block.attrs?.['id']);
    const everywhere = known.every((ids) => ids.has(id));
    return everywhere && !isSound({ type: 'doc', content: [block] }) ? [id] : [];
  });
}

/** The schema fails and no block is to blame: the whole text is one conflict and stays as it was. */
function wholeConflict(
  { base, ours, theirs }: Texts,
  { hash, resolutions = [] }: DocumentMergeOptions,
): DocumentMerge {
  const triple = conflictTriple({ base, ours, theirs }, hash);
  const conflict: BlockConflict = {
    id: WHOLE_DOCUMENT,
    layers: ['schema'],
    base: base.content ?? [],
    ours: ours.content ?? [],
    theirs: theirs.content ?? [],
    triple,
  };
  const decision = sideValue(conflict, resolutions);
  const document = { type: 'doc', content: decision ?? conflict.base };
  return {
    document: canonicalDocument(document),
    conflicts: decision === null ? [conflict] : [],
    notes: [],
  };
}
