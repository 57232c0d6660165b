import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  GapsSegment,
  KprimQuestion,
  MatchingQuestion,
  MultipleQuestion,
  NumericQuestion,
  OrderingQuestion,
  QuestionCommon,
  QuestionContent,
  WeighedOption,
} from '../curriculum/question-content.js';
import { longestRisingRun } from './grade-arrangements.js';
import { gradeQuestion } from './grading.js';
import { emptyResponse } from './response.js';
import type { QuestionResponse } from './response.js';

const common: QuestionCommon = {
  stem: 'Câu hỏi',
  feedback: 'Đọc lại bài 1.',
  lessonId: null,
  outcome: null,
  difficulty: 'easy',
  tags: [],
};
const ids = (min: number, max = 6): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: min, maxLength: max });
const word = fc.constantFrom('rõ ràng', 'im lặng', 'Rút lại', '10 ngày', '.gov.vn', 'Đề án');

const options = (min: number): fc.Arbitrary<WeighedOption[]> =>
  ids(min).chain((list) =>
    fc.tuple(...list.map(() => fc.boolean())).map((flags) =>
      list.map((id, index) => ({
        id,
        text: id,
        correct: index === 0 || flags[index] === true,
        feedback: `vì ${id}`,
      })),
    ),
  );
const onlyFirst = (list: WeighedOption[]): WeighedOption[] =>
  list.map((option, index) => ({ ...option, correct: index === 0 }));

interface Sample {
  readonly question: QuestionContent;
  readonly key: QuestionResponse;
}

const choice: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom('single' as const, 'truefalse' as const), options(2).map(onlyFirst))
  .map(([type, list]) => ({
    question: { ...common, type, options: list },
    key: { type, optionId: list[0]?.id ?? null },
  }));
const multiple: fc.Arbitrary<Sample> = options(2).map((list) => ({
  question: { ...common, type: 'multiple', options: list },
  key: {
    type: 'multiple',
    optionIds: list.filter((option) => option.correct).map((option) => option.id),
  },
}));
const kprim: fc.Arbitrary<Sample> = options(1).map((list) => ({
  question: { ...common, type: 'kprim', options: list },
  key: {
    type: 'kprim',
    judged: Object.fromEntries(list.map((option) => [option.id, option.correct])),
  },
}));
const short: fc.Arbitrary<Sample> = fc.array(word, { minLength: 1 }).map((accepted) => ({
  question: { ...common, type: 'short', accepted },
  key: { type: 'short', text: accepted.at(-1) ?? '' },
}));
const numeric: fc.Arbitrary<Sample> = fc.integer().map((value) => ({
  question: { ...common, type: 'numeric', answer: String(value), tolerance: '0', unit: 'ngày' },
  key: { type: 'numeric', text: `${value} ngày` },
}));
const matching: fc.Arbitrary<Sample> = ids(1).map((list) => ({
  question: {
    ...common,
    type: 'matching',
    pairs: list.map((id) => ({ id, left: id, rightId: `r${id}`, right: `phải ${id}` })),
  },
  key: { type: 'matching', matches: Object.fromEntries(list.map((id) => [id, `r${id}`])) },
}));
const ordering: fc.Arbitrary<Sample> = ids(1).map((list) => ({
  question: { ...common, type: 'ordering', order: list.map((id) => ({ id, text: id })) },
  key: { type: 'ordering', order: list },
}));
const gaps: fc.Arbitrary<Sample> = ids(1).chain((list) =>
  fc.tuple(...list.map(() => word)).map((words) => ({
    question: {
      ...common,
      type: 'gaps' as const,
      segments: list.flatMap((gapId, index): GapsSegment[] => [
        { text: 'Điền' },
        { gapId, accepted: [words[index] ?? ''] },
      ]),
    },
    key: {
      type: 'gaps' as const,
      texts: Object.fromEntries(list.map((gapId, index) => [gapId, words[index] ?? ''])),
    },
  })),
);
const sample = fc.oneof(choice, multiple, kprim, short, numeric, matching, ordering, gaps);

