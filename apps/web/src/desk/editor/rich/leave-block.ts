import { TextSelection, type Command } from '@tiptap/pm/state';

/** Blocks whose text is lines: an empty one at their end is the way out. */
const LEFT_BY_ENTER: ReadonlySet<string> = new Set([
  'case',
  'form',
  'legal',
  'warning',
  'qa',
  'contact',
]);

/** Enter on the empty last line of a block goes on below the block, as it leaves a list. */
export const leaveBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 2 || $from.parent.type.name !== 'paragraph') return false;
  const block = $from.node(1);
  const isLast = $from.index(1) === block.childCount - 1;
  const isWayOut = isLast && block.childCount > 1 && $from.parent.content.size === 0;
  if (!isWayOut || !LEFT_BY_ENTER.has(block.type.name)) return false;
  if (dispatch === undefined) return true;
  const tr = state.tr.delete($from.before(2), $from.after(2));
  const below = tr.mapping.map($from.after(1));
  tr.insert(below, $from.parent.type.create());
  dispatch(tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView());
  return true;
};
