import { cleanPastedText, headingLevel, listKind, withoutMarker } from './paste.js';

/** What never belongs to a text: styles, scripts, Word's own markup. */
const DROPPED = 'style,script,meta,link,title,xml,template,iframe,object,o\\:p';

/**
 * Brings pasted HTML to what the lesson's schema reads: Word's hand-drawn lists become lists, headings
 * get their level, texts are NFC, and nothing of styles or foreign markup is left. The schema then
 * drops every attribute that it does not know.
 */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  page.querySelectorAll(DROPPED).forEach((element) => element.remove());
  dropComments(page);
  page
    .querySelectorAll('b[style*="font-weight:normal"],b[style*="font-weight: normal"]')
    .forEach(unwrap);
  page.querySelectorAll('h1,h2,h3,h4,h5,h6').forEach((heading) => {
    rename(heading, `h${headingLevel(Number(heading.tagName[1]))}`);
  });
  gatherLists(page);
  cleanTexts(page);
  page.querySelectorAll('[style]').forEach(keepAlignment);
  return page.body.innerHTML;
}

function dropComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function rename(element: Element, name: string): void {
  if (element.tagName.toLowerCase() === name) return;
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Paragraphs that Word shows as list items become one list while they follow each other. */
function gatherLists(page: Document): void {
  let list: Element | undefined;
  for (const paragraph of page.querySelectorAll('p')) {
    const kind = listKind(
      paragraph.getAttribute('style') ?? '',
      paragraph.className,
      paragraph.textContent ?? '',
    );
    if (kind === null) {
      list = undefined;
      continue;
    }
    if (
      list === undefined ||
      list.tagName.toLowerCase() !== kind ||
      list.nextElementSibling !== paragraph
    ) {
      list = page.createElement(kind);
      paragraph.before(list);
    }
    list.append(itemOf(page, paragraph));
    paragraph.remove();
  }
}

function itemOf(page: Document, paragraph: Element): Element {
  paragraph
    .querySelectorAll('span[style*="mso-list:Ignore"],span[style*="mso-list: Ignore"]')
    .forEach((mark) => mark.remove());
  const first = page.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  if (first !== null) first.nodeValue = withoutMarker(first.nodeValue ?? '');
  const item = page.createElement('li');
  const inner = page.createElement('p');
  inner.append(...paragraph.childNodes);
  item.append(inner);
  return item;
}

function cleanTexts(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    text.nodeValue = cleanPastedText(text.nodeValue ?? '').replace(/[\n\t]+/g, ' ');
  }
}

/** Of styles only the alignment of table cells says anything. */
function keepAlignment(element: Element): void {
  const align = /text-align:\s*(center|right)/.exec(element.getAttribute('style') ?? '')?.[1];
  if (align !== undefined && /^T[DH]$/.test(element.tagName)) {
    element.setAttribute('style', `text-align: ${align}`);
  } else element.removeAttribute('style');
}
