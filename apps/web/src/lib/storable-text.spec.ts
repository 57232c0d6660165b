import { describe, expect, it } from '@jest/globals';
import { storableText } from './storable-text.js';

describe('a text that can be stored', () => {
  it('has lost zeros and halves of characters, and nothing else', () => {
    expect(storableText('một\u0000 hai \ud83d')).toBe('một hai ');
    const whole = 'Thừa Thiên – Huế 😀\n\tđủ';
    expect(storableText(whole)).toBe(whole);
  });
});
