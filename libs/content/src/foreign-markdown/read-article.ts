import { canonicalDocument, type RichNode } from '@cam-nang/domain';

import type { DraftDocument } from '../document/document-types.js';
import { validateDocument } from '../validate/validate-document.js';
import { foreignBlock } from './foreign-blocks.js';
import { ForeignText, type ForeignBlock } from './foreign-tree.js';
import { sourceBlocks } from './source-blocks.js';
import { tangleOf, type Tangle } from './tangles.js';

/** An article that somebody else wrote, as a lesson. */
export interface ForeignArticle {
  readonly title: string;
  /** Holds every word of the text; blocks have no ids yet. */
  readonly document: DraftDocument;
  /** What stands as it was written only because reading it as Markdown would take too long. */
  readonly tangles: readonly Tangle[];
}

const LONGEST_TITLE = 300;
const FRONT_MATTER = /^---\n(?:[^\n]*\n)*?---(?:\n|$)/;

/**
 * Reads an article in its normal form, whatever is in it: headings, lists, tables, quotes and links
 * become those of a lesson; code, HTML, pictures, footnotes and whatever else a lesson has no block for
 * stand in it as they were written, and so does what would take too long to read. It never throws, and no
 * word is lost.
 *
 * The title is the `title` of the front matter, else the first heading, else `name`.
 */
export function readArticle(text: string, name: string): ForeignArticle {
  const front = FRONT_MATTER.exec(text)?.[0] ?? '';
  const file = treeOf(text.slice(front.length));
  const above = front.split('\n').length - 1;
  if (!(file instanceof ForeignText)) {
    const title = shortTitle(frontTitle(front) ?? name);
    return articleOf(title, sourceBlocks(text), below([file], above));
  }
  const [first, ...rest] = file.blocks;
  const title = shortTitle(frontTitle(front) ?? headingText(file) ?? name);
  const isTitle = front === '' && first !== undefined && saysOnly(first, title);
  const blocks = isTitle ? rest : file.blocks;
  const content = [
    ...sourceBlocks(front, { isCode: true }),
    ...blocks.flatMap((block) => soundBlocks(file, block)),
  ];
  return articleOf(title, content, below(file.tangles, above));
}

/** The tree of a text, or what keeps it from being read as Markdown at all. */
function treeOf(text: string): ForeignText | Tangle {
  const lines = text.split('\n');
  const tangle = tangleOf(lines);
  if (tangle !== null) return tangle;
  try {
    return new ForeignText(text, lines);
  } catch (error) {
    if (error instanceof RangeError) return { reason: 'nesting', line: 1 };
    throw error;
  }
}

function below(tangles: readonly Tangle[], lines: number): readonly Tangle[] {
  return tangles.map(({ reason, line }) => ({ reason, line: line + lines }));
}

function articleOf(
  title: string,
  content: readonly RichNode[],
  tangles: readonly Tangle[],
): ForeignArticle {
  const all = content.length > 0 ? content : [{ type: 'paragraph' }];
  const document = canonicalDocument({ type: 'doc', content: all }) as DraftDocument;
  return { title, document, tangles };
}

/** A block as the schema of lessons allows it, else as it was written. */
function soundBlocks(file: ForeignText, block: ForeignBlock): readonly RichNode[] {
  if (file.isTangled(block)) return sourceBlocks(file.sourceOf(block));
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

function headingText(file: ForeignText): string | null {
  const heading = file.blocks.find((block) => block.type === 'heading' && !file.isTangled(block));
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
