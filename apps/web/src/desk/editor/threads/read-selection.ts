import { isLine, pickedWords, type PickedWords, type TextRun } from './model/picked-words.js';
import type { AskedPassage } from './thread-types.js';

/** Attribute of elements that a passage can be in; the id of the block, as the reader writes it too. */
const BLOCK = '[data-block-id]';
const NODE = '[data-node-id]';
/** Words for readers only, which are no part of the text. */
const ASIDE = '[data-aside]';

/** A passage that is selected on the screen, and where it stands there. */
export interface SelectedPassage {
  readonly passage: AskedPassage;
  readonly at: DOMRect;
}

/** The passage that is selected inside an element. What reaches over several blocks counts for its first one. */
export function readSelection(root: HTMLElement): SelectedPassage | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const block = blockOf(range);
  if (block === null || !root.contains(block)) return null;
  const passage = passageIn(block, range);
  return passage === null ? null : { passage, at: range.getBoundingClientRect() };
}

function blockOf(range: Range): HTMLElement | null {
  return blockAround(range.startContainer) ?? blockAround(range.endContainer);
}

function blockAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(BLOCK) ?? null;
}

function passageIn(block: HTMLElement, range: Range): AskedPassage | null {
  const nodeId = block.closest<HTMLElement>(NODE)?.dataset['nodeId'];
  if (nodeId === undefined) return null;
  const { blockId, blockBefore, side } = block.dataset;
  const isOld = side === 'before';
  const picked = isLine(block.tagName, block.querySelector(BLOCK) !== null)
    ? pickedWords(runsOf(block, range, isOld))
    : WHOLE;
  if (picked === null || blockId === undefined) return null;
  const old = isOld || picked.side === 'before';
  return {
    nodeId,
    side: old ? 'before' : 'after',
    blockId: old ? (blockBefore ?? blockId) : blockId,
    quote: picked.quote,
    offset: picked.offset,
  };
}

/** A block of several parts is spoken about as a whole. */
const WHOLE: PickedWords = { side: 'after', quote: '', offset: 0 };

function runsOf(block: HTMLElement, range: Range, isOld: boolean): readonly TextRun[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const runs: TextRun[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) {
      if (node.tagName === 'BR') runs.push({ text: '\n', op: 'same', selected: null });
      continue;
    }
    if (node.parentElement?.closest(ASIDE) !== null) continue;
    const op = isOld ? 'delete' : opOf(node.parentElement);
    runs.push({ text: node.textContent ?? '', op, selected: selectedPart(node, range) });
  }
  return runs;
}

function opOf(element: Element): TextRun['op'] {
  const run = element.closest('ins,del');
  if (run === null) return 'same';
  return run.tagName === 'DEL' ? 'delete' : 'insert';
}

function selectedPart(node: Node, range: Range): readonly [number, number] | null {
  if (!range.intersectsNode(node)) return null;
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : (node.textContent ?? '').length;
  return from < to ? [from, to] : null;
}
