import type { BlockNode, InlineNode, RichDocument } from '../document/document-types.js';
import { lessonSections } from '../document/lesson-sections.js';

type AnyNode = BlockNode | InlineNode;

/** A top-level block as words, with the part of the lesson that it stands in. */
export interface Passage {
  readonly blockId: string;
  readonly sectionId: string;
  readonly text: string;
}

/** Vietnamese is counted in syllables, which are what spaces part. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Syllables a minute for reading to learn: below the speed of a story, as cases and tables ask for. */
const SYLLABLES_A_MINUTE = 110;

/** All words of a document for search: one line a block, titles and questions included. */
export function documentPlainText(document: RichDocument): string {
  return document.content.map(blockPlainText).filter(Boolean).join('\n');
}

/** The words of one block, what it says in its attributes first. */
export function blockPlainText(block: BlockNode): string {
  return linesOf(block).join('\n');
}

/** The document as passages to search in and to jump to. */
export function documentPassages(document: RichDocument): readonly Passage[] {
  return lessonSections(document).flatMap(({ id: sectionId, title, blocks }): Passage[] => {
    const heading = { blockId: sectionId, sectionId, text: inlineLine(title ?? []) };
    const passages = blocks.map((block) => ({
      blockId: block.attrs.id,
      sectionId,
      text: blockPlainText(block),
    }));
    return title === null ? passages : [heading, ...passages];
  });
}

/** How many words (syllables) a text has. */
export function countWords(text: string): number {
  return [...text.matchAll(WORD)].length;
}

/** Minutes that reading a document to learn it takes; at least one when there is anything to read. */
export function readingMinutes(document: RichDocument): number {
  return Math.ceil(countWords(documentPlainText(document)) / SYLLABLES_A_MINUTE);
}

function linesOf(block: BlockNode): readonly string[] {
  return [...sayings(block), ...contentLines(childrenOf(block))].filter((line) => line !== '');
}

function contentLines(children: readonly AnyNode[]): readonly string[] {
  const inline = children.filter(isInlineNode);
  if (inline.length > 0) return [inlineLine(inline)];
  return children.flatMap((child) => (isInlineNode(child) ? [] : linesOf(child)));
}

function childrenOf(block: BlockNode): readonly AnyNode[] {
  return 'content' in block && block.content !== undefined ? block.content : [];
}

function isInlineNode(node: AnyNode): node is InlineNode {
  return node.type === 'text' || node.type === 'hardBreak';
}

function inlineLine(nodes: readonly InlineNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('');
}

/** Attributes that are words of the lesson, by block; those of one line are joined by a comma. */
const SAID: Readonly<Record<string, readonly (readonly string[])[]>> = {
  case: [['title']],
  steps: [['title']],
  form: [['title', 'code']],
  legal: [['document', 'article']],
  warning: [['title']],
  qa: [['question']],
  check: [['question'], ['answer']],
  contact: [['title']],
  image: [['alt'], ['caption']],
};

/** What a block says outside its body. */
function sayings(block: BlockNode): readonly string[] {
  const attrs = block.attrs as Readonly<Record<string, unknown>>;
  const words = (name: string) => (typeof attrs[name] === 'string' ? attrs[name] : '');
  return (SAID[block.type] ?? []).map((names) => names.map(words).filter(Boolean).join(', '));
}
