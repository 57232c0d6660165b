import { inlineText, renderInlineMarkdown } from '@cam-nang/content/read';

/** The bare words of a line written in inline marks, for places that show no marks: names for readers, a list to choose from. */
export function inlineWords(markdown: string): string {
  return inlineText(renderInlineMarkdown(markdown));
}
