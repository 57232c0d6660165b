import type { InlineNode } from '../document/document-types.js';
import { isAllowedLink } from '../document/link-address.js';
import { inlineParts, type InlinePart } from '../inline/inline-part.js';

/**
 * Text as a Typst string. Everything that is not code of this library reaches Typst only in here, so
 * that no text of an author is ever read as markup.
 */
export function typstString(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\p{Cc}/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return `"${escaped}"`;
}

/** A call of a Typst function. */
export function typstCall(name: string, ...values: readonly string[]): string {
  return `${name}(${values.join(', ')})`;
}

/** A Typst array, also of one or no element. */
export function typstArray(values: readonly string[]): string {
  return values.length === 0 ? '()' : `(${values.join(', ')},)`;
}

/** Contents one after another. */
export function typstBlock(contents: readonly string[]): string {
  return contents.length === 0 ? '[]' : `{\n${contents.join('\n')}\n}`;
}

/** A line of text as a Typst expression. */
export function inlineTypst(nodes: readonly InlineNode[] | undefined): string {
  return partsTypst(inlineParts(nodes));
}

/** A tree of inline parts as a Typst expression, also that of `renderInlineMarkdown`. */
export function partsTypst(parts: readonly InlinePart[]): string {
  return parts.length === 0 ? '[]' : parts.map(partTypst).join(' + ');
}

const FUNCTIONS = { bold: 'strong', italic: 'emph', code: 'cn-code' } as const;

function partTypst(part: InlinePart): string {
  switch (part.type) {
    case 'text':
      return typstString(part.text);
    case 'break':
      return 'linebreak()';
    case 'link': {
      const inner = partsTypst(part.children);
      const isFull = /^[a-z]+:/i.test(part.href) && isAllowedLink(part.href);
      // An address on the site leads nowhere on paper.
      return isFull ? typstCall('link', typstString(part.href), inner) : inner;
    }
    default:
      return typstCall(FUNCTIONS[part.type], partsTypst(part.children));
  }
}
