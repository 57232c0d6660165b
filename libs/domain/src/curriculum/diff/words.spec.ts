import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { sentence } from '../testing/document-arbitrary.js';
import { fieldChanges, withFields, type JsonRecord } from './field-changes.js';
import { longestIncreasing } from './longest-increasing.js';
import { differingHunks } from './myers.js';
import { diffText, diffTextOrNull, textOf } from './text-diff.js';
import { tokensOf, wordsOf } from './tokens.js';

const few = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });

/** Length of the longest common subsequence, told the slow and certain way. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  a.forEach((x, i) =>
    b.forEach((y, j) => {
      const skipped = Math.max(table[i]?.[j + 1] ?? 0, table[i + 1]?.[j] ?? 0);
      const row = table[i + 1];
      if (row) row[j + 1] = x === y ? (table[i]?.[j] ?? 0) + 1 : skipped;
    }),
  );
  return table[a.length]?.[b.length] ?? 0;
}

describe('the longest increasing run', () => {
  it('increases, and no longer one exists', () => {
    fc.assert(
      fc.property(few, (values) => {
        const run = longestIncreasing(values);
        const chosen = run.map((index) => values[index] ?? 0);
        const sorted = [...new Set(values)].sort((a, b) => a - b);
        expect(
          chosen.every((value, index) => index === 0 || (chosen[index - 1] ?? 0) < value),
        ).toBe(true);
        expect(run.every((at, index) => index === 0 || (run[index - 1] ?? 0) < at)).toBe(true);
        expect(run.length).toBe(commonLength(values, sorted));
      }),
    );
  });
});

describe('the shortest edit script', () => {
  it('leaves equal stretches between its hunks and has the least possible edits', () => {
    fc.assert(
      fc.property(few, few, (a, b) => {
        const hunks = differingHunks(a, b);
        let [x, y, edits] = [0, 0, 0];
        for (const hunk of [
          ...hunks,
          { aFrom: a.length, aTo: a.length, bFrom: b.length, bTo: b.length },
        ]) {
          expect(a.slice(x, hunk.aFrom)).toEqual(b.slice(y, hunk.bFrom));
          edits += hunk.aTo - hunk.aFrom + hunk.bTo - hunk.bFrom;
          [x, y] = [hunk.aTo, hunk.bTo];
        }
        expect(edits).toBe(a.length + b.length - 2 * commonLength(a, b));
      }),
    );
  });

  it('gives up beyond the distance allowed and replaces what differs as a whole', () => {
    const a = [7, ...Array.from({ length: 40 }, (_, n) => n + 100), 8];
    const b = [7, ...Array.from({ length: 40 }, (_, n) => n * 2 + 100), 8];
    expect(differingHunks(a, b, 5)).toEqual([{ aFrom: 2, aTo: 41, bFrom: 2, bTo: 41 }]);
    expect(differingHunks(a, b).length).toBeGreaterThan(1);
  });

  it('is quick on two texts of thousands of words with nothing in common', () => {
    const a = Array.from({ length: 5000 }, (_, n) => n);
    const b = Array.from({ length: 5000 }, (_, n) => n + 5000);
    expect(differingHunks(a, b)).toEqual([{ aFrom: 0, aTo: 5000, bFrom: 0, bTo: 5000 }]);
  });
});

describe('texts compared by words', () => {
  it('give both sides back', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const diff = diffText(a, b);
        expect(textOf(diff, 'before')).toBe(a);
        expect(textOf(diff, 'after')).toBe(b);
        expect(wordsOf(b).length - wordsOf(a).length).toBe(
          diff.words.inserted - diff.words.deleted,
        );
      }),
    );
  });

  it('differ in nothing when they are the same, composed or not', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(diffText(text, text.normalize('NFD')).words).toEqual({ inserted: 0, deleted: 0 });
        expect(diffTextOrNull(text, text.normalize('NFD'))).toBeNull();
      }),
    );
  });

  it('split into syllables, numbers, spaces and signs, never inside a syllable', () => {
    expect(tokensOf('Điều 15, Nghị định 30/2020')).toEqual([
      ...['Điều', ' ', '15', ',', ' ', 'Nghị', ' ', 'định', ' ', '30', '/', '2020'],
    ]);
    expect(tokensOf('thuỷ'.normalize('NFD'))).toHaveLength(1);
  });

  it('show one word replaced', () => {
    expect(diffText('trong năm ngày làm việc', 'trong ba ngày làm việc')).toEqual({
      segments: [
        { op: 'same', text: 'trong ' },
        { op: 'delete', text: 'năm' },
        { op: 'insert', text: 'ba' },
        { op: 'same', text: ' ngày làm việc' },
      ],
      words: { inserted: 1, deleted: 1 },
    });
  });

  it('join replacements with only a space or one short word between, and count them unjoined', () => {
    const diff = diffText('hạn nộp hồ sơ là quý một', 'hạn trả kết quả là tháng hai');
    expect(diff.segments.map(({ op }) => op)).toEqual(['same', 'delete', 'insert']);
    expect(diff.words).toEqual({ inserted: 5, deleted: 5 });
  });

  it('show a number with signs in it replaced as a whole', () => {
    const { segments } = diffText('theo Luật số 45/2013/QH13 này', 'theo Luật số 31/2024/QH15 này');
    expect(segments).toEqual([
      { op: 'same', text: 'theo Luật số ' },
      { op: 'delete', text: '45/2013/QH13' },
      { op: 'insert', text: '31/2024/QH15' },
      { op: 'same', text: ' này' },
    ]);
  });

  it('leave pure insertions apart', () => {
    const ops = diffText('xã A', 'xã mới A cũ').segments.map(({ op }) => op);
    expect(ops).toEqual(['same', 'insert', 'same', 'insert']);
  });
});

describe('fields that differ', () => {
  const record = fc.dictionary(
    fc.constantFrom('hours', 'title', 'code', 'outcomes'),
    fc.oneof(
      fc.nat(3),
      fc.constant(null),
      fc.array(fc.nat(2), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('theory', 'practice'), fc.nat(3)),
    ),
  ) as fc.Arbitrary<JsonRecord>;

  it('turn one record into the other and back', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const changes = fieldChanges(a, b);
        expect(withFields(a, changes, 'after')).toEqual(b);
        expect(withFields(b, changes, 'before')).toEqual(a);
        expect(fieldChanges(a, a)).toEqual([]);
      }),
    );
  });

  it('are named by their path', () => {
    const before = { hours: { theory: 1, practice: 1 }, outcomes: ['CDR1'], gone: null };
    const after = { hours: { theory: 1, practice: 2 }, outcomes: ['CDR1', 'CDR2'] };
    expect(fieldChanges(before, after)).toEqual([
      { path: ['gone'], before: null },
      { path: ['hours', 'practice'], before: 1, after: 2 },
      { path: ['outcomes'], before: ['CDR1'], after: ['CDR1', 'CDR2'] },
    ]);
  });
});
