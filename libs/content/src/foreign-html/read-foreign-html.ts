import { canonicalDocument, type RichNode } from '@cam-nang/domain';

import type { DraftDocument } from '../document/document-types.js';
import { sourceBlocks } from '../foreign-markdown/source-blocks.js';
import { DOCUMENT_LIMITS } from '../validate/limits.js';
import { validateDocument } from '../validate/validate-document.js';
import { readBlocks } from './block-reader.js';
import { blockWords } from './foreign-fit.js';
import type { ForeignLoss, ForeignLosses } from './foreign-losses.js';
import { startReading, TOP, type ForeignImage } from './foreign-reading.js';
import type { ForeignElement } from './foreign-tree.js';
import { headingShift } from './heading-reader.js';

export interface ForeignHtml {
  /** A document that lessons allow; one empty paragraph where nothing was to be read. */
  readonly document: DraftDocument;
  /** What it does not hold, or not as it was. */
  readonly losses: readonly ForeignLoss[];
}

/**
 * Reads a page of somebody else (Word, Google Docs, LibreOffice, a web page) as the text of a lesson:
 * headings, lists, tables, pictures, links, bold and italic; everything else of how it looked is
 * dropped. `image` says which stored picture stands behind an address; without one it is lost.
 * Whatever comes in, a document comes out: it never throws.
 */
export function readForeignHtml(
  root: ForeignElement,
  image: (source: string) => ForeignImage | null = () => null,
): ForeignHtml {
  const reading = startReading(image, headingShift(root));
  const { losses } = reading;
  const blocks = soundBlocks(losses, withinLimits(losses, readBlocks(reading, root.children, TOP)));
  const content = blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
  const document = canonicalDocument({ type: 'doc', content }) as DraftDocument;
  return { document, losses: losses.list };
}

/** Blocks as the schema allows them; one that it does not is kept as its words. */
function soundBlocks(losses: ForeignLosses, blocks: readonly RichNode[]): readonly RichNode[] {
  if (blocks.length === 0) return [];
  const whole = validateDocument({ type: 'doc', content: blocks }, 'lesson');
  if (whole.ok) return whole.document.content;
  return blocks.flatMap((block) => {
    const one = validateDocument({ type: 'doc', content: [block] }, 'lesson');
    if (one.ok) return one.document.content;
    const words = blockWords(block);
    losses.add('block', words);
    return sourceBlocks(words);
  });
}

/** As many blocks as one lesson may have. */
function withinLimits(losses: ForeignLosses, blocks: readonly RichNode[]): readonly RichNode[] {
  const used = { nodes: 1, characters: 0 };
  const end = blocks.findIndex((block) => {
    measure(block, used);
    return used.nodes > DOCUMENT_LIMITS.nodes || used.characters > DOCUMENT_LIMITS.characters;
  });
  if (end < 0) return blocks;
  const rest = blocks.slice(end);
  losses.add('cut', blockWords(rest[0] ?? { type: 'paragraph' }), rest.length);
  return blocks.slice(0, end);
}

function measure(node: RichNode, used: { nodes: number; characters: number }): void {
  used.nodes += 1;
  const links = (node.marks ?? []).map(({ attrs }) => attrs?.['href']);
  for (const value of [node.text, ...Object.values(node.attrs ?? {}), ...links]) {
    if (typeof value === 'string') used.characters += value.length;
  }
  for (const child of node.content ?? []) measure(child, used);
}
