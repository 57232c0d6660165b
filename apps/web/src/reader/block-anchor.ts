/** Element id of a block, for links to a passage (`#b-…`). */
export function blockAnchor(blockId: string): string {
  return `b-${blockId}`;
}

/** What every block's element carries: comments, progress and links find it by these. */
export function blockProps(block: { readonly attrs: { readonly id: string } }) {
  return { id: blockAnchor(block.attrs.id), 'data-block-id': block.attrs.id };
}
