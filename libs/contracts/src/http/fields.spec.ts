import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { calendarDate, line, text } from './fields.js';

describe('a text of one line', () => {
  const code = line({ max: 12 });

  it('has spaces where line breaks and tabs came along', () => {
    expect(z.parse(code, ' 12/QĐ\r\n- SNV\t')).toBe('12/QĐ - SNV');
    expect(z.parse(code, 'a\u2028b\u2029c\u0085d')).toBe('a b c d');
  });

  it('is empty when nothing else came, and is as long as what is left', () => {
    expect(z.safeParse(code, '\n\t\n').success).toBe(false);
    expect(z.parse(line({ min: 0, max: 3 }), '\n\n')).toBe('');
    expect(z.parse(code, `${'\n'.repeat(20)}abc`)).toBe('abc');
    expect(z.safeParse(code, 'a'.repeat(13)).success).toBe(false);
  });

  it('has no other control characters and no half characters, as no text has', () => {
    for (const wrong of ['a\u0000b', 'a\u001Bb', 'a\uD800b']) {
      expect(z.safeParse(code, wrong).success).toBe(false);
      expect(z.safeParse(text({ max: 12 }), wrong).success).toBe(false);
    }
  });
});

describe('a text', () => {
  it('keeps its lines', () => {
    expect(z.parse(text({ max: 12 }), ' một\n\thai ')).toBe('một\n\thai');
  });
});

describe('a calendar date', () => {
  it('exists: no 30 February, and no year 0, which the database refuses', () => {
    expect(z.parse(calendarDate, '2024-02-29')).toBe('2024-02-29');
    for (const wrong of ['2023-02-29', '0000-01-01', '2024-2-9']) {
      expect(z.safeParse(calendarDate, wrong).success).toBe(false);
    }
  });
});
