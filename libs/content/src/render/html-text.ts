import type { InlineNode } from '../document/document-types.js';
import { isAllowedLink } from '../document/link-address.js';
import { inlineParts, type InlinePart } from '../inline/inline-part.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that means itself, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** An opening tag; attributes that are null or undefined are left out. */
export function openTag(
  name: string,
  attributes: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapeHtml(String(value))}"`],
  );
  return `<${name}${written.join('')}>`;
}

/** A whole element around HTML that is already safe. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null | undefined>>,
  inner: string,
): string {
  return `${openTag(name, attributes)}${inner}</${name}>`;
}

/** A line of text as HTML. */
export function inlineHtml(nodes: readonly InlineNode[] | undefined): string {
  return partsHtml(inlineParts(nodes));
}

/** A tree of inline parts as HTML, also that of `renderInlineMarkdown`. */
export function partsHtml(parts: readonly InlinePart[]): string {
  return parts.map(partHtml).join('');
}

const TAGS = { bold: 'strong', italic: 'em', code: 'code' } as const;

function partHtml(part: InlinePart): string {
  switch (part.type) {
    case 'text':
      return escapeHtml(part.text);
    case 'break':
      return '<br>';
    case 'link':
      return linkHtml(part.href, partsHtml(part.children));
    default:
      return element(TAGS[part.type], {}, partsHtml(part.children));
  }
}

/** Stored links were checked when they were saved; a link that would not pass today is only text. */
function linkHtml(href: string, inner: string): string {
  if (!isAllowedLink(href)) return inner;
  const outside = /^https?:/i.test(href);
  return element('a', { href, rel: outside ? 'noopener noreferrer' : null }, inner);
}
