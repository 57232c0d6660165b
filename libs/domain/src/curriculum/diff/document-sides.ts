import { DomainError } from '../../shared/domain-error.js';
import {
  canonicalDocument,
  joinTexts,
  type DefaultAttributes,
} from '../canon/canonical-document.js';
import { sameJson, type JsonValue } from '../canon/canonical-json.js';
import type { RichMark, RichNode } from '../rich-node.js';
import type { BlockDiff, DocumentDiff, InlineSegment } from './document-diff-model.js';
import { withFields } from './field-changes.js';

/** A document in the form in which it is compared: canonical, and an unset id is no id. */
export function comparableDocument(doc: RichNode, defaults: DefaultAttributes): RichNode {
  return canonicalDocument(doc, { ...defaults, '*': { ...defaults['*'], id: null } });
}

/** The new document, canonical, out of its comparison. */
export function documentAfter(diff: DocumentDiff): RichNode {
  return nodeAfter(diff.root);
}

/** The old document, canonical, out of its comparison. */
export function documentBefore(diff: DocumentDiff): RichNode {
  const byPath = new Map<string, BlockDiff>();
  const collect = (block: BlockDiff): void => {
    if (block.from) byPath.set(block.from.join('.'), block);
    block.children.forEach(collect);
  };
  collect(diff.root);
  return nodeBefore(byPath, []) ?? { type: diff.root.type };
}

/**
 * The document that a comparison turns `before` into.
 *
 * @throws DomainError `curriculum.base_moved` when the comparison was made from another document
 */
export function applyDocumentDiff(
  diff: DocumentDiff,
  before: RichNode,
  defaults: DefaultAttributes = {},
): RichNode {
  if (!sameJson(comparableDocument(before, defaults), documentBefore(diff))) {
    throw new DomainError('curriculum.base_moved', { reason: 'other_document' });
  }
  return documentAfter(diff);
}

function nodeAfter(block: BlockDiff): RichNode {
  const children = block.children.filter((child) => child.status !== 'removed').map(nodeAfter);
  const line = joinTexts(block.inline.flatMap((segment) => inlineNode(segment, 'after')));
  return assemble(block.type, { ...block.attrs, ...idOf(block.id) }, [...children, ...line]);
}

function nodeBefore(
  byPath: ReadonlyMap<string, BlockDiff>,
  path: readonly number[],
): RichNode | null {
  const block = byPath.get(path.join('.'));
  if (!block) return null;
  const children: RichNode[] = [];
  for (let child = nodeBefore(byPath, [...path, 0]); child;) {
    children.push(child);
    child = nodeBefore(byPath, [...path, children.length]);
  }
  const line = joinTexts(block.inline.flatMap((segment) => inlineNode(segment, 'before')));
  const id = block.idBefore === undefined ? block.id : block.idBefore;
  const attrs = withFields(block.attrs, block.attributeChanges, 'before');
  const type = block.typeBefore ?? block.type;
  return assemble(type, { ...attrs, ...idOf(id) }, [...children, ...line]);
}

function idOf(id: string | null): Readonly<Record<string, JsonValue>> {
  return id === null ? {} : { id };
}

function assemble(
  type: string,
  attrs: Readonly<Record<string, JsonValue>>,
  content: readonly RichNode[],
): RichNode {
  return canonicalDocument({ type, attrs, content });
}

function inlineNode(segment: InlineSegment, side: 'before' | 'after'): readonly RichNode[] {
  if (segment.op === (side === 'before' ? 'insert' : 'delete')) return [];
  const marks: readonly RichMark[] =
    side === 'before' ? (segment.marksBefore ?? segment.marks) : segment.marks;
  const node = segment.node ?? { type: 'text', text: segment.text };
  return [marks.length > 0 ? { ...node, marks } : node];
}
