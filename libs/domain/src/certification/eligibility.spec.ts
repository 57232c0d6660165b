import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../shared/calendar-date.js';
import { evaluate } from './eligibility.js';
import type { Condition, ConditionCode, EligibilityFacts } from './eligibility.js';
import { checkRuleSet, ruleSetInForce } from './rule-set.js';
import type { RuleSet } from './rule-set.js';
import { makeRuleSet } from './rule-set.factory.js';

const ruleSet = makeRuleSet();
const of100 = (points: number): { points: number; maximum: number } => ({ points, maximum: 100 });
const passing: EligibilityFacts = {
  lessons: { done: 27, required: 27 },
  attendance: { planned: 40, present: 38, madeUp: 2, excused: 0 },
  quizzes: [{ nodeId: 'kt', score: of100(80) }],
  reports: [{ nodeId: 'th', score: of100(75) }],
  dataConfirmed: true,
  openAppeals: 0,
  surveyAnswered: true,
  alreadyCertified: false,
};
const unmet = (facts: EligibilityFacts, rules: RuleSet = ruleSet): Condition[] =>
  evaluate(facts, rules).conditions.filter((condition) => !condition.met);
const unmetCodes = (change: Partial<EligibilityFacts>, rules?: RuleSet): ConditionCode[] =>
  unmet({ ...passing, ...change }, rules).map((condition) => condition.code);

describe('who gets a certificate', () => {
  it('everyone who meets every condition, each with item and basis', () => {
    const evaluation = evaluate(passing, ruleSet);
    expect(evaluation).toMatchObject({ eligible: true, mark: 780, ruleSetId: 'rules-2025' });
    expect(evaluation.grade?.code).toBe('good');
    expect(evaluation.conditions.map(({ code, ruleItem }) => [code, ruleItem])).toEqual([
      ['study-completed', '1'],
      ['attendance', '2'],
      ['quiz-passed', '3'],
      ['report-passed', '4'],
      ['data-confirmed', '5'],
      ['survey-answered', '7'],
      ['no-open-appeal', '6'],
      ['not-certified', '8'],
    ]);
  });

  it('not the one of the finished cohort who was absent 9 of 40 periods', () => {
    const attendance = { planned: 40, present: 31, madeUp: 0, excused: 9 };
    expect(unmet({ ...passing, attendance })).toMatchObject([
      {
        code: 'attendance',
        actual: { kind: 'periods', counted: 39, planned: 40, excused: 9, excusedCounted: 8 },
        required: { kind: 'least-share', share: 10_000 },
      },
    ]);
    expect(unmetCodes({ attendance: { ...attendance, madeUp: 1 } })).toEqual([]);
    expect(unmetCodes({ attendance: { ...attendance, present: 32, excused: 8 } })).toEqual([]);
    expect(unmetCodes({ attendance: { ...attendance, excused: 8 } })).toEqual(['attendance']);
  });

  it('not the one with a report of 4.5', () => {
    const reports = [
      { nodeId: 'cd02', score: of100(90) },
      { nodeId: 'th', score: of100(45) },
    ];
    expect(unmet({ ...passing, reports })).toMatchObject([
      {
        code: 'report-passed',
        nodeId: 'th',
        actual: { kind: 'mark', mark: 450, scale: 1000 },
        required: { kind: 'least-mark', mark: 500, scale: 1000 },
        ruleItem: '4',
      },
    ]);
  });

  it.each([
    [4950, true, 500],
    [4940, false, 490],
  ])('%d of 10,000: rounded first, then compared (scenario 10.6.7)', (points, met, mark) => {
    const quizzes = [{ nodeId: 'kt', score: { points, maximum: 10_000 } }];
    const condition = evaluate({ ...passing, quizzes }, ruleSet).conditions.find(
      ({ code }) => code === 'quiz-passed',
    );
    expect(condition).toMatchObject({ met, actual: { mark } });
  });

  const single: [Partial<EligibilityFacts>, ConditionCode][] = [
    [{ lessons: { done: 26, required: 27 } }, 'study-completed'],
    [{ quizzes: [{ nodeId: 'kt', score: null }] }, 'quiz-passed'],
    [{ reports: [{ nodeId: 'th', score: null }] }, 'report-passed'],
    [{ dataConfirmed: false }, 'data-confirmed'],
    [{ openAppeals: 1 }, 'no-open-appeal'],
    [{ surveyAnswered: false }, 'survey-answered'],
    [{ alreadyCertified: true }, 'not-certified'],
  ];
  it.each(single)('%j fails by %s alone', (change, code) => {
    expect(unmetCodes(change)).toEqual([code]);
  });

  it('does not ask what the rule set leaves out', () => {
    const lean = makeRuleSet({ attendance: null, dataConfirmed: null, survey: null });
    const change = {
      attendance: { planned: 40, present: 0, madeUp: 0, excused: 0 },
      dataConfirmed: false,
      surveyAnswered: false,
    };
    expect(unmetCodes(change, lean)).toEqual([]);
    expect(unmetCodes(change)).toHaveLength(3);
  });

  it('all conditions are there whatever is met, and eligible means all met', () => {
    const facts = fc.record({
      lessons: fc.record({ done: fc.nat(5), required: fc.nat(5) }),
      attendance: fc.record({
        planned: fc.nat(40),
        present: fc.nat(40),
        madeUp: fc.nat(5),
        excused: fc.nat(10),
      }),
      quizzes: fc.array(
        fc.record({ nodeId: fc.string(), score: fc.option(fc.nat(100).map(of100)) }),
        { maxLength: 3 },
      ),
      reports: fc.constant(passing.reports),
      dataConfirmed: fc.boolean(),
      openAppeals: fc.nat(2),
      surveyAnswered: fc.boolean(),
      alreadyCertified: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const evaluation = evaluate(given, ruleSet);
        expect(evaluation.conditions).toHaveLength(7 + given.quizzes.length);
        expect(evaluation.eligible).toBe(evaluation.conditions.every(({ met }) => met));
        if (!evaluation.eligible) expect(evaluation.grade).toBeNull();
      }),
    );
  });
});

