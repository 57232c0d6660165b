import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/**
 * Addresses in running text stay text: only what is written as a link is one. Otherwise what stands
 * in an address could not be escaped, and text would not survive being written and read again.
 */
function withoutBareLinks(this: Processor): void {
  const data = this.data();
  const disable = { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable }];
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(withoutBareLinks)
  .use(remarkDirective);

export type MarkdownRoot = ReturnType<typeof processor.parse>;
export type MarkdownBlock = MarkdownRoot['children'][number];
export type MarkdownOf<Type extends MarkdownBlock['type']> = Extract<MarkdownBlock, { type: Type }>;
export type MarkdownInline = MarkdownOf<'paragraph'>['children'][number];

/** CommonMark with tables, task lists and directives, as a tree with positions. */
export function parseMarkdown(text: string): MarkdownRoot {
  return processor.parse(text);
}
