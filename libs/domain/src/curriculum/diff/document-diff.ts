import type { DefaultAttributes } from '../canon/canonical-document.js';
import { isStudied } from '../canon/study-form.js';
import type { RichAttributes, RichNode } from '../rich-node.js';
import { indexBlocks, type Block } from './block-index.js';
import { matchBlocks, type BlockMatches } from './block-match.js';
import { countDifferences } from './document-diff-counts.js';
import type { BlockDiff, DocumentDiff } from './document-diff-model.js';
import { fieldChanges, type FieldChange } from './field-changes.js';
import { comparableDocument } from './document-sides.js';
import { diffInline, wholeLine, type InlineDiff } from './inline-diff.js';
import { longestIncreasing } from './longest-increasing.js';
import { diffText } from './text-diff.js';
import { addWords, NO_WORDS, type WordCounts } from './tokens.js';

/**
 * Compares two documents block by block and word by word. Moves are moves, formatting is told apart
 * from wording, and both documents can be had back from the result (`documentBefore`,
 * `documentAfter`) in their canonical form.
 */
export function diffDocuments(
  before: RichNode,
  after: RichNode,
  defaults: DefaultAttributes = {},
): DocumentDiff {
  const a = indexBlocks(comparableDocument(before, defaults));
  const b = indexBlocks(comparableDocument(after, defaults));
  const matches = matchBlocks(a, b);
  const root = b[0] ? present(b[0], matches, NOWHERE_MOVED) : EMPTY_ROOT;
  const counts = countDifferences(root);
  return { empty: root.status === 'same' && counts.moved === 0, root, counts };
}

const NOWHERE_MOVED: ReadonlySet<Block> = new Set();

const NO_LINE: InlineDiff = { segments: [], words: NO_WORDS };

const EMPTY_ROOT: BlockDiff = {
  status: 'same',
  id: null,
  type: 'doc',
  from: [],
  to: [],
  moved: false,
  attrs: {},
  attributeChanges: [],
  inline: [],
  children: [],
  words: NO_WORDS,
};

/** A block of the new document: new, or laid over the old one that it was. */
function present(block: Block, matches: BlockMatches, moved: ReadonlySet<Block>): BlockDiff {
  const old = matches.oldOf(block);
  const children = mergedChildren(old, block, matches);
  return old ? overlaid(old, block, children, moved.has(block)) : added(block, children);
}

function added(block: Block, children: readonly BlockDiff[]): BlockDiff {
  const line = oneSidedLine('insert', block);
  return {
    status: 'added',
    id: block.id,
    type: block.node.type,
    from: null,
    to: block.path,
    moved: false,
    attrs: attributesOf(block),
    attributeChanges: [],
    inline: line.segments,
    children,
    words: line.words,
  };
}

function overlaid(
  old: Block,
  block: Block,
  children: readonly BlockDiff[],
  moved: boolean,
): BlockDiff {
  const line = lineOf(old, block);
  const attributeChanges = fieldChanges(attributesOf(old), attributesOf(block));
  const retyped = old.node.type !== block.node.type;
  const changed =
    retyped ||
    attributeChanges.length > 0 ||
    line.segments.some(({ op }) => op !== 'same') ||
    children.some((child) => child.status !== 'same' || child.moved);
  return {
    status: changed ? 'changed' : 'same',
    id: block.id,
    ...(old.id !== block.id && { idBefore: old.id }),
    type: block.node.type,
    ...(retyped && { typeBefore: old.node.type }),
    from: old.path,
    to: block.path,
    moved,
    attrs: attributesOf(block),
    attributeChanges,
    inline: line.segments,
    children,
    words: addWords([line.words, attributeWords(block, attributeChanges)]),
  };
}

/** A block of the old document that is gone, with those blocks in it that are gone too. */
function removed(old: Block, matches: BlockMatches): BlockDiff {
  const line = oneSidedLine('delete', old);
  const gone = old.children.filter((child) => !matches.isKept(child));
  return {
    status: 'removed',
    id: old.id,
    type: old.node.type,
    from: old.path,
    to: null,
    moved: false,
    attrs: attributesOf(old),
    attributeChanges: [],
    inline: line.segments,
    children: gone.map((child) => removed(child, matches)),
    words: line.words,
  };
}

/** The new children in order, with removed old ones put after the sibling they followed. */
function mergedChildren(
  old: Block | undefined,
  block: Block,
  matches: BlockMatches,
): readonly BlockDiff[] {
  const places = old ? stayedPlaces(old, block, matches) : new Map<Block, number>();
  const moved = new Set(block.children.filter((c) => matches.oldOf(c) && !places.has(c)));
  const gone = (old?.children ?? []).flatMap((child, place) =>
    matches.isKept(child) ? [] : [{ place, child }],
  );
  const merged: BlockDiff[] = [];
  let next = 0;
  const pass = (limit: number) => {
    for (; (gone[next]?.place ?? limit) < limit; next++) {
      const child = gone[next]?.child;
      if (child) merged.push(removed(child, matches));
    }
  };
  let upcoming = nextPlaces(block, places);
  for (const child of block.children) {
    pass(upcoming[0] ?? Number.POSITIVE_INFINITY);
    if (places.has(child)) upcoming = upcoming.slice(1);
    merged.push(present(child, matches, moved));
  }
  pass(Number.POSITIVE_INFINITY);
  return merged;
}

function nextPlaces(block: Block, places: ReadonlyMap<Block, number>): readonly number[] {
  return block.children.flatMap((child) => places.get(child) ?? []);
}

/** The children that kept their order under the same container, with their old places. */
function stayedPlaces(old: Block, block: Block, matches: BlockMatches): ReadonlyMap<Block, number> {
  const stays = block.children.flatMap((child) => {
    const from = matches.oldOf(child);
    const place = from?.path.at(-1);
    return from?.parent === old && place !== undefined ? [[child, place] as const] : [];
  });
  const kept = longestIncreasing(stays.map(([, place]) => place));
  return new Map(kept.flatMap((index) => (stays[index] ? [stays[index]] : [])));
}

function lineOf(old: Block, block: Block): InlineDiff {
  if (old.shape === 'container' || block.shape === 'container') return NO_LINE;
  return diffInline(old.node.content ?? [], block.node.content ?? []);
}

function oneSidedLine(op: 'insert' | 'delete', block: Block): InlineDiff {
  return block.shape === 'line' ? wholeLine(op, block.node.content ?? []) : NO_LINE;
}

function attributesOf(block: Block): RichAttributes {
  const { id: _id, ...attrs } = block.node.attrs ?? {};
  return attrs;
}

/** Words that differ in attributes that are texts, such as the title of a case. */
function attributeWords(block: Block, changes: readonly FieldChange[]): WordCounts {
  return addWords(
    changes
      .filter(({ path }) => isStudied(block.node.type, path[0] ?? ''))
      .map(({ before, after }) => diffText(asText(before), asText(after)).words),
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
