import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QuestionContent } from '../curriculum/question-content.js';
import { drawQuestions } from './draw.js';
import type { DrawInput } from './draw.js';
import { presentQuestion } from './presentation.js';
import { seededRandom, shuffled } from './random.js';

const id = fc.stringMatching(/^[a-z]{1,3}$/);
const input: fc.Arbitrary<DrawInput> = fc
  .tuple(fc.array(fc.uniqueArray(id, { maxLength: 8 }), { maxLength: 4 }), fc.boolean())
  .chain(([pools, shuffle]) =>
    fc.record({
      draws: fc.tuple(
        ...pools.map((pool, index) =>
          fc.nat(pool.length).map((count) => ({ bankId: `p${index}`, count })),
        ),
      ),
      banks: fc.constant(new Map(pools.map((pool, index) => [`p${index}`, pool]))),
      seen: fc.subarray(pools.flat()).map((list) => new Set(list)),
      shuffle: fc.constant(shuffle),
    }),
  );

describe('repeatable chance', () => {
  it('is the same for the same seed and another for another', () => {
    const series = (seed: string): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random.below(1000));
    };
    expect(series('a1')).toEqual(series('a1'));
    expect(series('a1')).not.toEqual(series('a2'));
    expect(series('')).not.toEqual(series('a1'));
  });

  it('keeps below its bound and uses all of it evenly', () => {
    const random = seededRandom('even');
    const counts = new Array<number>(6).fill(0);
    for (let throws = 0; throws < 6000; throws++) {
      const value = random.below(6);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(counts).toHaveLength(6);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('shuffles without losing anything, into every order', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const order = shuffled(['a', 'b', 'c'], seededRandom(String(seed)));
      expect([...order].sort()).toEqual(['a', 'b', 'c']);
      orders.add(order.join(''));
    }
    expect(orders.size).toBe(6);
  });
});

describe('drawing questions', () => {
  it('draws what was asked, nothing twice, the same for the same seed', () => {
    fc.assert(
      fc.property(input, fc.string(), (asked, seed) => {
        const drawn = drawQuestions(asked, seededRandom(seed));
        if (!drawn.ok) {
          expect(drawn.error.available).toBeLessThan(drawn.error.wanted);
          return;
        }
        const wanted = asked.draws.reduce((sum, draw) => sum + draw.count, 0);
        expect(drawn.value).toHaveLength(wanted);
        expect(new Set(drawn.value).size).toBe(wanted);
        const turned = new Map(
          [...asked.banks].reverse().map(([pool, ids]) => [pool, [...ids].reverse()]),
        );
        expect(drawQuestions({ ...asked, banks: turned }, seededRandom(seed))).toEqual(drawn);
      }),
    );
  });

  it('takes unseen questions first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2 }), fc.string(), (pool, seed) => {
        const seen = new Set(pool.slice(0, -1));
        const drawn = drawQuestions(
          {
            draws: [{ bankId: 'p', count: 1 }],
            banks: new Map([['p', pool]]),
            seen,
            shuffle: true,
          },
          seededRandom(seed),
        );
        expect(drawn).toEqual({ ok: true, value: [pool.at(-1)] });
      }),
    );
  });

  it('names the bank that is too small', () => {
    const asked = { banks: new Map([['CD01', ['a']]]), seen: new Set<string>(), shuffle: false };
    for (const [bankId, available] of [
      ['CD01', 1],
      ['CD02', 0],
    ] as const) {
      expect(drawQuestions({ ...asked, draws: [{ bankId, count: 2 }] }, seededRandom(''))).toEqual({
        ok: false,
        error: { bankId, wanted: 2, available },
      });
    }
  });
});

describe('the order shown', () => {
  const common = {
    stem: '',
    feedback: '',
    lessonId: null,
    outcome: null,
    difficulty: 'easy',
    tags: [],
  } as const;
  const ids = ['a', 'b', 'c', 'd'];
  const options = ids.map((item) => ({ id: item, text: '', correct: item === 'a', feedback: '' }));
  const orderings = (question: QuestionContent, shuffle: boolean): Set<string> =>
    new Set(
      Array.from({ length: 60 }, (_, seed) => {
        const shown = presentQuestion(question, shuffle, seededRandom(String(seed)));
        return `${shown.parts.join('')}|${shown.rights.join('')}`;
      }),
    );

  it('mixes options only where the quiz says so, and true/false never', () => {
    expect(orderings({ ...common, type: 'single', options }, false)).toEqual(new Set(['abcd|']));
    expect(orderings({ ...common, type: 'kprim', options }, true).size).toBeGreaterThan(10);
    const truefalse = { ...common, type: 'truefalse' as const, options: options.slice(0, 2) };
    expect(orderings(truefalse, true)).toEqual(new Set(['ab|']));
  });

  it('never shows an order that is the key', () => {
    const order = ids.map((item) => ({ id: item, text: '' }));
    const pairs = ids.map((item) => ({ id: item, left: '', rightId: `r${item}`, right: '' }));
    for (const shuffle of [true, false]) {
      expect(orderings({ ...common, type: 'ordering', order }, shuffle)).not.toContain('abcd|');
      const matched = orderings({ ...common, type: 'matching', pairs }, shuffle);
      expect(matched).not.toContain('abcd|rarbrcrd');
      expect(matched.size).toBeGreaterThan(5);
    }
  });

  it('has nothing to mix in a typed answer', () => {
    const short = { ...common, type: 'short' as const, accepted: ['x'] };
    expect(presentQuestion(short, true, seededRandom('x'))).toEqual({ parts: [], rights: [] });
  });
});
