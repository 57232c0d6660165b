import { blockId, isInline, plainText, type RichNode } from '../rich-node.js';

/** Letters on either side of a quote that tell one occurrence from another. */
const CONTEXT = 32;
/** A quote must be this long to be recognised in a block that it was not anchored to. */
const RECOGNISED = 12;

/**
 * The words that somebody speaks about: a quote in a block, with what stood around it. Without a block it is the
 * node as a whole; with an empty quote it is the block. Kept beside the document, never in it.
 */
export interface Passage {
  readonly blockId: string | null;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** Where the quote began in the words of the block. */
  readonly offset: number;
}

/**
 * Where a passage is in a later text. `changed`: the block is there and its words are other ones; `gone`: nothing is
 * left of it. Either way the quote is still what was spoken about.
 */
export type PassagePlace =
  | { readonly state: 'whole' }
  | {
      readonly state: 'found';
      readonly blockId: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly state: 'changed'; readonly blockId: string }
  | { readonly state: 'gone' };

/** The words of a block as passages count them: one space for any white space, none at the ends. */
export function passageText(block: RichNode): string {
  return oneSpace(plainText(block));
}

/** The block of an id, however deep. */
export function blockById(document: RichNode, id: string): RichNode | null {
  for (const child of document.content ?? []) {
    const found = blockId(child) === id ? child : blockById(child, id);
    if (found !== null) return found;
  }
  return null;
}

/** The passage that a quote is about, or null when the block is not there or does not say that. */
export function passageOf(
  document: RichNode,
  asked: Pick<Passage, 'blockId' | 'quote' | 'offset'>,
): Passage | null {
  if (asked.blockId === null) return { blockId: null, quote: '', before: '', after: '', offset: 0 };
  const block = blockById(document, asked.blockId);
  if (block === null) return null;
  const quote = oneSpace(asked.quote);
  const text = passageText(block);
  const offset = nearest(occurrences(text, quote), asked.offset);
  if (offset === null) return null;
  const end = offset + quote.length;
  return {
    blockId: asked.blockId,
    quote,
    before: text.slice(Math.max(0, offset - CONTEXT), offset),
    after: text.slice(end, end + CONTEXT),
    offset,
  };
}

/** Finds a passage again: in its block, else as the only such words of the document, else the place it had. */
export function locatePassage(document: RichNode | null, passage: Passage): PassagePlace {
  if (passage.blockId === null) return { state: 'whole' };
  if (document === null) return { state: 'gone' };
  const block = blockById(document, passage.blockId);
  const inside = block === null ? null : placeIn(block, passage);
  if (inside !== null) return inside;
  const elsewhere = placeElsewhere(document, passage);
  if (elsewhere !== null) return elsewhere;
  return block === null ? { state: 'gone' } : { state: 'changed', blockId: passage.blockId };
}

function placeIn(block: RichNode, passage: Passage): PassagePlace | null {
  const id = blockId(block);
  const text = passageText(block);
  if (id === null) return null;
  if (passage.quote === '') return { state: 'found', blockId: id, start: 0, end: text.length };
  const start = likeliest(text, passage);
  if (start === null) return null;
  return { state: 'found', blockId: id, start, end: start + passage.quote.length };
}

/** Words that were moved to another block, by splitting or by pasting: only where no second place says the same. */
function placeElsewhere(document: RichNode, passage: Passage): PassagePlace | null {
  if (passage.quote.length < RECOGNISED) return null;
  const places = lines(document).flatMap((block) =>
    occurrences(passageText(block), passage.quote).map(() => block),
  );
  const [only] = places;
  return only === undefined || places.length > 1 ? null : placeIn(only, passage);
}

/** Blocks that hold a line of text. */
function lines(node: RichNode): readonly RichNode[] {
  const children = node.content ?? [];
  if (children.some(isInline)) return [node];
  return children.flatMap(lines);
}

function likeliest(text: string, passage: Passage): number | null {
  const places = occurrences(text, passage.quote);
  const scored = places.map((start) => {
    const around =
      sameEnd(text.slice(0, start), passage.before) +
      sameStart(text.slice(start + passage.quote.length), passage.after);
    return { start, around, away: Math.abs(start - passage.offset) };
  });
  scored.sort((a, b) => b.around - a.around || a.away - b.away || a.start - b.start);
  return scored[0]?.start ?? null;
}

function nearest(places: readonly number[], offset: number): number | null {
  const sorted = [...places].sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset) || a - b);
  return sorted[0] ?? null;
}

function occurrences(text: string, quote: string): number[] {
  if (quote === '') return [0];
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

function sameStart(a: string, b: string): number {
  let count = 0;
  while (count < b.length && a[count] === b[count]) count++;
  return count;
}

function sameEnd(a: string, b: string): number {
  let count = 0;
  while (
    count < b.length &&
    a.length > count &&
    a[a.length - 1 - count] === b[b.length - 1 - count]
  )
    count++;
  return count;
}

function oneSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
