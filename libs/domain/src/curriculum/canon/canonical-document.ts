import { compareCodeUnits, nfc } from '../../shared/text.js';
import type { RichAttributes, RichMark, RichNode } from '../rich-node.js';
import { canonicalJson, sameJson, type JsonValue } from './canonical-json.js';

/**
 * Attribute values that mean "not set", by node or mark type; `*` holds for every type. They are left
 * out of stored content, so that an editor that writes them and one that does not agree.
 */
export type DefaultAttributes = Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;

/**
 * The one form of a document: default attributes and empty lists left out, marks in a fixed order,
 * neighbouring texts with the same marks joined, texts in NFC. Block ids stay. Applying it twice
 * changes nothing more.
 */
export function canonicalDocument(node: RichNode, defaults: DefaultAttributes = {}): RichNode {
  const attrs = keptAttributes(node.type, node.attrs, defaults);
  const marks = canonicalMarks(node.marks ?? [], defaults);
  const content = canonicalContent(node.content ?? [], defaults);
  return {
    type: node.type,
    ...(attrs && { attrs }),
    ...(content.length > 0 && { content }),
    ...(marks.length > 0 && { marks }),
    ...(node.text !== undefined && { text: nfc(node.text) }),
  };
}

/** Marks in their fixed order, without default attributes. */
export function canonicalMarks(
  marks: readonly RichMark[],
  defaults: DefaultAttributes = {},
): readonly RichMark[] {
  return marks
    .map((mark) => {
      const attrs = keptAttributes(mark.type, mark.attrs, defaults);
      return { type: mark.type, ...(attrs && { attrs }) };
    })
    .sort((a, b) => compareCodeUnits(markOrder(a), markOrder(b)));
}

function markOrder(mark: RichMark): string {
  return `${mark.type} ${canonicalJson(mark)}`;
}

/** Children in order, with neighbouring texts of the same marks joined and empty texts left out. */
export function joinTexts(children: readonly RichNode[]): readonly RichNode[] {
  const joined: RichNode[] = [];
  for (const child of children) {
    if (child.type === 'text' && (child.text ?? '') === '') continue;
    const last = joined.at(-1);
    if (last && canJoin(last, child)) {
      joined[joined.length - 1] = { ...last, text: nfc((last.text ?? '') + (child.text ?? '')) };
    } else {
      joined.push(child);
    }
  }
  return joined;
}

function canJoin(left: RichNode, right: RichNode): boolean {
  if (left.type !== 'text' || right.type !== 'text') return false;
  return sameJson(left.marks ?? [], right.marks ?? []);
}

function canonicalContent(
  children: readonly RichNode[],
  defaults: DefaultAttributes,
): readonly RichNode[] {
  return joinTexts(children.map((child) => canonicalDocument(child, defaults)));
}

function keptAttributes(
  type: string,
  attrs: RichAttributes | undefined,
  defaults: DefaultAttributes,
): RichAttributes | null {
  const kept = Object.entries(attrs ?? {})
    .filter(([, value]) => (value as JsonValue | undefined) !== undefined)
    .filter(([name, value]) => !isDefault(type, name, value, defaults))
    .map(([name, value]) => [name, canonicalValue(value)] as const)
    .sort(([a], [b]) => compareCodeUnits(a, b));
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

function isDefault(
  type: string,
  name: string,
  value: JsonValue,
  defaults: DefaultAttributes,
): boolean {
  return [defaults[type], defaults['*']].some((table) => {
    const standing = table?.[name];
    return standing !== undefined && sameJson(standing, value);
  });
}

function canonicalValue(value: JsonValue): JsonValue {
  return JSON.parse(canonicalJson(value)) as JsonValue;
}
