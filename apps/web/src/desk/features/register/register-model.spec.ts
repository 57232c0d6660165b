import { describe, expect, it } from '@jest/globals';
import {
  bookOf,
  firstOnPage,
  LINES_A_PAGE,
  pageOf,
  pagesOf,
  pageToShow,
  placeOf,
  queryOf,
  remarkOf,
  shortHash,
} from './register-model.js';
import type { Book, Line } from './register-types.js';

const key = { typeId: 't', issuerId: 'i', year: 2026 };

function book(lines: number, firstNo = 1): Book {
  return {
    ...key,
    ...{ typeTitle: '', typeTitleEn: '', typeNoun: '', typeNounEn: '', issuerName: '' },
    ...{ count: lines, firstNo, lastNo: firstNo + lines - 1 },
  };
}

describe('the pages of a book', () => {
  it('are full but the last', () => {
    expect(pagesOf(book(1))).toBe(1);
    expect(pagesOf(book(LINES_A_PAGE))).toBe(1);
    expect(pagesOf(book(LINES_A_PAGE + 1))).toBe(2);
  });

  it('hold each number once, also in a book that goes on from a paper one', () => {
    for (const first of [1, 231]) {
      const long = book(40, first);
      for (let no = first; no < first + 40; no += 1) {
        const start = firstOnPage(long, pageOf(long, no));
        expect(no).toBeGreaterThanOrEqual(start);
        expect(no).toBeLessThan(start + LINES_A_PAGE);
      }
    }
  });

  it('open where writing goes on, and at the last for one beyond it', () => {
    const long = book(2 * LINES_A_PAGE + 1);
    expect(pageToShow(long, undefined)).toBe(3);
    expect(pageToShow(long, 2)).toBe(2);
    expect(pageToShow(long, 99)).toBe(3);
  });
});

describe('the address of the register', () => {
  it('reads what it writes', () => {
    const query = queryOf(key, { page: 4, search: 'thi uong' });
    expect(placeOf(query)).toEqual({ book: key, page: 4, search: 'thi uong' });
    expect(placeOf(queryOf(key))).toEqual({ book: key, page: undefined, search: '' });
  });

  it('takes half a book, and a page that is none, for nothing said', () => {
    expect(placeOf({ type: 't', year: '2026', page: '0' })).toEqual({
      ...{ book: undefined, page: undefined, search: '' },
    });
  });

  it('falls back to the newest book', () => {
    const books = [book(3), { ...book(2), year: 2025 }];
    expect(bookOf(books, { ...key, year: 2025 })?.count).toBe(2);
    expect(bookOf(books, { ...key, year: 1999 })?.year).toBe(2026);
    expect(bookOf([], key)).toBeUndefined();
  });
});

describe('a line', () => {
  const line = (...kinds: Line['amendments'][number]['kind'][]) =>
    ({ amendments: kinds.map((kind) => ({ kind })) }) as unknown as Line;

  it('says the heaviest of what became of it', () => {
    expect(remarkOf(line())).toBeUndefined();
    expect(remarkOf(line('correction', 'correction'))).toEqual({ kind: 'correction', count: 2 });
    expect(remarkOf(line('revocation', 'correction'))).toEqual({ kind: 'revocation' });
    expect(remarkOf(line('reissue', 'correction'))).toEqual({ kind: 'reissue' });
  });

  it('shows a hash in groups', () => {
    expect(shortHash('a81c4e0793bd5512ff')).toBe('a81c 4e07 93bd 5512');
  });
});
