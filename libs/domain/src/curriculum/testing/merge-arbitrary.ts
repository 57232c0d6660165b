import fc from 'fast-check';

import { blockIn, documentSide, type BlockContent } from '../merge/document-side.js';
import { mergeSide, type MergeItem } from '../merge/merge-side.js';
import type { RichNode } from '../rich-node.js';

/** One change of a block; `target` and `to` are ids, other numbers choose among what is there. */
export type MergeEdit =
  | { readonly kind: 'reword'; readonly target: string; readonly word: number }
  | { readonly kind: 'append'; readonly target: string }
  | { readonly kind: 'cut'; readonly target: string; readonly word: number }
  | { readonly kind: 'bold'; readonly target: string; readonly word: number }
  | { readonly kind: 'attribute'; readonly target: string; readonly value: number }
  | { readonly kind: 'remove'; readonly target: string }
  | { readonly kind: 'insert'; readonly target: string }
  | { readonly kind: 'move'; readonly target: string; readonly to: string };

const paragraph = (id: string, text: string): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});

const item = (id: string, text: string): RichNode => ({
  type: 'listItem',
  attrs: { id },
  content: [paragraph(`${id}p`, text)],
});

/** A lesson with everything that merges in a way of its own. */
export const MERGE_BASE: RichNode = {
  type: 'doc',
  content: [
    paragraph('p1', 'Trả lời người dân trong năm ngày làm việc.'),
    { ...paragraph('h1', 'Thời hạn giải quyết'), type: 'heading', attrs: { id: 'h1', level: 2 } },
    {
      type: 'bulletList',
      attrs: { id: 'l1' },
      content: [
        item('i1', 'Giấy tờ tùy thân.'),
        item('i2', 'Đơn theo mẫu.'),
        item('i3', 'Biên lai.'),
      ],
    },
    paragraph('p2', 'Ghi rõ họ tên, nơi ở và số điện thoại.'),
    { type: 'bulletList', attrs: { id: 'l2' }, content: [item('i4', 'Bản sao có chứng thực.')] },
    {
      type: 'table',
      attrs: { id: 't1' },
      content: [
        {
          type: 'tableRow',
          attrs: { id: 'r1' },
          content: [
            { type: 'tableCell', attrs: { id: 'c1' }, content: [paragraph('c1p', 'Loại việc')] },
            { type: 'tableCell', attrs: { id: 'c2' }, content: [paragraph('c2p', 'Số ngày')] },
          ],
        },
      ],
    },
    paragraph('p3', 'Hết hạn mà chưa xong thì báo cho người dân biết.'),
  ],
};

const TOP = ['p1', 'h1', 'p2', 'p3', 't1'] as const;
const ITEMS = ['i1', 'i2', 'i3', 'i4'] as const;
const LINES = ['p1', 'h1', 'p2', 'p3', 'i1p', 'i2p', 'i4p'] as const;
const WITH_VALUE = ['h1', 'l1', 'p2'] as const;

/**
 * Two programmes on the same two or three places: edits of random places hardly ever meet, and bugs of a
 * merge are where they do.
 */
export const collidingEdits: fc.Arbitrary<{
  readonly ours: readonly MergeEdit[];
  readonly theirs: readonly MergeEdit[];
}> = fc
  .tuple(
    fc.shuffledSubarray([...LINES], { minLength: 1, maxLength: 2 }),
    fc.shuffledSubarray([...TOP], { minLength: 2, maxLength: 3 }),
    fc.shuffledSubarray([...ITEMS], { minLength: 2, maxLength: 3 }),
  )
  .chain(([lines, top, items]) => {
    const programme = fc.array(editOf({ lines, top, items }), { minLength: 1, maxLength: 4 });
    return fc.record({ ours: programme, theirs: programme });
  });

interface Pool {
  readonly lines: readonly string[];
  readonly top: readonly string[];
  readonly items: readonly string[];
}

