import { DomainError } from '../../shared/domain-error.js';
import { compareCodeUnits, nfc } from '../../shared/text.js';

/** A value that JSON can hold. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * The one JSON text of a value: keys sorted by code unit, texts in NFC, undefined members left out,
 * no white space. Equal meaning gives equal bytes, so that contents can be addressed by their hash.
 *
 * @throws DomainError `curriculum.document_invalid` for a number that is not finite, a value that
 *   JSON cannot hold, an undefined list element, or two keys that NFC makes the same
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(nfc(value));
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return listText(value);
  if (isPlainObject(value)) return objectText(value);
  throw invalid(`not_json: ${typeof value}`);
}

/** Whether two values have the same canonical JSON. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a === undefined || b === undefined) return false;
  return canonicalJson(a) === canonicalJson(b);
}

/** Whether a value is an object with named members, and neither a list nor null. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw invalid('number_not_finite');
  return JSON.stringify(value);
}

function listText(list: readonly unknown[]): string {
  const parts: string[] = [];
  for (const element of list) parts.push(canonicalJson(element));
  return `[${parts.join(',')}]`;
}

function objectText(object: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(object)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [nfc(key), member] as const)
    .sort(([a], [b]) => compareCodeUnits(a, b));
  const parts = members.map(([key, member], index) => {
    if (members[index - 1]?.[0] === key) throw invalid('same_key_twice');
    return `${JSON.stringify(key)}:${canonicalJson(member)}`;
  });
  return `{${parts.join(',')}}`;
}

function invalid(reason: string): DomainError {
  return new DomainError('curriculum.document_invalid', { reason });
}
