import { describe, expect, it } from '@jest/globals';
import { passageOf, passageText, type RichNode } from '@cam-nang/domain';
import fc from 'fast-check';
import { isLine, pickedWords, type TextRun } from './picked-words.js';

const run = (
  text: string,
  op: TextRun['op'] = 'same',
  selected: TextRun['selected'] = null,
): TextRun => ({ text, op, selected });

/** A run of which exactly these words are selected. */
function picking(text: string, words: string, op: TextRun['op'] = 'same'): TextRun {
  const from = text.indexOf(words);
  return run(text, op, [from, from + words.length]);
}

describe('a line of text', () => {
  it.each<[string, boolean, boolean]>([
    ['P', false, true],
    ['H3', false, true],
    ['TD', false, true],
    ['TH', false, true],
    ['LI', false, true],
    ['TD', true, false],
    ['LI', true, false],
    ['TABLE', true, false],
    ['TR', true, false],
    ['FIGURE', false, false],
  ])('%s, holding blocks: %s', (tagName, holdsBlocks, expected) => {
    expect(isLine(tagName, holdsBlocks)).toBe(expected);
  });
});

describe('picked words', () => {
  it('are none where nothing, or white space alone, is selected', () => {
    expect(pickedWords([run('Mời công dân ngồi.')])).toBeNull();
    expect(pickedWords([run('Mời công dân', 'same', [3, 4])])).toBeNull();
    expect(pickedWords([])).toBeNull();
  });

  it('are the words of the new text, with the place that they have there', () => {
    const runs = [
      run('Trả lời trong '),
      run('năm', 'delete'),
      run('mười', 'insert'),
      picking(' ngày làm việc.', 'ngày làm'),
    ];
    expect(pickedWords(runs)).toEqual({
      side: 'after',
      quote: 'ngày làm',
      offset: 'Trả lời trong mười '.length,
    });
  });

  it('leave deleted words out when others are picked with them', () => {
    const runs = [
      picking('Trả lời trong ', 'trong '),
      picking('năm', 'năm', 'delete'),
      picking('mười', 'mười', 'insert'),
      run(' ngày.'),
    ];
    expect(pickedWords(runs)?.quote).toBe('trong mười');
  });

  it('are of the old text when only deleted words are picked', () => {
    const runs = [
      run('Trả lời trong '),
      picking('năm', 'năm', 'delete'),
      run('mười', 'insert'),
      run(' ngày.'),
    ];
    expect(pickedWords(runs)).toEqual({ side: 'before', quote: 'năm', offset: 14 });
  });

  it('are whole words, though a selection by finger ends within them', () => {
    expect(pickedWords([run('Mời công dân ngồi.', 'same', [5, 11])])).toEqual({
      side: 'after',
      quote: 'công dân',
      offset: 4,
    });
    expect(pickedWords([run('Mời công dân ngồi.', 'same', [3, 10])])?.quote).toBe('công dân');
  });

  it('count white space and decomposed letters as the stored passage does', () => {
    const text = '\n  Tiếp  công\u00a0dân tại trụ sở'.normalize('NFD');
    const from = text.indexOf('tại'.normalize('NFD'));
    expect(pickedWords([run(text, 'same', [from, text.length])])).toEqual({
      side: 'after',
      quote: 'tại trụ sở',
      offset: 'Tiếp công dân '.length,
    });
  });

  it('are about the whole block when they are very many', () => {
    const text = 'chữ '.repeat(600);
    expect(pickedWords([run(text, 'same', [0, text.length])])).toMatchObject({ quote: '' });
  });

  it('are always found again in the block that they were picked from', () => {
    const letters = fc.constantFrom('a', 'ế', 'd', ' ', '  ', '\n', '.', 'ngày', '10');
    const texts = fc.array(
      fc.array(letters).map((list) => list.join('')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (parts, a, b) => {
        const whole = parts.join('');
        const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y);
        const picked = pickedWords(selecting(parts, from ?? 0, to ?? 0));
        fc.pre(picked !== null);
        const block: RichNode = {
          type: 'paragraph',
          attrs: { id: 'p' },
          content: [{ type: 'text', text: whole }],
        };
        const { quote = '', offset = 0 } = picked ?? {};
        expect(passageText(block).slice(offset, offset + quote.length)).toBe(quote);
        const passage = passageOf(
          { type: 'doc', content: [block] },
          { blockId: 'p', quote, offset },
        );
        expect(passage).toMatchObject({ quote, offset });
      }),
    );
  });
});

/** The parts of a line as runs, selected from one letter of the line to another. */
function selecting(parts: readonly string[], from: number, to: number): readonly TextRun[] {
  let at = 0;
  return parts.map((text) => {
    const start = Math.max(0, from - at);
    const end = Math.min(text.length, to - at);
    at += text.length;
    return run(text, 'same', start < end ? [start, end] : null);
  });
}
