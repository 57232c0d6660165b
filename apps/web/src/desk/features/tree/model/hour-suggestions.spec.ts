import { describe, expect, it } from '@jest/globals';
import { hourSuggestions } from './hour-suggestions.js';

const module = (code: string, theory: number, discussion: number, practice: number, rest = {}) => ({
  nodeId: code.toLowerCase(),
  code,
  moduleKind: 'compulsory' as const,
  hours: { theory, discussion, practice },
  ...rest,
});

const modules = [
  module('CD01', 2, 1, 1),
  module('CD02', 2, 1, 3),
  module('CD03', 2, 1, 3, { change: 'changed' }),
  module('CD06', 1, 2, 1, { moduleKind: 'elective' as const }),
];

describe('ways to make the hours fit', () => {
  it('begin with what the request touches and take the largest kind', () => {
    expect(hourSuggestions(modules, [{ difference: 1 }, { difference: 1 }])).toEqual([
      { nodeId: 'cd03', code: 'CD03', kind: 'practice', from: 3, to: 2 },
      { nodeId: 'cd02', code: 'CD02', kind: 'practice', from: 3, to: 2 },
      { nodeId: 'cd01', code: 'CD01', kind: 'theory', from: 2, to: 1 },
    ]);
  });

  it('add where hours are missing', () => {
    const [first] = hourSuggestions(modules, [{ difference: -2 }]);
    expect(first).toMatchObject({ from: 3, to: 5 });
  });

  it('never use a kind up, and say nothing where paths differ or fit', () => {
    expect(hourSuggestions([module('CD01', 1, 1, 1)], [{ difference: 1 }])).toEqual([]);
    expect(hourSuggestions(modules, [{ difference: 1 }, { difference: 0 }])).toEqual([]);
    expect(hourSuggestions(modules, [{ difference: 0 }])).toEqual([]);
  });
});