function editOf({ lines, top, items }: Pool): fc.Arbitrary<MergeEdit> {
  const line = fc.constantFrom(...lines);
  const word = fc.nat(4);
  const pair = fc.oneof(
    fc.tuple(fc.constantFrom(...top), fc.constantFrom(...top)),
    fc.tuple(fc.constantFrom(...items), fc.constantFrom(...items)),
  );
  const block = pair.map(([target]) => target);
  return fc.oneof(
    fc.record({ kind: fc.constant('reword' as const), target: line, word }),
    fc.record({ kind: fc.constant('append' as const), target: line }),
    fc.record({ kind: fc.constant('cut' as const), target: line, word }),
    fc.record({ kind: fc.constant('bold' as const), target: line, word }),
    fc.record({
      kind: fc.constant('attribute' as const),
      target: fc.constantFrom(...WITH_VALUE),
      value: fc.nat(3),
    }),
    fc.record({ kind: fc.constant('remove' as const), target: block }),
    fc.record({ kind: fc.constant('insert' as const), target: block }),
    pair.map(([target, to]): MergeEdit => ({ kind: 'move', target, to })),
  );
}

/** The base after a programme; `who` marks its words and ids, so that each can be found again. */
export function mergeEdited(edits: readonly MergeEdit[], who: string): RichNode {
  return edits.reduce((doc, edit, index) => editOnce(doc, edit, `${who}${index}`), MERGE_BASE);
}

function editOnce(doc: RichNode, edit: MergeEdit, mark: string): RichNode {
  const items = [...documentSide(doc).items.values()];
  const at = items.findIndex(({ id }) => id === edit.target);
  const found = items[at];
  if (found === undefined) return doc;
  switch (edit.kind) {
    case 'remove':
      return documentOf(withoutItem(items, edit.target));
    case 'insert':
      return documentOf(inserted(items, found, mark));
    case 'move':
      return documentOf(movedItem(items, found, edit.to));
    default: {
      const content = changed(found.content, edit, mark);
      return documentOf(items.map((one) => (one === found ? { ...one, content } : one)));
    }
  }
}

type Block = MergeItem<BlockContent>;

function documentOf(items: readonly Block[]): RichNode {
  const side = mergeSide(items);
  // A list whose last entry goes is taken out as well, as an editor does.
  const empty = items.find(
    ({ id, content }) =>
      content.type === 'bulletList' && (side.children.get(id) ?? []).length === 0,
  );
  if (empty !== undefined) return documentOf(items.filter((one) => one !== empty));
  return {
    type: 'doc',
    content: (side.children.get(null) ?? []).flatMap((id) => blockIn(side, id)),
  };
}

function withoutItem(items: readonly Block[], id: string): readonly Block[] {
  const gone = new Set([id]);
  for (const one of items) if (one.parentId !== null && gone.has(one.parentId)) gone.add(one.id);
  return items.filter((one) => !gone.has(one.id));
}

function inserted(items: readonly Block[], after: Block, mark: string): readonly Block[] {
  const node = after.content.type === 'listItem' ? item(mark, mark) : paragraph(mark, mark);
  const fresh = [...documentSide({ type: 'doc', content: [node] }).items.values()].map((one) =>
    one.id === mark ? { ...one, parentId: after.parentId } : one,
  );
  const at = items.indexOf(after) + 1;
  return [...items.slice(0, at), ...fresh, ...items.slice(at)];
}

function movedItem(items: readonly Block[], moving: Block, to: string): readonly Block[] {
  const target = items.find(({ id }) => id === to);
  if (target === undefined || target === moving) return items;
  const rest = items.filter((one) => one !== moving);
  const at = rest.indexOf(target) + 1;
  return [...rest.slice(0, at), { ...moving, parentId: target.parentId }, ...rest.slice(at)];
}

function changed(content: BlockContent, edit: MergeEdit, mark: string): BlockContent {
  if (edit.kind === 'attribute') {
    return { ...content, attrs: { ...content.attrs, level: edit.value + 2 } };
  }
  const words = content.line.flatMap((run) =>
    (run.text ?? '').split(/(?<= )/u).map((text) => ({ ...run, text })),
  );
  if (edit.kind === 'append')
    return { ...content, line: [...words, { type: 'text', text: ` ${mark}` }] };
  if (words.length === 0 || !('word' in edit)) return content;
  const at = edit.word % words.length;
  const line = words.flatMap((word, index): RichNode[] => {
    if (index !== at) return [word];
    if (edit.kind === 'cut') return [];
    if (edit.kind === 'bold') return [{ ...word, marks: [{ type: 'bold' }] }];
    return [{ ...word, text: `${mark} ` }];
  });
  return { ...content, line: line.filter(({ text }) => text !== '') };
}
