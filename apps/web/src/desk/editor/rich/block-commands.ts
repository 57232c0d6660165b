import type { Editor, JSONContent } from '@tiptap/core';
import { NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';

/** Where a block of the lesson begins: the one at the cursor, or the one that holds a position. */
export function blockAt(editor: Editor, position?: number): number | null {
  const { selection, doc } = editor.state;
  const $at = position === undefined ? selection.$from : doc.resolve(position);
  if ($at.depth > 0) return $at.before(1);
  return $at.nodeAfter === null ? null : $at.pos;
}

/** Where a block that began at a position begins after a transaction; null when it went. */
export function blockAfter({ mapping }: Transaction, at: number): number | null {
  const { pos, deleted } = mapping.mapResult(at);
  return deleted ? null : pos;
}

/** Moves a block of the lesson past its neighbour; false at the edge. The cursor goes along. */
export function moveBlock(editor: Editor, way: 'up' | 'down', from?: number): boolean {
  const at = from ?? blockAt(editor);
  const { doc, tr, selection } = editor.state;
  const node = at === null ? null : doc.nodeAt(at);
  if (at === null || node === null) return false;
  const by = way === 'up' ? doc.resolve(at).nodeBefore : doc.resolve(at + node.nodeSize).nodeAfter;
  if (by === null) return false;
  const to = way === 'up' ? at - by.nodeSize : at + by.nodeSize;
  tr.delete(at, at + node.nodeSize).insert(to, node);
  const offset = selection.from - at;
  const goesAlong = offset >= 0 && offset < node.nodeSize;
  editor.view.dispatch(placed(tr, goesAlong ? to + offset : to, node.isAtom).scrollIntoView());
  return true;
}

function placed(tr: Transaction, position: number, isAtom: boolean): Transaction {
  const selection = isAtom
    ? NodeSelection.create(tr.doc, position)
    : TextSelection.near(tr.doc.resolve(position));
  return tr.setSelection(selection);
}

/** Deletes a block of the lesson; the last one leaves an empty paragraph. */
export function deleteBlock(editor: Editor, at: number): void {
  const node = editor.state.doc.nodeAt(at);
  if (node === null) return;
  editor
    .chain()
    .deleteRange({ from: at, to: at + node.nodeSize })
    .focus()
    .run();
}

/** Puts a copy of a block after it; copies have no id until the server gives them one. */
export function copyBlock(editor: Editor, at: number): void {
  const node = editor.state.doc.nodeAt(at);
  if (node === null) return;
  editor
    .chain()
    .insertContentAt(at + node.nodeSize, withoutIds(node.toJSON() as JSONContent))
    .run();
}

/** Puts an empty paragraph after a block and the cursor into it. */
export function addBelow(editor: Editor, at: number): void {
  const node = editor.state.doc.nodeAt(at);
  if (node === null) return;
  const end = at + node.nodeSize;
  editor
    .chain()
    .insertContentAt(end, { type: 'paragraph' })
    .focus(end + 1)
    .run();
}

function withoutIds(node: JSONContent): JSONContent {
  const { id: _id, ...attrs } = node.attrs ?? {};
  return {
    ...node,
    ...(node.attrs !== undefined && { attrs }),
    ...(node.content !== undefined && { content: node.content.map(withoutIds) }),
  };
}
