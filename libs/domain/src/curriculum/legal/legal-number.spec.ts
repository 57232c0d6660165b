import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { citedDocument, citedName, citedNumbers, legalNumberKey } from './legal-number.js';

const document = (citedAs: string, number: string, issuer = 'Quốc hội') => ({
  citedAs,
  number,
  issuer,
});
const land = document('Luật Đất đai số 31/2024/QH15', '31/2024/QH15');
const decree = document('Nghị định 30/2020/NĐ-CP', '30/2020/NĐ-CP', 'Chính phủ');
const here = document('Quyết định 12/QĐ-UBND', '12/QĐ-UBND', 'UBND xã Bao La');
const there = document('Quyết định 12/QĐ-UBND', '12/QĐ-UBND', 'UBND xã Pà Cò');
const register = [land, decree, here, there];

describe('numbers in a citation', () => {
  it('are found in their order and are no days', () => {
    expect(
      citedNumbers('Quyết định 12/2018/QĐ-TTg (sửa bởi 28/2023/QĐ-TTg), từ 01/07/2025'),
    ).toEqual(['12/2018/QĐ-TTG', '28/2023/QĐ-TTG']);
    expect(citedNumbers('Quyết định 1847/QĐ-TTg (2018)')).toEqual(['1847/QĐ-TTG']);
    expect(citedNumbers('Luật Bảo vệ bí mật nhà nước 2025, ngày 1/3/2026')).toEqual([]);
  });

  it('are one however they are written', () => {
    const wanted = legalNumberKey('30/2020/NĐ-CP');
    const written = ['30/2020/nđ-cp', ' 30/2020 /NĐ–CP', '30/2020/NĐ-CP'.normalize('NFD')];
    expect(written.map(legalNumberKey)).toEqual([wanted, wanted, wanted]);
    expect(legalNumberKey('30/2020/ND-CP')).not.toBe(wanted);
  });

  it('have a key that keys do not change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(legalNumberKey(legalNumberKey(text))).toBe(legalNumberKey(text));
      }),
    );
  });
});

describe('the document that a text cites', () => {
  it('is the one with the first number', () => {
    expect(citedDocument('Luật đất đai 2024 số 31/2024/QH15, Điều 5', register)).toBe(land);
    expect(citedDocument('Nghị định 30/2020/nđ–cp', register)).toBe(decree);
    expect(citedDocument('Nghị định 31/2020/NĐ-CP', register)).toBeNull();
  });

  it('is told by its issuer where two have the number, and is none where nobody can say', () => {
    expect(citedDocument('Quyết định 12/QĐ-UBND của UBND xã Pà Cò', register)).toBe(there);
    expect(citedDocument('Quyết định 12/QĐ-UBND', register)).toBeNull();
  });

  it('is told by its name where no number is given', () => {
    expect(citedName('Luật Đất đai, số 31/2024/QH15')).toBe('luat dat dai');
    expect(citedDocument('luật đất đai', register)).toBe(land);
    expect(citedDocument('Luật Đất', register)).toBeNull();
    expect(citedDocument('', register)).toBeNull();
  });
});
