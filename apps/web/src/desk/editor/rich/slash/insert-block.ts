import type { ChainedCommands, Editor, Range } from '@tiptap/core';
import { BLOCK_CONTENTS } from './block-contents.js';
import type { SlashId } from './slash-items.js';

/** Commands that turn the block at the cursor into another kind. */
const turns: Readonly<Partial<Record<SlashId, (chain: ChainedCommands) => ChainedCommands>>> = {
  paragraph: (chain) => chain.setParagraph(),
  heading2: (chain) => chain.setHeading({ level: 2 }),
  heading3: (chain) => chain.setHeading({ level: 3 }),
  heading4: (chain) => chain.setHeading({ level: 4 }),
  bulletList: (chain) => chain.toggleBulletList(),
  orderedList: (chain) => chain.toggleOrderedList(),
  blockquote: (chain) => chain.setBlockquote(),
  horizontalRule: (chain) => chain.setHorizontalRule(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
};

/** Inserts a block at the cursor, in place of what was typed to find it. Pictures are asked for by `onImage`. */
export function insertBlock(editor: Editor, id: SlashId, onImage: () => void, typed?: Range): void {
  const start = editor.chain().focus();
  const chain = typed === undefined ? start : start.deleteRange(typed);
  const turn = turns[id];
  const content = BLOCK_CONTENTS[id];
  if (turn !== undefined) turn(chain).run();
  else if (content !== undefined) chain.insertContent(content).run();
  else {
    chain.run();
    onImage();
  }
  if (content?.type !== undefined) focusFirstField(editor, content.type);
}

/** A new course block is named first: the cursor goes to its first field, which appears a moment later. */
function focusFirstField(editor: Editor, type: string): void {
  const at = newBlockAt(editor, type);
  if (at === null) return;
  editor.commands.setTextSelection(at + 1);
  requestAnimationFrame(() => {
    const element = editor.view.nodeDOM(at);
    if (!(element instanceof Element)) return;
    element.querySelector<HTMLElement>('input, textarea')?.focus();
  });
}

/** The block that was just made: without an id, the nearest one up to the cursor. */
function newBlockAt(editor: Editor, type: string): number | null {
  const { doc, selection } = editor.state;
  let found: number | null = null;
  doc.forEach((node, offset) => {
    const isNew = node.type.name === type && node.attrs['id'] === null;
    if (isNew && (found === null || offset <= selection.from)) found = offset;
  });
  return found;
}
