import { foldForSearch, normaliseLine } from '../../organisation/folding.js';

/**
 * A number of an official document: `72/2025/QH15`, `30/2020/NĐ-CP`, `1847/QĐ-TTg`. A day written
 * with strokes is none: what follows the last stroke begins with a letter.
 */
const NUMBER =
  /(?<![\p{L}\p{N}/])\d+[a-z]?\/(?:\d{4}\/)?\p{L}[\p{L}\p{N}]*(?:-\p{L}[\p{L}\p{N}]*)*/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;

/** Two numbers are one document's when their keys are equal: no matter spaces, dashes or capitals. */
export function legalNumberKey(number: string): string {
  const bare = normaliseLine(number).replace(DASHES, '-').replace(/\s+/gu, '');
  return bare.toUpperCase().normalize('NFC');
}

/** Keys of the numbers in a text, in their order, each once. */
export function citedNumbers(text: string): readonly string[] {
  const found = normaliseLine(text).replace(DASHES, '-').match(NUMBER) ?? [];
  return [...new Set(found.map(legalNumberKey))];
}

/** The name in a citation without its number: "Luật Đất đai số 31/2024/QH15" → "luat dat dai". */
export function citedName(text: string): string {
  const bare = normaliseLine(text).replace(DASHES, '-').replace(NUMBER, ' ');
  return foldForSearch(bare)
    .replace(/[,\s]*\bso\s*$/u, '')
    .replace(/[\s,;.]+$/u, '');
}

/** What of a document of the register tells whether a text cites it. */
export interface CitedDocument {
  readonly number: string;
  readonly issuer: string;
  readonly citedAs: string;
}

/**
 * The document that a text cites: the one with the first number in it; of several with that number
 * the one whose issuer is named too; without a number the one of exactly that name. Null when it is
 * none of them, or when nobody can say which.
 */
export function citedDocument<D extends CitedDocument>(
  text: string,
  documents: readonly D[],
): D | null {
  const [number] = citedNumbers(text);
  if (number === undefined) {
    const name = citedName(text);
    return only(documents.filter(({ citedAs }) => name !== '' && citedName(citedAs) === name));
  }
  const numbered = documents.filter((document) => legalNumberKey(document.number) === number);
  const folded = foldForSearch(text);
  const issued = numbered.filter(({ issuer }) => folded.includes(foldForSearch(issuer)));
  return only(numbered) ?? only(issued);
}

function only<T>(list: readonly T[]): T | null {
  const [first, second] = list;
  return first !== undefined && second === undefined ? first : null;
}
