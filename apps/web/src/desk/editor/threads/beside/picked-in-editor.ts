import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection, type EditorState } from '@tiptap/pm/state';
import { pickedWords, type TextRun } from '../model/picked-words.js';
import type { AskedPassage } from '../thread-types.js';

const LINES: ReadonlySet<string> = new Set(['paragraph', 'heading']);

interface Block {
  readonly node: DocumentNode;
  readonly at: number;
}

/**
 * The passage that the selection of an editor means: the words that are selected, or the block the cursor is in. What
 * reaches over several blocks counts for its first one; what stands in no named block is about the node as a whole.
 */
export function pickedInEditor({ selection }: EditorState, nodeId: string): AskedPassage {
  const block = blockOf(selection);
  const picked = block === null ? null : wordsOf(block, selection);
  const id: unknown = block?.node.attrs['id'];
  return {
    nodeId,
    side: 'after',
    blockId: typeof id === 'string' ? id : null,
    quote: picked?.quote ?? '',
    offset: picked?.offset ?? 0,
  };
}

function blockOf(selection: EditorState['selection']): Block | null {
  if (selection instanceof NodeSelection && isNamed(selection.node)) {
    return { node: selection.node, at: selection.from };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (isNamed(node)) return { node, at: $from.before(depth) };
  }
  return null;
}

function isNamed({ attrs }: DocumentNode): boolean {
  return typeof attrs['id'] === 'string';
}

function wordsOf({ node, at }: Block, { from, to, empty }: EditorState['selection']) {
  if (empty || !LINES.has(node.type.name)) return null;
  const runs: TextRun[] = [];
  node.forEach((child, offset) => {
    const begins = at + 1 + offset;
    const text = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : '';
    const part = [Math.max(0, from - begins), Math.min(text.length, to - begins)] as const;
    runs.push({ text, op: 'same', selected: part[0] < part[1] ? part : null });
  });
  return pickedWords(runs);
}
