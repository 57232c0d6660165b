import type { Book, Line } from './register-types.js';

/** Lines on a page of the book: what an A4 sheet across holds with room to sign. */
export const LINES_A_PAGE = 15;

/** Which book is meant, as it stands in the address. */
export interface BookKey {
  readonly typeId: string;
  readonly issuerId: string;
  readonly year: number;
}

/** What the address of the register says; a page or book that is none counts as not given. */
export interface RegisterPlace {
  readonly book: BookKey | undefined;
  readonly page: number | undefined;
  readonly search: string;
}

/** Reads the address of the register. */
export function placeOf(raw: Readonly<Record<string, string | undefined>>): RegisterPlace {
  const { type: typeId, issuer: issuerId } = raw;
  const year = wholeOf(raw['year']);
  const whole = typeId !== undefined && issuerId !== undefined && year !== undefined;
  return {
    book: whole ? { typeId, issuerId, year } : undefined,
    page: wholeOf(raw['page']),
    search: raw['q']?.trim() ?? '',
  };
}

function wholeOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** The query of an address: a book, its page and what is searched. */
export function queryOf(
  book: BookKey,
  extra: { readonly page?: number | undefined; readonly search?: string | undefined } = {},
): Record<string, string> {
  const { page, search = '' } = extra;
  return {
    type: book.typeId,
    issuer: book.issuerId,
    year: String(book.year),
    ...(page === undefined ? {} : { page: String(page) }),
    ...(search === '' ? {} : { q: search }),
  };
}

/** True when both are the same book. */
export function isSameBook(one: BookKey, other: BookKey): boolean {
  return one.typeId === other.typeId && one.issuerId === other.issuerId && one.year === other.year;
}

/** The book of the address, or the newest; undefined when there is none yet. */
export function bookOf(books: readonly Book[], key: BookKey | undefined): Book | undefined {
  const found = key && books.find((book) => isSameBook(book, key));
  return found ?? books[0];
}

/** How many pages a book has. */
export function pagesOf({ firstNo, lastNo }: Book): number {
  return Math.ceil((lastNo - firstNo + 1) / LINES_A_PAGE);
}

/** On which page of its book a number stands, from 1. */
export function pageOf({ firstNo }: Book, registerNo: number): number {
  return Math.floor((registerNo - firstNo) / LINES_A_PAGE) + 1;
}

/** The first number of a page. */
export function firstOnPage({ firstNo }: Book, page: number): number {
  return firstNo + (page - 1) * LINES_A_PAGE;
}

/** A page that the book has: what is asked for, or the nearest. Without a wish the last, where writing goes on. */
export function pageToShow(book: Book, page: number | undefined): number {
  const pages = pagesOf(book);
  return Math.min(page ?? pages, pages);
}

/** What stands in the margin of a line: revoked outweighs reissued, that a correction. */
export function remarkOf({
  amendments,
}: Line):
  | { readonly kind: 'revocation' | 'reissue' }
  | { readonly kind: 'correction'; readonly count: number }
  | undefined {
  const of = (kind: Line['amendments'][number]['kind']) =>
    amendments.filter((one) => one.kind === kind).length;
  if (of('revocation') > 0) return { kind: 'revocation' };
  if (of('reissue') > 0) return { kind: 'reissue' };
  const count = of('correction');
  return count === 0 ? undefined : { kind: 'correction', count };
}

/** A hash for the eye: its beginning in groups of four. */
export function shortHash(hash: string, characters = 16): string {
  return hash.slice(0, characters).replace(/(.{4})(?=.)/g, '$1 ');
}
