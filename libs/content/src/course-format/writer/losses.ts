import type { BlockNode } from '../../document/document-types.js';

/** What Markdown cannot hold. */
export type WriterLossCode =
  | 'empty_paragraph'
  | 'line_break'
  | 'cell_span'
  | 'cell_alignment'
  | 'cell_header'
  | 'cell_blocks'
  | 'cell_code'
  | 'empty_head';

/** Something that a document has and its course file will not. */
export interface WriterLoss {
  readonly blockId: string;
  readonly code: WriterLossCode;
}

/** Collects what is lost while writing. */
export class WriterLosses {
  readonly list: WriterLoss[] = [];

  add(block: BlockNode, code: WriterLossCode): void {
    this.list.push({ blockId: block.attrs.id, code });
  }
}
