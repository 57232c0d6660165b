import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

import { isTangled, mayHoldTangles, withoutMeaning, type Tangle } from './tangles.js';

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

/** Everything that has a meaning inside a line, by the names that the reader gives it. */
const INLINE = [
  ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText'],
  ...['hardBreakEscape', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
];

/** Reads blocks only, which is quick whatever stands in them. */
const blockProcessor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function readBlocksOnly(this: Processor) {
    const data = this.data();
    const blocks = data.micromarkExtensions?.map((extension) => ({ ...extension, text: {} })) ?? [];
    data.micromarkExtensions = [...blocks, { disable: { null: INLINE } }];
  });

export type ForeignRoot = ReturnType<typeof processor.parse>;
export type ForeignBlock = ForeignRoot['children'][number];
export type ForeignOf<Type extends ForeignBlock['type']> = Extract<ForeignBlock, { type: Type }>;
export type ForeignInline = ForeignOf<'paragraph'>['children'][number];

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A text of somebody else with its tree; colons mean nothing to people who know no course blocks.
 * Blocks that hold more than can be read in bearable time are known as tangled: their tree says nothing.
 */
export class ForeignText {
  readonly blocks: readonly ForeignBlock[];
  readonly #tangled: ReadonlySet<ForeignBlock>;

  constructor(
    readonly text: string,
    lines: readonly string[],
  ) {
    const spans = mayHoldTangles(lines) ? tangledSpans(text) : [];
    this.blocks = processor.parse(masked(text, spans)).children;
    this.#tangled = blocksAround(this.blocks, spans);
  }

  /** What was written for a node, to the letter. */
  sourceOf(node: Pick<ForeignBlock, 'position'>): string {
    const { from, to } = spanOf(node);
    return this.text.slice(from, to);
  }

  isTangled(block: ForeignBlock): boolean {
    return this.#tangled.has(block);
  }

  /** Where the tangled blocks begin. */
  get tangles(): readonly Tangle[] {
    return [...this.#tangled].map(({ position }) => ({
      reason: 'paragraph',
      line: position?.start.line ?? 1,
    }));
  }
}

function spanOf({ position }: Pick<ForeignBlock, 'position'>): Span {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

/** Paragraphs, headings and cells that are too much to be read, in their order. */
function tangledSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  const visit = (node: ForeignRoot | ForeignBlock | ForeignInline) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const span = spanOf(node);
      if (isTangled(text.slice(span.from, span.to))) spans.push(span);
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(blockProcessor.parse(text));
  return spans;
}

function masked(text: string, spans: readonly Span[]): string {
  const parts = spans.map(({ from, to }, index) => {
    const before = text.slice(spans[index - 1]?.to ?? 0, from);
    return before + withoutMeaning(text.slice(from, to));
  });
  return [...parts, text.slice(spans.at(-1)?.to ?? 0)].join('');
}

function blocksAround(
  blocks: readonly ForeignBlock[],
  spans: readonly Span[],
): ReadonlySet<ForeignBlock> {
  const found = new Set<ForeignBlock>();
  let next = 0;
  for (const block of blocks) {
    const { to } = spanOf(block);
    for (let span = spans[next]; span !== undefined && span.from < to; span = spans[++next]) {
      found.add(block);
    }
  }
  return found;
}
