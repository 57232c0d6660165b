import { describe, expect, it } from '@jest/globals';
import { QUESTION_TYPES, type QuestionContent } from '@cam-nang/domain';
import { gapsToText, saysTheSame, textToGaps, withGapAt } from './gaps-text.js';
import { questionTitle, retyped, shifted } from './question-edit.js';
import { decimalFrom, questionProblems, tidied } from './question-problems.js';

const common = {
  stem: 'Biên nhận **phải** ghi gì?',
  feedback: '',
  lessonId: null,
  outcome: 'CDR5',
  difficulty: 'medium',
  tags: [],
} as const;
const numeric = (answer: string, tolerance: string): QuestionContent => ({
  ...common,
  type: 'numeric',
  answer,
  tolerance,
  unit: 'ngày',
});
const option = (id: string, text: string, correct: boolean) => ({
  id,
  text,
  correct,
  feedback: '',
});
const single: QuestionContent = {
  ...common,
  type: 'single',
  options: [option('a', 'Số lượng', false), option('b', 'Bản chính hay bản sao', true)],
};

const faults = (question: QuestionContent) =>
  questionProblems(question).map(({ field, fault }) => `${field}:${fault}`);

describe('a question being written', () => {
  it('becomes any other type without losing its words', () => {
    for (const type of QUESTION_TYPES) {
      const other = retyped(single, type);
      expect(other).toMatchObject({ type, stem: single.stem, outcome: 'CDR5' });
      expect(JSON.stringify(other).length).toBeGreaterThan(80);
    }
    expect(retyped(single, 'ordering')).toMatchObject({
      order: [{ text: 'Bản chính hay bản sao' }, { text: 'Số lượng' }],
    });
    const several = retyped(single, 'multiple');
    expect(retyped(several, 'single')).toMatchObject({ options: [{ id: 'a' }, { id: 'b' }] });
  });

  it('is listed by the words of its stem', () => {
    expect(questionTitle(single.stem)).toBe('Biên nhận phải ghi gì?');
    expect(questionTitle('dài '.repeat(60))).toMatch(/^(dài )+dài…$/);
  });

  it('has parts that change places', () => {
    expect(shifted([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
    expect(shifted([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
  });
});

describe('what is to be mended in a question', () => {
  it('is nothing when it is whole', () => {
    expect(faults(single)).toEqual([]);
  });

  it('is the key: exactly one right option, or at least one', () => {
    const none = { ...single, options: single.options.map((o) => ({ ...o, correct: false })) };
    expect(faults(none)).toEqual(['options:oneRight']);
    expect(faults({ ...none, type: 'multiple' })).toEqual(['options:someRight']);
    expect(faults({ ...none, type: 'kprim' })).toEqual([]);
  });

  it('is empty and repeated words, at their fields', () => {
    const options = [option('a', ' ', true), option('b', 'x', false), option('c', 'x ', false)];
    expect(faults({ ...single, stem: '', options })).toEqual([
      ...['stem:missing', 'options.0.text:missing', 'options.2.text:twice'],
    ]);
    const pairs = [{ id: 'p', left: 'a', rightId: 'r', right: '' }];
    expect(faults({ ...common, type: 'matching', pairs })).toEqual([
      ...['pairs:twoParts', 'pairs:twoParts', 'pairs.0.right:missing'],
    ]);
  });

  it('is a number that is none, typed with comma or point', () => {
    expect(faults(numeric(decimalFrom('0,50'), decimalFrom('0')))).toEqual([]);
    expect(decimalFrom('007,5')).toBe('7.5');
    expect(decimalFrom('mười')).toBe('mười');
    expect(decimalFrom('12,')).toBe('12');
    expect(faults(numeric('mười', '-1'))).toEqual(['answer:notNumber', 'tolerance:negative']);
  });

  it.each<[string, string]>([
    ['1.000', '1000'],
    ['1.250.000', '1250000'],
    ['1.234,50', '1234.50'],
    ['1 200,5', '1200.5'],
    ['\u22122,50', '-2.50'],
    ['-0,5', '-0.5'],
    [',5', '0.5'],
    ['0', '0'],
  ])('reads a key typed as %s by the rule of answers: %s', (typed, stored) => {
    expect(decimalFrom(typed)).toBe(stored);
    expect(faults(numeric(decimalFrom(typed), '0'))).toEqual([]);
  });

  it('leaves empty answers out', () => {
    const short: QuestionContent = { ...common, type: 'short', accepted: [' 30 ', ''] };
    expect(tidied(short)).toMatchObject({ accepted: ['30'] });
    expect(faults({ ...common, type: 'short', accepted: [' '] })).toEqual(['accepted:noAnswer']);
    expect(faults({ ...common, type: 'short', accepted: ['30', '', ' 30'] })).toEqual([
      'accepted.2:twice',
    ]);
  });
});

describe('a text with gaps', () => {
  let count = 0;
  const newId = () => `new${(count += 1)}`;

  it('is typed and read without losing ids', () => {
    const before = textToGaps('Không quá {{gap:30|ba mươi}} ngày, {{gap:45}} nếu khó.', [], newId);
    expect(gapsToText(before)).toBe('Không quá {{gap:30|ba mươi}} ngày, {{gap:45}} nếu khó.');
    const after = textToGaps('{{gap:45}} ngày, hoặc {{gap:ba mươi mốt}} ngày', before, newId);
    const ids = (segments: typeof before) =>
      segments.flatMap((segment) => ('gapId' in segment ? [segment.gapId] : []));
    const [first, second] = ids(before);
    expect(ids(after)).toEqual([second, expect.not.stringMatching(`^(${first}|${second})$`)]);
  });

  it('keeps the id of a gap whose answers are corrected', () => {
    const before = textToGaps('{{gap:30}} ngày', [], newId);
    const after = textToGaps('{{gap:30|ba mươi}} ngày', before, newId);
    expect(after[0]).toMatchObject({ gapId: (before[0] as { gapId: string }).gapId });
  });

  it('stays as it is typed inside a gap, and is one line', () => {
    const of = (text: string) => textToGaps(text, [], newId);
    expect(saysTheSame('{{gap:30|}} ngày', of('{{gap:30}} ngày'))).toBe(true);
    expect(saysTheSame('{{gap:ba }} ngày', of('{{gap:ba}} ngày'))).toBe(true);
    expect(saysTheSame('{{gap:ba}} ngày', of('{{gap:bốn}} ngày'))).toBe(false);
    expect(gapsToText(of('Một\r\n\thai {{gap:3}}\n'))).toBe('Một hai {{gap:3}} ');
  });

  it('needs a gap, and each gap an answer', () => {
    const of = (text: string): QuestionContent => ({
      ...common,
      type: 'gaps',
      segments: textToGaps(text, [], newId),
    });
    expect(faults(of('không có chỗ trống'))).toEqual(['segments:gapMissing']);
    expect(faults(of('{{gap:}} ngày'))).toEqual(['segments:gapEmpty']);
    expect(withGapAt('trong 30 ngày', 6, 8)).toBe('trong {{gap:30}} ngày');
  });
});
