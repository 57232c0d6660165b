import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { QUESTION_TYPES } from '../curriculum/question-content.js';
import { parseResponse, RESPONSE_LIMITS } from './parse-response.js';
import { emptyResponse, isAnswered } from './response.js';
import type { QuestionResponse } from './response.js';

const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const text = fc.string({ maxLength: 50 });
const response: fc.Arbitrary<QuestionResponse> = fc.oneof(
  fc.record({
    type: fc.constantFrom('single' as const, 'truefalse' as const),
    optionId: fc.option(id),
  }),
  fc.record({ type: fc.constant('multiple' as const), optionIds: fc.uniqueArray(id) }),
  fc.record({ type: fc.constant('kprim' as const), judged: fc.dictionary(id, fc.boolean()) }),
  fc.record({ type: fc.constantFrom('short' as const, 'numeric' as const), text }),
  fc.record({ type: fc.constant('matching' as const), matches: fc.dictionary(id, id) }),
  fc.record({ type: fc.constant('ordering' as const), order: fc.uniqueArray(id) }),
  fc.record({ type: fc.constant('gaps' as const), texts: fc.dictionary(id, text) }),
);

describe('reading a response from outside', () => {
  it('gives back every response as it was', () => {
    fc.assert(
      fc.property(response, (given) => {
        const wire: unknown = JSON.parse(JSON.stringify(given));
        expect(parseResponse(given.type, wire)).toEqual({ ok: true, value: given });
      }),
    );
  });

  it.each(QUESTION_TYPES)('takes nothing for the empty response to %s', (type) => {
    expect(parseResponse(type, null)).toEqual({ ok: true, value: emptyResponse(type) });
    expect(parseResponse(type, undefined)).toEqual({ ok: true, value: emptyResponse(type) });
    expect(isAnswered(emptyResponse(type))).toBe(false);
  });

  it('refuses any other value without throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTION_TYPES), fc.anything(), (type, value) => {
        const parsed = parseResponse(type, value);
        if (value !== null && value !== undefined && parsed.ok) {
          expect(value).toMatchObject({ type });
        }
      }),
    );
  });

  it.each([
    ['multiple', { type: 'single', optionId: 'a' }, 'type'],
    ['single', { type: 'single' }, 'optionId'],
    ['single', { type: 'single', optionId: '' }, 'optionId'],
    ['multiple', { type: 'multiple', optionIds: ['a', 'a'] }, 'optionIds[1]'],
    ['multiple', { type: 'multiple', optionIds: ['a', 3] }, 'optionIds[1]'],
    ['kprim', { type: 'kprim', judged: { a: 'true' } }, 'judged.a'],
    ['kprim', { type: 'kprim', judged: [true] }, 'judged'],
    ['matching', { type: 'matching', matches: { a: '' } }, 'matches.a'],
    ['short', { type: 'short', text: 'x'.repeat(RESPONSE_LIMITS.textLength + 1) }, 'text'],
    ['gaps', { type: 'gaps', texts: { g: 5 } }, 'texts.g'],
    ['ordering', { type: 'ordering', order: 'abc' }, 'order'],
    ['ordering', ['a'], ''],
  ] as const)('%s: %j is wrong at "%s"', (type, value, path) => {
    expect(parseResponse(type, value)).toEqual({ ok: false, error: { path } });
  });

  it('refuses more parts than a question can have', () => {
    const many = Array.from({ length: RESPONSE_LIMITS.parts + 1 }, (_, index) => `o${index}`);
    expect(parseResponse('multiple', { type: 'multiple', optionIds: many }).ok).toBe(false);
    const judged = Object.fromEntries(many.map((key) => [key, true]));
    expect(parseResponse('kprim', { type: 'kprim', judged }).ok).toBe(false);
  });

  it('takes white space alone for no answer', () => {
    expect(isAnswered({ type: 'short', text: ' \u00A0' })).toBe(false);
    expect(isAnswered({ type: 'gaps', texts: { g: ' ' } })).toBe(false);
    expect(isAnswered({ type: 'gaps', texts: { g: ' ', h: 'x' } })).toBe(true);
  });
});
