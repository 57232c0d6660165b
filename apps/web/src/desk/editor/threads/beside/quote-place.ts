import type { Node as DocumentNode } from '@tiptap/pm/model';

/** The words that somebody speaks about, as a thread names them. */
export interface SpokenWords {
  readonly blockId: string;
  readonly quote: string;
  /** Where the quote begins in the words of its block; null where that is not known. */
  readonly start: number | null;
}

/** Where they stand in a text that is being written; `whole` for the block, because its words are other ones now. */
export interface PlaceInText {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

/** Finds what a thread is about in a text that is being written; null where its block is not in it any more. */
export function placeInText(
  doc: DocumentNode,
  { blockId, ...words }: SpokenWords,
): PlaceInText | null {
  const found = blockIn(doc, blockId);
  if (found === null) return null;
  const { node, at } = found;
  const range = words.quote === '' || !node.isTextblock ? null : wordsIn(node, words);
  if (range === null) return { from: at, to: at + node.nodeSize, whole: true };
  return { from: at + 1 + range[0], to: at + 1 + range[1], whole: false };
}

/** Things that are said about words of a text, in its order; what is nowhere in it comes first. */
export function inTextOrder<T>(
  doc: DocumentNode,
  things: readonly T[],
  wordsOf: (thing: T) => SpokenWords | undefined,
): readonly T[] {
  const placed = things.map((thing) => {
    const words = wordsOf(thing);
    return { thing, at: words === undefined ? -1 : (placeInText(doc, words)?.from ?? -1) };
  });
  return placed.sort((a, b) => a.at - b.at).map(({ thing }) => thing);
}

/** The block of a passage as it stands now, else the beginning of the text: the words are other ones. */
export function nearestPlace(doc: DocumentNode, blockId: string | null): PlaceInText {
  const found = blockId === null ? null : blockIn(doc, blockId);
  const { node, at } = found ?? { node: doc.firstChild ?? doc, at: 0 };
  return { from: at, to: at + node.nodeSize, whole: true };
}

function blockIn(doc: DocumentNode, blockId: string) {
  let found: { readonly node: DocumentNode; readonly at: number } | null = null;
  doc.descendants((node, at) => {
    if (found === null && node.attrs['id'] === blockId) found = { node, at };
    return found === null && !node.isTextblock;
  });
  return found as { readonly node: DocumentNode; readonly at: number } | null;
}

/** From and to in the line. White space counts as in the stored passage: once, and not at the beginning. */
function wordsIn(
  line: DocumentNode,
  { quote, start }: Pick<SpokenWords, 'quote' | 'start'>,
): readonly [number, number] | null {
  let text = '';
  const places: number[] = [];
  line.forEach((child, offset) => {
    const said = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? ' ' : '';
    for (let index = 0; index < said.length; index += 1) {
      const letter = said.charAt(index);
      const isSpace = /\s/u.test(letter);
      if (isSpace && (text === '' || text.endsWith(' '))) continue;
      text += isSpace ? ' ' : letter;
      places.push(offset + index);
    }
  });
  const first = start !== null && text.startsWith(quote, start) ? start : text.indexOf(quote);
  const from = places[first];
  const last = places[first + quote.length - 1];
  return from === undefined || last === undefined ? null : [from, last + 1];
}