const anyResponse = ({ question, key }: Sample): fc.Arbitrary<QuestionResponse> => {
  const known = question.type === 'ordering' ? question.order.map((item) => item.id) : ['a', 'b'];
  switch (key.type) {
    case 'ordering':
      return fc.shuffledSubarray(known).map((order) => ({ type: 'ordering', order }));
    case 'multiple':
      return fc.subarray([...key.optionIds, 'zzz']).map((optionIds) => ({ ...key, optionIds }));
    case 'short':
    case 'numeric':
      return fc.oneof(word, fc.string()).map((text) => ({ ...key, text }));
    default:
      return fc.constantFrom(key, emptyResponse(key.type));
  }
};

describe('the laws of grading, for every type', () => {
  it('the full key earns the maximum, the empty response nothing', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 1000 }), ({ question, key }, maximum) => {
        const full = gradeQuestion(question, key, maximum);
        expect(full).toMatchObject({ points: maximum, maximum, outcome: 'right' });
        const empty = gradeQuestion(question, emptyResponse(question.type), maximum);
        expect(empty).toMatchObject({ points: 0, outcome: 'unanswered' });
        expect(empty.parts.every((part) => part.state === 'missed')).toBe(true);
      }),
    );
  });

  it('points stay between 0 and the maximum', () => {
    const answered = sample.chain((item) =>
      anyResponse(item).map((given) => ({ question: item.question, given })),
    );
    fc.assert(
      fc.property(answered, fc.nat(500), ({ question, given }, maximum) => {
        const { points } = gradeQuestion(question, given, maximum);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(maximum);
        expect(Number.isInteger(points)).toBe(true);
      }),
    );
  });

  it('the order of the options changes nothing', () => {
    fc.assert(
      fc.property(multiple, fc.array(fc.nat(5)), ({ question }, picks) => {
        if (question.type !== 'multiple') throw new Error('another type');
        const optionIds = [...new Set(picks.map((pick) => question.options[pick]?.id ?? 'x'))];
        const given: QuestionResponse = { type: 'multiple', optionIds };
        const turned = { ...question, options: [...question.options].reverse() };
        expect(gradeQuestion(turned, given).points).toBe(gradeQuestion(question, given).points);
      }),
    );
  });

  it('refuses a response to another type', () => {
    const question: QuestionContent = { ...common, type: 'short', accepted: ['x'] };
    expect(() => gradeQuestion(question, { type: 'numeric', text: 'x' })).toThrow('answer.invalid');
  });
});

describe('several choices', () => {
  const question = (right: number, wrong: number, fractions: number[] = []): MultipleQuestion => ({
    ...common,
    type: 'multiple',
    options: Array.from({ length: right + wrong }, (_, index) => ({
      id: `o${index}`,
      text: '',
      correct: index < right,
      feedback: `vì ${index}`,
      ...(fractions[index] === undefined ? {} : { fraction: fractions[index] }),
    })),
  });
  const points = (asked: MultipleQuestion, ...picks: number[]): number =>
    gradeQuestion(asked, { type: 'multiple', optionIds: picks.map((pick) => `o${pick}`) }).points;

  it('a right one adds its share, a wrong one takes its share, and all together are nothing', () => {
    const asked = question(3, 2);
    expect(points(asked, 0)).toBe(33);
    expect(points(asked, 0, 1)).toBe(67);
    expect(points(asked, 0, 1, 3)).toBe(17);
    expect(points(asked, 0, 3)).toBe(0);
    expect(points(asked, 0, 1, 2, 3, 4)).toBe(0);
  });

  it('follows the fractions of the author, and still gives all for the key of three times 33', () => {
    const asked = question(3, 1, [33, 33, 33, -50]);
    expect(points(asked, 0, 1)).toBe(66);
    expect(points(asked, 0, 1, 3)).toBe(16);
    expect(points(asked, 3)).toBe(0);
    expect(points(asked, 0, 1, 2)).toBe(100);
    expect(points(asked, 0, 1, 2, 3)).toBe(49);
  });

  it('says of each option what became of it', () => {
    const graded = gradeQuestion(question(2, 2), { type: 'multiple', optionIds: ['o0', 'o2'] });
    expect(graded.parts).toEqual([
      { partId: 'o0', state: 'right', feedback: 'vì 0' },
      { partId: 'o1', state: 'missed', feedback: '' },
      { partId: 'o2', state: 'wrong', feedback: 'vì 2' },
    ]);
    expect(graded.feedback).toBe('Đọc lại bài 1.');
  });

  it('gives part for a nearly right single choice where the author says so', () => {
    const single: QuestionContent = {
      ...common,
      type: 'single',
      options: [
        { id: 'a', text: '', correct: true, feedback: '' },
        { id: 'b', text: '', correct: false, feedback: '', fraction: 50 },
        { id: 'c', text: '', correct: false, feedback: '', fraction: -50 },
      ],
    };
    const of = (optionId: string): number =>
      gradeQuestion(single, { type: 'single', optionId }).points;
    expect(['a', 'b', 'c', 'toString'].map(of)).toEqual([100, 50, 0, 0]);
  });
});

