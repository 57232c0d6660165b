import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { tokensOf } from '../diff/tokens.js';
import { blame, type Wording } from './blame.js';

/** Few words, so that wordings share many and repeat them. */
const text = fc
  .array(fc.constantFrom('xã', 'phường', 'ghi', 'sổ', '5', 'ngày', ',', '.'), { maxLength: 12 })
  .map((words) => words.join(' '));

const wordings: fc.Arbitrary<readonly Wording<number>[]> = fc
  .array(fc.option(text, { freq: 6 }), { minLength: 1, maxLength: 8 })
  .map((texts) => texts.map((one, source) => ({ source, text: one })));

const joined = (history: readonly Wording<number>[]) =>
  blame(history)
    .map((run) => run.text)
    .join('');

describe('blame', () => {
  it('is of exactly the words that the passage has at the head', () => {
    fc.assert(
      fc.property(wordings, (history) => {
        expect(joined(history)).toBe(history.at(-1)?.text ?? '');
      }),
    );
  });

  it('names only what said the words of the run', () => {
    fc.assert(
      fc.property(wordings, (history) => {
        for (const { source, text: words } of blame(history)) {
          const said = tokensOf(history.find((one) => one.source === source)?.text ?? '');
          for (const token of tokensOf(words)) expect(said).toContain(token);
        }
      }),
    );
  });

  it('does not change when a wording is said once more', () => {
    fc.assert(
      fc.property(wordings, (history) => {
        const again = [...history, { source: -1, text: history.at(-1)?.text ?? null }];
        expect(blame(again)).toEqual(blame(history));
      }),
    );
  });

  it('keeps what stays with what brought it', () => {
    expect(
      blame([
        { source: '1.0', text: 'Trả lời trong năm ngày.' },
        { source: '1.1', text: 'Trả lời trong bảy ngày.' },
        { source: '2.0', text: 'Trả lời bằng văn bản trong bảy ngày.' },
      ]),
    ).toEqual([
      { source: '1.0', text: 'Trả lời ' },
      { source: '2.0', text: 'bằng văn bản ' },
      { source: '1.0', text: 'trong ' },
      { source: '1.1', text: 'bảy' },
      { source: '1.0', text: ' ngày.' },
    ]);
  });

  it('takes the spaces between words that came together as theirs', () => {
    expect(
      blame([
        { source: '1.0', text: 'Hiếm ở xã, vì không có phòng.' },
        { source: '2.0', text: 'Trưởng phòng ký, dưới là tên.' },
      ]),
    ).toEqual([
      { source: '2.0', text: 'Trưởng phòng ký, dưới là tên' },
      { source: '1.0', text: '.' },
    ]);
  });

  it('begins anew after a passage was gone', () => {
    expect(
      blame([
        { source: '1.0', text: 'Ghi sổ.' },
        { source: '2.0', text: null },
        { source: '3.0', text: 'Ghi sổ.' },
      ]),
    ).toEqual([{ source: '3.0', text: 'Ghi sổ.' }]);
  });
});
