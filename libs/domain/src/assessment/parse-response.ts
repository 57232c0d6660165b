import type { QuestionType } from '../curriculum/question-content.js';
import { failed, ok, type Result } from '../shared/result.js';
import { emptyResponse, type QuestionResponse } from './response.js';

/** Bounds of one response: more is not an answer but an attack or a mistake. */
export const RESPONSE_LIMITS = { parts: 200, idLength: 100, textLength: 2000 } as const;

/** Names the field that is wrong, for instance `optionIds[3]`; `type` when the type differs. */
export interface ResponseProblem {
  readonly path: string;
}

type ParsedResponse = Result<QuestionResponse, ResponseProblem>;

type Reading<V> = { readonly value: V } | { readonly wrong: string };

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= RESPONSE_LIMITS.idLength;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= RESPONSE_LIMITS.textLength;

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

function readIds(value: unknown, path: string): Reading<readonly string[]> {
  if (!Array.isArray(value) || value.length > RESPONSE_LIMITS.parts) return { wrong: path };
  const items: readonly unknown[] = value;
  const bad = items.findIndex((item, index) => !isId(item) || items.indexOf(item) !== index);
  return bad === -1 ? { value: items.filter(isId) } : { wrong: `${path}[${bad}]` };
}

function readRecord<V>(
  value: unknown,
  path: string,
  isValue: (item: unknown) => item is V,
): Reading<Readonly<Record<string, V>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { wrong: path };
  const entries: readonly [string, unknown][] = Object.entries(value);
  if (entries.length > RESPONSE_LIMITS.parts) return { wrong: path };
  const kept: [string, V][] = [];
  for (const [key, item] of entries) {
    if (!isId(key) || !isValue(item)) return { wrong: `${path}.${key.slice(0, 20)}` };
    kept.push([key, item]);
  }
  return { value: Object.fromEntries(kept) };
}

function readOne<V>(
  value: unknown,
  path: string,
  isValue: (item: unknown) => item is V,
): Reading<V> {
  return isValue(value) ? { value } : { wrong: path };
}

const isIdOrNull = (value: unknown): value is string | null => value === null || isId(value);

function answer<V>(reading: Reading<V>, make: (value: V) => QuestionResponse): ParsedResponse {
  return 'wrong' in reading ? failed({ path: reading.wrong }) : ok(make(reading.value));
}

function readFields(type: QuestionType, fields: ReadonlyMap<string, unknown>): ParsedResponse {
  const field = (name: string): unknown => fields.get(name);
  switch (type) {
    case 'single':
    case 'truefalse':
      return answer(readOne(field('optionId'), 'optionId', isIdOrNull), (optionId) => ({
        type,
        optionId,
      }));
    case 'multiple':
      return answer(readIds(field('optionIds'), 'optionIds'), (optionIds) => ({ type, optionIds }));
    case 'kprim':
      return answer(readRecord(field('judged'), 'judged', isBoolean), (judged) => ({
        type,
        judged,
      }));
    case 'short':
    case 'numeric':
      return answer(readOne(field('text'), 'text', isText), (text) => ({ type, text }));
    case 'matching':
      return answer(readRecord(field('matches'), 'matches', isId), (matches) => ({
        type,
        matches,
      }));
    case 'ordering':
      return answer(readIds(field('order'), 'order'), (order) => ({ type, order }));
    case 'gaps':
      return answer(readRecord(field('texts'), 'texts', isText), (texts) => ({ type, texts }));
  }
}

/**
 * Reads an untrusted value as a response to a question of this type. `null` and `undefined` are the
 * empty response. Ids that the question does not know are kept (they may belong to another revision)
 * and earn nothing. Repeated ids, oversized parts and another type's response are refused.
 */
export function parseResponse(
  type: QuestionType,
  value: unknown,
): Result<QuestionResponse, ResponseProblem> {
  if (value === null || value === undefined) return ok(emptyResponse(type));
  if (typeof value !== 'object' || Array.isArray(value)) return failed({ path: '' });
  const fields = new Map<string, unknown>(Object.entries(value));
  if (fields.get('type') !== type) return failed({ path: 'type' });
  return readFields(type, fields);
}
