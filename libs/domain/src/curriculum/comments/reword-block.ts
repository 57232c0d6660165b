import { joinTexts } from '../canon/canonical-document.js';
import { sameJson } from '../canon/canonical-json.js';
import { diffTokens, tokensOf } from '../diff/tokens.js';
import type { RichMark, RichNode } from '../rich-node.js';

const BREAK = '\n';

/** One letter of a line with what is laid over it. */
interface Letter {
  readonly text: string;
  readonly marks: readonly RichMark[];
}

/** The words of a block that is one line of text, a line feed for each break; null for any other block. */
export function wordingOf(block: RichNode): string | null {
  const children = block.content ?? [];
  const isLine = block.type === 'paragraph' || block.type === 'heading';
  const plain = children.every(({ type }) => type === 'text' || type === 'hardBreak');
  if (!isLine || !plain) return null;
  return children.map((child) => child.text ?? BREAK).join('');
}

/**
 * The block with other words. What stays keeps its marks; what comes looks like what it replaces, or like what
 * stands on both sides of it. A block that is no line of text stays as it is.
 */
export function rewordBlock(block: RichNode, wording: string): RichNode {
  const old = wordingOf(block);
  if (old === null) return block;
  const before = tokensOf(old);
  const after = tokensOf(wording.normalize('NFC'));
  const letters = (block.content ?? []).flatMap(lettersOf);
  const starts = startsOf(before);
  const { hunks } = diffTokens(before, after);
  const line: Letter[] = [];
  let kept = 0;
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    const [from, to] = [starts[aFrom] ?? 0, starts[aTo] ?? 0];
    const marks = marksFor(letters, from, to);
    const words = after.slice(bFrom, bTo).join('');
    line.push(...letters.slice(kept, from), ...[...words].map((text) => ({ text, marks })));
    kept = to;
  }
  line.push(...letters.slice(kept));
  const content = joinTexts(line.map(nodeOf));
  const { content: _old, ...rest } = block;
  return content.length === 0 ? rest : { ...rest, content };
}

function lettersOf(node: RichNode): readonly Letter[] {
  const marks = node.marks ?? [];
  // Counted in UTF-16 units, as tokens are.
  return (node.text ?? BREAK).split('').map((text) => ({ text, marks }));
}

function startsOf(tokens: readonly string[]): readonly number[] {
  const starts = [0];
  for (const token of tokens) starts.push((starts.at(-1) ?? 0) + token.length);
  return starts;
}

function marksFor(letters: readonly Letter[], from: number, to: number): readonly RichMark[] {
  const [left, right] = to > from ? [from, from] : [from - 1, from];
  const others = letters[right]?.marks ?? [];
  return (letters[left]?.marks ?? []).filter((mark) => others.some((one) => sameJson(one, mark)));
}

function nodeOf({ text, marks }: Letter): RichNode {
  if (text === BREAK) return { type: 'hardBreak' };
  return { type: 'text', text, ...(marks.length > 0 && { marks }) };
}