describe('statements (kprim)', () => {
  const asked: KprimQuestion = {
    ...common,
    type: 'kprim',
    options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: '', correct: id < 'c', feedback: id })),
  };
  it.each([
    [{ a: true, b: true, c: false, d: false }, 100],
    [{ a: true, b: true, c: false, d: true }, 50],
    [{ a: true, b: true, c: false }, 50],
    [{ a: true, b: true }, 0],
    [{ a: false, b: false, c: true, d: true }, 0],
  ])('%j earns %d', (judged, points) => {
    expect(gradeQuestion(asked, { type: 'kprim', judged }).points).toBe(points);
  });
});

describe('texts and numbers', () => {
  const short: QuestionContent = { ...common, type: 'short', accepted: ['Phiếu việc', '.gov.vn'] };
  it.each([
    ['phiếu  việc ', 'right', 100],
    ['PHIẾU VIỆC'.normalize('NFD'), 'right', 100],
    ['phieu viec', 'folded', 100],
    ['.GOV.VN', 'right', 100],
    ['gov.vn', 'wrong', 0],
    ['phiếu', 'wrong', 0],
  ])('"%s" is %s', (text, state, points) => {
    const graded = gradeQuestion(short, { type: 'short', text });
    expect([graded.parts[0]?.state, graded.points]).toEqual([state, points]);
  });

  const hours: NumericQuestion = {
    ...common,
    type: 'numeric',
    answer: '1234.5',
    tolerance: '0.5',
    unit: 'triệu đồng',
  };
  it.each([
    ['1.234,5', 100],
    ['1234.5 triệu đồng', 100],
    ['1.235', 100],
    ['1235,01', 0],
    ['1.234', 100],
    ['1.233,9', 0],
    ['khoảng 1234', 0],
  ])('"%s" earns %d', (text, points) => {
    expect(gradeQuestion(hours, { type: 'numeric', text }).points).toBe(points);
  });
});

describe('arrangements', () => {
  const order: OrderingQuestion = {
    ...common,
    type: 'ordering',
    order: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: id })),
  };
  it.each([
    ['abcde', 100],
    ['bcdea', 75],
    ['abced', 75],
    ['edcba', 0],
    ['abc', 50],
    ['e', 0],
  ])('%s earns %d: one misplaced step costs one step', (given, points) => {
    const response: QuestionResponse = { type: 'ordering', order: [...given] };
    expect(gradeQuestion(order, response).points).toBe(points);
  });

  it('finds a longest rising run', () => {
    const rising = (values: readonly number[]): boolean =>
      values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
    const brute = (values: readonly number[]): number => {
      const subsets = Array.from({ length: 2 ** values.length }, (_, mask) =>
        values.filter((_value, index) => (mask >> index) % 2 === 1),
      );
      return Math.max(...subsets.filter(rising).map((subset) => subset.length));
    };
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 7 }), (values) => {
        const run = longestRisingRun(values);
        expect(run.length).toBe(brute(values));
        run.slice(1).forEach((at, index) => {
          const before = run[index] ?? 0;
          expect(at).toBeGreaterThan(before);
          expect(values[at] ?? 0).toBeGreaterThan(values[before] ?? 0);
        });
      }),
    );
  });

  it('takes equal right sides for one another', () => {
    const asked: MatchingQuestion = {
      ...common,
      type: 'matching',
      pairs: [
        { id: 'p', left: 'Hộ A', rightId: 'x', right: 'Phạt' },
        { id: 'q', left: 'Hộ B', rightId: 'y', right: 'Phạt' },
        { id: 'r', left: 'Hộ C', rightId: 'z', right: 'Nhắc nhở' },
      ],
    };
    const graded = gradeQuestion(asked, { type: 'matching', matches: { p: 'y', q: 'x', r: 'x' } });
    expect(graded.points).toBe(67);
    expect(graded.parts.map((part) => part.state)).toEqual(['right', 'right', 'wrong']);
  });
});
