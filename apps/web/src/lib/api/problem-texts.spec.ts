import { describe, expect, it } from '@jest/globals';
import { errorCodes } from '@cam-nang/contracts';
import { coreTexts as coreEn } from './core-texts-en.js';
import { coreTexts as coreVi } from './core-texts-vi.js';
import { problemTexts as en } from './problem-texts-en.js';
import { problemTexts as vi } from './problem-texts-vi.js';

describe('the words of problems', () => {
  it('stand once for every code in both languages', () => {
    for (const texts of [
      { ...coreVi, ...vi },
      { ...coreEn, ...en },
    ]) {
      const codes = Object.keys(texts).filter((code) => !code.startsWith('network.'));
      expect(codes.sort()).toEqual([...errorCodes].sort());
    }
    expect(Object.keys(coreVi).filter((code) => code in vi)).toEqual([]);
  });

  it('are sentences, without blame and without machine words', () => {
    const all = [coreVi, vi, coreEn, en].flatMap((texts) => Object.values<string>(texts));
    for (const text of all) {
      expect(text).toMatch(/^\p{Lu}.*\.$/su);
      expect(text).not.toMatch(/!|_|null|undefined|vui lòng/i);
    }
  });
});
