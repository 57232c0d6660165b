import type { RichMark, RichNode } from '@cam-nang/domain';

import { ForeignLosses } from './foreign-losses.js';
import type { ForeignNode } from './foreign-tree.js';

/** A stored picture: what an image block says beside its words. */
export interface ForeignImage {
  /** SHA-256 of the stored file in hexadecimal. */
  readonly file: string;
  readonly width?: number | null;
  readonly height?: number | null;
}

/** What one reading knows everywhere: where losses go, what became of pictures, how headings shift. */
export interface ForeignReading {
  readonly losses: ForeignLosses;
  readonly image: (source: string) => ForeignImage | null;
  /** Added to the level of every heading: lessons have their title above the text. */
  readonly headingShift: number;
}

/** Where in the page the reader is. */
export interface ForeignState {
  /** Levels of the lesson's format that are used up. */
  readonly depth: number;
  readonly marks: readonly RichMark[];
  /** Line ends in the text are meant. */
  readonly isPre: boolean;
}

/** Reads what is inside an element to blocks; handed to the readers of lists and tables. */
export type ReadBlocks = (
  reading: ForeignReading,
  children: readonly ForeignNode[],
  state: ForeignState,
) => readonly RichNode[];

export const TOP: ForeignState = { depth: 0, marks: [], isPre: false };

export function startReading(image: ForeignReading['image'], headingShift: number): ForeignReading {
  return { losses: new ForeignLosses(), image, headingShift };
}

export function withMark(marks: readonly RichMark[], mark: RichMark): readonly RichMark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark];
}

export function withoutMark(marks: readonly RichMark[], type: string): readonly RichMark[] {
  return marks.filter((mark) => mark.type !== type);
}

/** A block of words; without any it is empty. */
export function wordsBlock(type: string, content: readonly RichNode[]): RichNode {
  return { type, ...(content.length > 0 && { content }) };
}

export function textNode(text: string, marks: readonly RichMark[] = []): RichNode {
  return { type: 'text', text, ...(marks.length > 0 && { marks }) };
}
