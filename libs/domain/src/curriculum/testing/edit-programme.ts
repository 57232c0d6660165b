import fc from 'fast-check';

import { isInline, type RichNode } from '../rich-node.js';

/** One edit of a document; numbers choose among what is there, whatever its size. */
export type Edit =
  | { readonly kind: 'reword'; readonly at: number; readonly word: number; readonly text: string }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'bold'; readonly at: number }
  | { readonly kind: 'attribute'; readonly at: number; readonly text: string };

const at = fc.nat(11);
const text = fc.constantFrom('ba', 'mười ngày', 'không', 'thửa đất số 5', 'biên bản hòa giải');

/** Short programmes of edits on few places, so that edits often meet. */
export const editsArbitrary: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('reword' as const), at, word: fc.nat(8), text }),
    fc.record({ kind: fc.constant('remove' as const), at }),
    fc.record({ kind: fc.constant('insert' as const), at, text }),
    fc.record({ kind: fc.constant('move' as const), at, to: at }),
    fc.record({ kind: fc.constant('bold' as const), at }),
    fc.record({ kind: fc.constant('attribute' as const), at, text }),
  ),
  { maxLength: 6 },
);

/** The document after a programme of edits. Inserted blocks get ids of their own. */
export function edited(doc: RichNode, edits: readonly Edit[]): RichNode {
  return edits.reduce((current, edit, index) => editOnce(current, edit, `new${index}`), doc);
}

function editOnce(doc: RichNode, edit: Edit, id: string): RichNode {
  const blocks = doc.content ?? [];
  if (edit.kind === 'insert') {
    const added = {
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text: edit.text }],
    };
    return { ...doc, content: spliced(blocks, edit.at % (blocks.length + 1), 0, [added]) };
  }
  if (blocks.length === 0) return doc;
  const place = edit.at % blocks.length;
  if (edit.kind === 'remove') return { ...doc, content: spliced(blocks, place, 1, []) };
  if (edit.kind === 'move') {
    const rest = spliced(blocks, place, 1, []);
    const moving = blocks.slice(place, place + 1);
    return { ...doc, content: spliced(rest, edit.to % (rest.length + 1), 0, moving) };
  }
  const changed = blocks.slice(place, place + 1).map((block) => changeInside(block, edit));
  return { ...doc, content: spliced(blocks, place, 1, changed) };
}

function changeInside(block: RichNode, edit: Edit): RichNode {
  if (edit.kind === 'attribute') return { ...block, attrs: { ...block.attrs, title: edit.text } };
  const content = block.content ?? [];
  const [first, ...rest] = content;
  if (!first) return block;
  if (!isInline(first)) return { ...block, content: [changeInside(first, edit), ...rest] };
  return { ...block, content: content.map((node, index) => changeRun(node, edit, index === 0)) };
}

function changeRun(node: RichNode, edit: Edit, first: boolean): RichNode {
  if (node.type !== 'text') return node;
  if (edit.kind === 'bold') return { ...node, marks: [{ type: 'bold' }] };
  if (edit.kind !== 'reword' || !first) return node;
  const words = (node.text ?? '').split(' ');
  words[edit.word % words.length] = edit.text;
  return { ...node, text: words.join(' ') };
}

function spliced<T>(
  list: readonly T[],
  from: number,
  count: number,
  put: readonly T[],
): readonly T[] {
  return [...list.slice(0, from), ...put, ...list.slice(from + count)];
}
