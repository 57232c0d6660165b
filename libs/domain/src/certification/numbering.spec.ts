import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatNumber, parseNumberPattern } from './numbering.js';
import type { NumberKind, NumberParts } from './numbering.js';
import { assignNumbers, checkSeries, seriesAt } from './series.js';

function format(kind: NumberKind, pattern: string, parts: NumberParts): string {
  const parsed = parseNumberPattern(kind, pattern);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return formatNumber(parsed.value, parts);
}
const parts = { n: 45, year: 2026, code: 'CCBD-SNV' };

describe('patterns of numbers', () => {
  it.each([
    ['serial', 'BDX {n:6}', 'BDX 000045'],
    ['serial', '{n}', '45'],
    ['serial', '{code} {n:3}', 'CCBD-SNV 045'],
    ['register', '{n:3}/{year}/{code}', '045/2026/CCBD-SNV'],
    ['register', '{code}-{year}-{n}', 'CCBD-SNV-2026-45'],
  ] as const)('%s %s prints %s', (kind, pattern, printed) => {
    expect(format(kind, pattern, parts)).toBe(printed);
  });

  it('lets a number outgrow its zeros', () => {
    expect(format('serial', 'BDX {n:2}', { ...parts, n: 1234 })).toBe('BDX 1234');
  });

  it.each([
    ['serial', 'BDX', { code: 'number-missing' }],
    ['serial', '{n} {n}', { code: 'number-twice' }],
    ['serial', '{n}/{year}', { code: 'year-in-serial' }],
    ['serial', '{n:0}', { code: 'unknown-field', field: 'n:0' }],
    ['serial', '{so} {n}', { code: 'unknown-field', field: 'so' }],
    ['serial', '{n', { code: 'stray-brace' }],
    ['serial', 'BDX1{n}', { code: 'digits-touch' }],
    ['register', '{n}/{code}', { code: 'year-missing' }],
    ['register', '{n}/{year}', { code: 'code-missing' }],
    ['register', '{n}{year}/{code}', { code: 'digits-touch' }],
    ['register', '{year}/{code}{n}', { code: 'digits-touch' }],
  ] as const)('%s %s is refused', (kind, pattern, problem) => {
    expect(parseNumberPattern(kind, pattern)).toEqual({ ok: false, error: problem });
  });

  it('never print two numbers of a type alike', () => {
    const number = fc.record({
      n: fc.integer({ min: 1, max: 20_000 }),
      year: fc.integer({ min: 2015, max: 2035 }),
      code: fc.constant('CCBD-SNV'),
    });
    const pattern = fc.constantFrom(
      '{n:3}/{year}/{code}',
      '{code} {year}-{n}',
      'Q{n} {code}.{year}',
    );
    fc.assert(
      fc.property(pattern, number, number, (text, one, other) => {
        const same = one.n === other.n && one.year === other.year;
        expect(format('register', text, one) === format('register', text, other)).toBe(same);
      }),
    );
  });
});

describe('giving numbers', () => {
  const counters = fc.record({ serial: fc.nat(1e6), register: fc.nat(1e4) });
  const list = fc.array(fc.string());

  it('goes on from the counters in list order, without gap or double (law 4)', () => {
    fc.assert(
      fc.property(counters, list, (before, people) => {
        const { counters: after, numbered } = assignNumbers(before, people);
        expect(numbered.map(({ item }) => item)).toEqual(people);
        expect(numbered.map(({ register }) => register)).toEqual(
          people.map((_, index) => before.register + index + 1),
        );
        expect(after.serial - before.serial).toBe(people.length);
        expect(checkSeries(numbered.map(({ serial }) => serial - before.serial))).toEqual([]);
      }),
    );
  });

  it('is the same in one batch as in two', () => {
    fc.assert(
      fc.property(counters, list, list, (before, first, second) => {
        const one = assignNumbers(before, first);
        const two = assignNumbers(one.counters, second);
        expect({
          counters: two.counters,
          numbered: [...one.numbered, ...two.numbered],
        }).toEqual(assignNumbers(before, [...first, ...second]));
      }),
    );
  });

  it('finds every gap and double, whatever the order', () => {
    expect(checkSeries([3, 1, 2])).toEqual([]);
    expect(checkSeries([])).toEqual([]);
    expect(checkSeries([6, 2, 2, 0])).toEqual([
      { code: 'not-a-number', number: 0 },
      { code: 'gap', from: 1, to: 1 },
      { code: 'double', number: 2 },
      { code: 'gap', from: 3, to: 5 },
    ]);
  });
});

describe('series', () => {
  const owner = { typeCode: 'CCBD', issuerId: 'snv' };
  it.each([
    ['2026-12-31T16:59:59.999Z', 2026],
    ['2026-12-31T17:00:00Z', 2027],
    ['2027-01-01T00:00:00Z', 2027],
  ])('at %s the register is the one of %d: New Year of Hanoi (scenario 10.6.13)', (at, year) => {
    const { serial, register } = seriesAt(owner, new Date(at));
    expect(register).toEqual({ ...owner, kind: 'register', year });
    expect(serial).toEqual({ ...owner, kind: 'serial', year: null });
  });
});