describe('the final mark', () => {
  const scored = (
    ...points: (number | null)[]
  ): { nodeId: string; score: ReturnType<typeof of100> | null }[] =>
    points.map((value, index) => ({
      nodeId: `n${index}`,
      score: value === null ? null : of100(value),
    }));
  const markOf = (quizzes: (number | null)[], reports: (number | null)[], rules = ruleSet) =>
    evaluate({ ...passing, quizzes: scored(...quizzes), reports: scored(...reports) }, rules).mark;

  it.each([
    [[80], [75], 780],
    [[80, 70, 71], [75], 740],
    [[80], [], 800],
    [[], [65], 650],
    [[], [], null],
    [[80, null], [75], null],
    [[99], [100], 1000],
  ] as const)('quizzes %j and reports %j make %s', (quizzes, reports, mark) => {
    expect(markOf([...quizzes], [...reports])).toBe(mark);
  });

  it('follows the weights', () => {
    const mark = { ...ruleSet.mark, quizWeight: 1, reportWeight: 3 };
    expect(markOf([50], [90], makeRuleSet({ mark }))).toBe(800);
    expect(markOf([null], [90], makeRuleSet({ mark: { ...mark, quizWeight: 0 } }))).toBe(900);
  });

  it.each([
    [50, 'average'],
    [69, 'average'],
    [70, 'good'],
    [89, 'good'],
    [90, 'excellent'],
    [100, 'excellent'],
  ])('%d of 100 is %s', (points, grade) => {
    const facts = { ...passing, quizzes: scored(points), reports: scored(points) };
    expect(evaluate(facts, ruleSet).grade?.code).toBe(grade);
  });

  it('stays within the marks that it is made of', () => {
    const marks = fc.array(fc.nat(100), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(marks, marks, (quizzes, reports) => {
        const mark = markOf(quizzes, reports) ?? -1;
        expect(mark).toBeGreaterThanOrEqual(10 * Math.min(...quizzes, ...reports));
        expect(mark).toBeLessThanOrEqual(10 * Math.max(...quizzes, ...reports));
        expect(mark % 10).toBe(0);
      }),
    );
  });
});

describe('rule sets', () => {
  const strict = makeRuleSet({
    id: 'rules-2026',
    valid: { from: calendarDate('2026-01-01'), to: null },
    quizzes: { ...ruleSet.quizzes, passShare: 9000 },
  });

  it('a later one changes no result made under an earlier one (law 7)', () => {
    const before = evaluate(passing, ruleSet);
    expect(evaluate(passing, strict).eligible).toBe(false);
    expect(evaluate(passing, ruleSet)).toEqual(before);
  });

  it('are found by date, the last begun first', () => {
    const all = [strict, ruleSet];
    expect(ruleSetInForce(all, calendarDate('2025-12-31'))?.id).toBe('rules-2025');
    expect(ruleSetInForce(all, calendarDate('2026-01-01'))?.id).toBe('rules-2026');
    expect(ruleSetInForce(all, calendarDate('2024-12-31'))).toBeNull();
  });

  it('are checked before use', () => {
    expect(checkRuleSet(ruleSet)).toEqual([]);
    const { study, mark, grades } = ruleSet;
    expect(
      checkRuleSet(
        makeRuleSet({
          scale: 0,
          study: { ...study, minimumShare: 10_001 },
          mark: { ...mark, quizWeight: 0, reportWeight: 0 },
          grades: { ...grades, bands: [...grades.bands].reverse() },
        }),
      ),
    ).toEqual([
      { field: 'scale', code: 'not-a-scale' },
      { field: 'study.minimumShare', code: 'not-a-share' },
      { field: 'mark', code: 'no-weight' },
      { field: 'grades.bands', code: 'bands-not-rising' },
    ]);
    expect(checkRuleSet(makeRuleSet({ grades: { ...grades, bands: [] } }))).toEqual([
      { field: 'grades.bands', code: 'no-bands' },
    ]);
  });
});
