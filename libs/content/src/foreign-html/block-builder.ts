import type { RichNode } from '@cam-nang/domain';

import { inlineWords } from './foreign-fit.js';
import { ForeignLine } from './foreign-line.js';
import { wordsBlock, type ForeignReading } from './foreign-reading.js';
import { gatherLists } from './word-list.js';

/** Levels of lists that the format has room for below a container of depth 0. */
const DEEPEST_LISTS = 14;

/** Blocks as they come while a page is read, with the line that is not ended yet. */
export class BlockBuilder {
  readonly line = new ForeignLine();
  private readonly blocks: RichNode[] = [];

  constructor(
    readonly reading: ForeignReading,
    private readonly depth: number,
  ) {}

  /** Ends the line; it becomes a paragraph if it has words. */
  flush(): void {
    for (const content of this.line.take()) {
      this.reading.losses.pass(inlineWords(content));
      this.blocks.push(wordsBlock('paragraph', content));
    }
  }

  push(...blocks: readonly RichNode[]): void {
    this.flush();
    this.blocks.push(...blocks);
  }

  /** A line break; two in a row are the end of a paragraph, and before any words it says nothing. */
  breakLine(): void {
    if (this.line.endsWithBreak) this.flush();
    else if (!this.line.isEmpty) this.line.breakOff();
  }

  finish(): readonly RichNode[] {
    this.flush();
    return gatherLists(this.blocks, Math.max(1, Math.floor((DEEPEST_LISTS - this.depth) / 2)));
  }
}
