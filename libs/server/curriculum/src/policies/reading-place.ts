import { blockId, type PassagePlace, type RichNode } from '@cam-nang/domain';

/** Where something stands for whoever reads on: which node, which of its blocks, where in the words of the block. */
export type ReadingPlace = readonly [node: number, block: number, start: number];

/** What is about a node as a whole, or about words that are nowhere in it any more, comes before its blocks. */
const BEFORE_ALL = -1;

/** The place of a passage in a text as it stands now. */
export function readingPlace(
  node: number,
  document: RichNode | null,
  place: PassagePlace,
): ReadingPlace {
  if (!('blockId' in place)) return [node, BEFORE_ALL, BEFORE_ALL];
  const block = document === null ? BEFORE_ALL : blockIds(document).indexOf(place.blockId);
  return [node, block, 'start' in place ? place.start : BEFORE_ALL];
}

/** Orders things by where they stand; what stands at one place stays as it was. */
export function inReadingOrder<T>(
  placed: readonly { readonly at: ReadingPlace; readonly thing: T }[],
): readonly T[] {
  const sorted = [...placed].sort(
    ({ at: [node, block, start] }, { at: other }) =>
      node - other[0] || block - other[1] || start - other[2],
  );
  return sorted.map(({ thing }) => thing);
}

/** Ids of all blocks of a text in reading order, however deep. */
function blockIds(node: RichNode): readonly (string | null)[] {
  return (node.content ?? []).flatMap((child) => [blockId(child), ...blockIds(child)]);
}
