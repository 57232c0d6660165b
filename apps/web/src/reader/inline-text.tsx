import { renderInlineMarkdown } from '@cam-nang/content/read';
import { InlineParts } from './inline.js';

/** A line written in the inline marks of the course format: a stem, an option, feedback. */
export function InlineText({ markdown }: { readonly markdown: string }) {
  return <InlineParts parts={renderInlineMarkdown(markdown)} />;
}
