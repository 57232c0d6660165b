import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonLines } from './json-lines.js';

describe('JSON by lines', () => {
  it('says letter for letter what JSON as a whole says, however far it is taken apart', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(5), (value, depth) => {
        expect([...jsonLines(value, depth)].join('\n')).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('gives each element of a list by itself', () => {
    const nodes = [{ a: 1 }, { a: 2 }];
    expect([...jsonLines({ diff: { nodes } }, 3)].filter((line) => line.includes('"a"'))).toEqual([
      '      {\n        "a": 1\n      },',
      '      {\n        "a": 2\n      }',
    ]);
  });
});
