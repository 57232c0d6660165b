import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

export type ForeignRoot = ReturnType<typeof processor.parse>;
export type ForeignBlock = ForeignRoot['children'][number];
export type ForeignOf<Type extends ForeignBlock['type']> = Extract<ForeignBlock, { type: Type }>;
export type ForeignInline = ForeignOf<'paragraph'>['children'][number];

/** A text of somebody else with its tree; colons mean nothing to people who know no course blocks. */
export class ForeignText {
  readonly blocks: readonly ForeignBlock[];

  constructor(readonly text: string) {
    this.blocks = processor.parse(text).children;
  }

  /** What was written for a node, to the letter. */
  sourceOf({ position }: Pick<ForeignBlock, 'position'>): string {
    const { start, end } = position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return '';
    return this.text.slice(start.offset, end.offset);
  }
}
