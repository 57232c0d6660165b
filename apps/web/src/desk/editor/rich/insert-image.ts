import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { StoredImage } from './image-upload.js';

/** What a picture in a lesson says of itself. */
export interface ImageAttributes extends StoredImage {
  readonly alt: string;
  readonly caption: string;
}

/** Puts a picture at the cursor, or below the one that came with it; a table is not torn apart for it. */
export function insertImage(
  editor: Editor,
  attrs: ImageAttributes,
  last: ImageAttributes | undefined,
): void {
  const place = imagePlace(editor.state, last);
  const content = { type: 'image', attrs };
  editor.chain().focus().insertContentAt(place, content).run();
}

function imagePlace(
  { doc, selection }: EditorState,
  last: ImageAttributes | undefined,
): number | { readonly from: number; readonly to: number } {
  const { from, to, $to } = selection;
  let place: number | undefined;
  // What was inserted with the last one is found by what it is: the cursor may stand anywhere by now.
  doc.descendants((node, at) => {
    const isLast = node.attrs['file'] === last?.file && node.attrs['alt'] === last?.alt;
    if (last !== undefined && node.type.name === 'image' && isLast) {
      const end = at + node.nodeSize;
      if (place === undefined || Math.abs(end - to) < Math.abs(place - to)) place = end;
    }
  });
  if (place !== undefined) return place;
  for (let depth = 1; depth <= $to.depth; depth += 1) {
    if ($to.node(depth).type.name === 'table') return $to.after(depth);
  }
  return { from, to };
}
