import type { JsonValue } from './canon/canonical-json.js';

/** Attributes of a block or mark, by name. */
export type RichAttributes = Readonly<Record<string, JsonValue>>;

/** Something laid over text: bold, a link. */
export interface RichMark {
  readonly type: string;
  readonly attrs?: RichAttributes;
}

/**
 * A node of rich text in the editor's JSON form. Blocks carry a stable `attrs.id`; text nodes have
 * `type: 'text'`, a non-empty `text` and their marks.
 */
export interface RichNode {
  readonly type: string;
  readonly attrs?: RichAttributes;
  readonly content?: readonly RichNode[];
  readonly marks?: readonly RichMark[];
  readonly text?: string;
}

/** Nodes that stand inside a line of text; every other node is a block. */
const INLINE_TYPES: ReadonlySet<string> = new Set(['text', 'hardBreak', 'inlineImage', 'mention']);

/** Whether a node stands inside a line of text. */
export function isInline(node: RichNode): boolean {
  return INLINE_TYPES.has(node.type);
}

/** The stable id of a block, or null when it has none. */
export function blockId(node: RichNode): string | null {
  const id = node.attrs?.['id'];
  return typeof id === 'string' && id !== '' ? id : null;
}

/** All words of a node in reading order; blocks and line breaks are separated by a line feed. */
export function plainText(node: RichNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const children = node.content ?? [];
  const separator = children.some(isInline) ? '' : '\n';
  return children.map(plainText).join(separator);
}
