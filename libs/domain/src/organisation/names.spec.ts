import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldForSearch, matchSearch, normaliseLine } from './folding.js';
import { compareNames, splitFullName, suggestNameCase } from './names.js';
import type { NameSortKey } from './names.js';

const collator = new Intl.Collator('vi');

function keyOf(fullName: string, birthDate: string | null = null): NameSortKey {
  const name = splitFullName(fullName);
  if (name === null) throw new Error('a test name is empty');
  return { ...name, birthDate };
}

const syllable = fc.constantFrom('Bùi', 'Đinh', 'Hà', 'Xa', 'Ơn', 'Ánh', 'Ân', 'Ấn', 'Đức', 'Dục');
const person = fc.record({
  familyName: syllable,
  middleName: fc.oneof(syllable, fc.constant('')),
  givenName: syllable,
  birthDate: fc.option(fc.constantFrom('1990', '1990-02-01', '2001-12-31')),
});

describe('splitting a full name', () => {
  const table: [string, string, string, string][] = [
    ['Nguyễn Thị Ánh', 'Nguyễn', 'Thị', 'Ánh'],
    ['Tẩn Páo Chinh', 'Tẩn', 'Páo', 'Chinh'],
    ['Bùi Thị Thu Hòa', 'Bùi', 'Thị Thu', 'Hòa'],
    ['Quách Đức', 'Quách', '', 'Đức'],
    ['Sình', '', '', 'Sình'],
    ['  Xa\u00A0 Văn \t Khà ', 'Xa', 'Văn', 'Khà'],
  ];

  it.each(table)('%s', (text, familyName, middleName, givenName) => {
    expect(splitFullName(text)).toMatchObject({ familyName, middleName, givenName });
  });

  it('keeps NFC and finds nothing in an empty text', () => {
    expect(splitFullName('Đức'.normalize('NFD'))?.givenName).toBe('Đức'.normalize('NFC'));
    expect(splitFullName(' \u200B ')).toBeNull();
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 6 }), (words) => {
        const name = splitFullName(words.join('  '));
        const parts = [name?.familyName, name?.middleName, name?.givenName].filter(Boolean);
        expect(parts.join(' ')).toBe(words.join(' '));
        expect(name?.fullName).toBe(words.join(' '));
      }),
    );
  });
});

describe('the order of names', () => {
  it('is the one of scenario 10.6.1', () => {
    const names = [
      'Nguyễn Văn An',
      'Nguyễn Thị Ánh',
      'Trần Ân',
      'Lê Thị Ấn',
      'Đinh Công Sơn',
      'Bùi Văn Dũng',
      'Bùi Văn Đức',
    ];
    const sorted = [...names].reverse().map((name) => keyOf(name));
    sorted.sort(compareNames(collator));
    expect(sorted.map((name) => name.givenName)).toEqual([
      'An',
      'Ánh',
      'Ân',
      'Ấn',
      'Dũng',
      'Đức',
      'Sơn',
    ]);
  });

  it('goes on to family name, middle name and date of birth, unknown last', () => {
    const sorted = [
      keyOf('Xa Văn Đức', '1990-01-01'),
      keyOf('Bùi Văn Đức'),
      keyOf('Bùi Văn Đức', '1999-01-01'),
      keyOf('Bùi Văn Đức', '1990-12-31'),
      keyOf('Bùi Anh Đức', '2001-01-01'),
    ];
    sorted.sort(compareNames(collator));
    expect(sorted.map((key) => `${key.familyName} ${key.middleName} ${key.birthDate}`)).toEqual([
      'Bùi Anh 2001-01-01',
      'Bùi Văn 1990-12-31',
      'Bùi Văn 1999-01-01',
      'Bùi Văn null',
      'Xa Văn 1990-01-01',
    ]);
  });

  it('is an order: reversed by exchange, and transitive', () => {
    const compare = compareNames(collator);
    fc.assert(
      fc.property(person, person, person, (a, b, c) => {
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('folding for search', () => {
  it('makes one of hoa binh, Hòa Bình and Hoà Bình (scenario 10.6.2)', () => {
    const texts = ['hoa binh', 'Hòa Bình', 'Hoà  Bình', 'HOÀ BÌNH'.normalize('NFD')];
    expect([...new Set(texts.map(foldForSearch))]).toEqual(['hoa binh']);
  });

  it('folds đ, ơ, ư and every tone', () => {
    expect(foldForSearch('Đặng Thị Ngưỡng Ơn Ỹ')).toBe('dang thi nguong on y');
  });

  it('is stable and blind to form, case and spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldForSearch(text);
        expect(foldForSearch(folded)).toBe(folded);
        expect(foldForSearch(` ${text.normalize('NFD')}\u00A0`)).toBe(folded);
      }),
    );
  });

  it('ranks what stands there with its marks before what only folds to it', () => {
    expect(matchSearch('nguyen van duc', 'Nguyễn Văn Đức')).toBe('folded');
    expect(matchSearch('đức', 'Nguyễn Văn ĐỨC')).toBe('exact');
    expect(matchSearch('đức', 'Nguyễn Văn Dục')).toBe('folded');
    expect(matchSearch('hoà', 'Hòa')).toBe('folded');
    expect(matchSearch('sơn', 'Nguyễn Văn Đức')).toBe('none');
    expect(matchSearch('  ', 'Nguyễn')).toBe('none');
  });
});

describe('proposals for case', () => {
  it('only where all letters are of one case, and never silently', () => {
    expect(suggestNameCase('NGUYỄN THỊ ÁNH')).toBe('Nguyễn Thị Ánh');
    expect(suggestNameCase('đinh công sơn')).toBe('Đinh Công Sơn');
    expect(suggestNameCase('Y-BƠM NIÊ')).toBe('Y-Bơm Niê');
    expect(suggestNameCase('Nguyễn Thị Ánh')).toBeNull();
    expect(suggestNameCase('')).toBeNull();
    expect(splitFullName('NGUYỄN THỊ ÁNH')?.fullName).toBe('NGUYỄN THỊ ÁNH');
    expect(normaliseLine('NGUYỄN')).toBe('NGUYỄN');
  });
});
