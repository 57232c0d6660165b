import { styleOf } from './foreign-style.js';
import { elementsOf, wordsOf, type ForeignElement } from './foreign-tree.js';
import { cleanWords } from './foreign-words.js';

/** References to footnotes: of Word, of mammoth, of LibreOffice. */
const REFERENCE = /^#(?:_(?:ftn|edn)\d+|(?:foot|end)note-\d+|sd(?:foot|end)note\d+sym)$/i;
const BACK = /^#(?:_(?:ftn|edn)ref\d+|(?:foot|end)note-ref-\d+|sd(?:foot|end)note\d+anc)$/i;

/** Whether it leads from the text to a footnote. */
export function isNoteReference(element: ForeignElement): boolean {
  return element.name === 'a' && REFERENCE.test(fragmentOf(element));
}

/** Whether it leads from a footnote back to the text. */
export function isWayBack(element: ForeignElement): boolean {
  return element.name === 'a' && BACK.test(fragmentOf(element));
}

/** Word writes the whole address of the file before the fragment. */
function fragmentOf(element: ForeignElement): string {
  const href = element.attributes.get('href') ?? '';
  const at = href.indexOf('#');
  return at < 0 ? '' : href.slice(at);
}

/** The number of a footnote as it stands in the text and before the footnote: `[1]`. */
export function noteSign(element: ForeignElement): string {
  const words = cleanWords(wordsOf(element)).trim();
  return /^\[.*\]$|^$/.test(words) ? words : `[${words}]`;
}

export function holdsNoteReference(element: ForeignElement): boolean {
  return [...elementsOf(element)].some((inside) => isNoteReference(inside) || isWayBack(inside));
}

/** Number of the footnote whose words an entry of a list holds, as mammoth writes them. */
export function noteNumber(item: ForeignElement): string | null {
  return /^(?:foot|end)note-(\d+)$/.exec(item.attributes.get('id') ?? '')?.[1] ?? null;
}

/** A part of Word's page that is beside the text: comments, headers, footers. */
export function wordElement(element: ForeignElement): string {
  return styleOf(element).get('mso-element') ?? '';
}
