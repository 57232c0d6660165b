import type { Editor } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';

interface SavedNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly SavedNode[];
}

/** The blocks of a saved document in reading order, with their ids. */
function savedBlocks(node: SavedNode): readonly { readonly type: string; readonly id: unknown }[] {
  const inside = (node.content ?? []).filter(
    (child) => child.type !== 'text' && child.type !== 'hardBreak',
  );
  return inside.flatMap((child) => [
    { type: child.type, id: child.attrs?.['id'] },
    ...savedBlocks(child),
  ]);
}

/**
 * Takes over the ids that the server gave to new blocks, so that the next save names the same ones.
 * Nothing happens when the text has gone on meanwhile and no longer has the same blocks.
 */
export function adoptIds(editor: Editor, document: unknown): void {
  const saved = savedBlocks(document as SavedNode);
  const places: { readonly node: DocumentNode; readonly at: number }[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.isBlock) places.push({ node, at });
    return !node.isTextblock;
  });
  // The editor's own empty line at the end is not saved.
  const extra = places.length - saved.length;
  const tail = extra === 0 || (extra === 1 && places.at(-1)?.node.content.size === 0);
  const same = tail && saved.every(({ type }, index) => places[index]?.node.type.name === type);
  if (!same) return;
  const { tr } = editor.state;
  saved.forEach(({ id }, index) => {
    const place = places[index];
    if (place === undefined) return;
    const { node, at } = place;
    if (typeof id === 'string' && node.attrs['id'] !== id) tr.setNodeAttribute(at, 'id', id);
  });
  if (!tr.docChanged) return;
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta(ADOPTED, true));
}

/** Marks a change that is not the author's: it is not to be saved again. */
export const ADOPTED = 'idsAdopted';
