import type { Editor } from '@tiptap/core';
import { ADOPTED } from './adopt-ids.js';

const LENGTH = 12;

/**
 * Gives an id to every block that has none, and another one to a copy: a text is merged block by block, so
 * what is sent and what is typed afterwards have to name the same blocks. The empty line at the end, which
 * is no part of the text, gets none.
 */
export function giveIds(editor: Editor): void {
  const { doc, tr } = editor.state;
  const seen = new Set<unknown>();
  const last = doc.lastChild;
  const tail = last?.isTextblock === true && last.content.size === 0 ? last : null;
  doc.descendants((node, at) => {
    if (!node.isBlock || !('id' in node.attrs)) return !node.isTextblock;
    const id: unknown = node.attrs['id'];
    const isTail = node === tail && id === null;
    if (!isTail && (typeof id !== 'string' || seen.has(id))) {
      tr.setNodeAttribute(at, 'id', newBlockId());
    }
    seen.add(id);
    return !node.isTextblock;
  });
  if (!tr.docChanged) return;
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta(ADOPTED, true));
}

function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return [...bytes].map((byte) => (byte % 36).toString(36)).join('');
}
