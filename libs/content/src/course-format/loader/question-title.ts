import { renderInlineMarkdown } from '../../inline/inline-markdown.js';
import { inlineText } from '../../inline/inline-part.js';

const LONGEST_TITLE = 120;

/** What a question is listed as: the words of its stem on one line, cut at a word where too long. */
export function questionTitle(stem: string): string {
  const words = inlineText(renderInlineMarkdown(stem)).replace(/\s+/gu, ' ').trim();
  if (words.length <= LONGEST_TITLE) return words;
  return `${words.slice(0, LONGEST_TITLE).replace(/\s+\S*$/u, '')}…`;
}
