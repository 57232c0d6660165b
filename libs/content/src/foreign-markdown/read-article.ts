import { canonicalDocument, type RichNode } from '@cam-nang/domain';

import type { DraftDocument } from '../document/document-types.js';
import { validateDocument } from '../validate/validate-document.js';
import { foreignBlock } from './foreign-blocks.js';
import { ForeignText, type ForeignBlock } from './foreign-tree.js';
import { sourceBlocks } from './source-blocks.js';

/** An article that somebody else wrote, as a lesson. */
export interface ForeignArticle {
  readonly title: string;
  /** Holds every word of the text; blocks have no ids yet. */
  readonly document: DraftDocument;
}

const LONGEST_TITLE = 300;
const FRONT_MATTER = /^---\n(?:[^\n]*\n)*?---(?:\n|$)/;

/**
 * Reads an article in its normal form, whatever is in it: headings, lists, tables, quotes and links
 * become those of a lesson; code, HTML, pictures, footnotes and whatever else a lesson has no block for
 * stand in it as they were written. It never throws, and no word is lost.
 *
 * The title is the `title` of the front matter, else the first heading, else `name`.
 */
export function readArticle(text: string, name: string): ForeignArticle {
  const front = FRONT_MATTER.exec(text)?.[0] ?? '';
  const file = treeOf(text.slice(front.length));
  if (file === null) return asWritten(text, shortTitle(frontTitle(front) ?? name));
  const [first, ...rest] = file.blocks;
  const title = shortTitle(frontTitle(front) ?? headingText(file.blocks) ?? name);
  const isTitle = front === '' && first !== undefined && saysOnly(first, title);
  const blocks = isTitle ? rest : file.blocks;
  const content = [
    ...sourceBlocks(front, { isCode: true }),
    ...blocks.flatMap((block) => soundBlocks(file, block)),
  ];
  return articleOf(title, content);
}

/** The tree of a text; null where it is nested so deep that it cannot be read as Markdown at all. */
function treeOf(text: string): ForeignText | null {
  try {
    return new ForeignText(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function asWritten(text: string, title: string): ForeignArticle {
  return articleOf(title, sourceBlocks(text));
}

function articleOf(title: string, content: readonly RichNode[]): ForeignArticle {
  const all = content.length > 0 ? content : [{ type: 'paragraph' }];
  return { title, document: canonicalDocument({ type: 'doc', content: all }) as DraftDocument };
}

/** A block as the schema of lessons allows it, else as it was written. */
function soundBlocks(file: ForeignText, block: ForeignBlock): readonly RichNode[] {
  const content = foreignBlock(file, block);
  if (content.length === 0) return [];
  const checked = validateDocument({ type: 'doc', content }, 'lesson');
  return checked.ok ? checked.document.content : sourceBlocks(file.sourceOf(block));
}

function frontTitle(front: string): string | null {
  const value = /^title:[ \t]*(.*)$/m.exec(front)?.[1]?.trim() ?? '';
  const bare = value.replace(/^(["'])(.*)\1$/, '$2').trim();
  return bare === '' || /^[>|]/.test(bare) ? null : bare;
}

function headingText(blocks: readonly ForeignBlock[]): string | null {
  const heading = blocks.find((block) => block.type === 'heading');
  const text = heading === undefined ? '' : wordsOf(heading);
  return text === '' ? null : text;
}

/** Whether a block is a first heading of plain words that the title repeats in full. */
function saysOnly(block: ForeignBlock, title: string): boolean {
  if (block.type !== 'heading' || block.depth !== 1) return false;
  return block.children.every(({ type }) => type === 'text') && wordsOf(block) === title;
}

function wordsOf(node: object): string {
  if ('value' in node && typeof node.value === 'string') return oneLine(node.value);
  if (!('children' in node) || !Array.isArray(node.children)) return '';
  return oneLine(node.children.map((child: object) => wordsOf(child)).join(''));
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

function shortTitle(text: string): string {
  const line = oneLine(text).trim();
  if (line.length <= LONGEST_TITLE) return line === '' ? '—' : line;
  return `${[...line].slice(0, LONGEST_TITLE / 2 - 1).join('')}…`;
}
