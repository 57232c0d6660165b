import { parseCalendarDate, type JsonValue } from '@cam-nang/domain';

import type { AttributeRule, AttributeRules } from '../document/attribute-rules.js';
import { BLOCK_ID } from '../document/block-id.js';
import { isAllowedLink } from '../document/link-address.js';
import { cleanText } from './clean-text.js';
import type { DocumentErrorCode } from './document-error.js';
import type { ValidationRun } from './validation-run.js';

type Checked =
  | { readonly keep: JsonValue }
  | { readonly omit: true }
  | { readonly wrong: DocumentErrorCode; readonly max?: number };

const OMIT: Checked = { omit: true };
const INVALID: Checked = { wrong: 'attribute_invalid' };
const FILE_HASH = /^[0-9a-f]{64}$/;

/** Checks the attributes of a node or mark against its rules and gives them back in stored form. */
export function checkAttributes(
  run: ValidationRun,
  path: string,
  input: Readonly<Record<string, unknown>>,
  rules: AttributeRules,
): Record<string, JsonValue> {
  reportUnknown(run, path, input, rules);
  const kept: Record<string, JsonValue> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const value = Object.hasOwn(input, name) ? (input[name] ?? undefined) : undefined;
    const checked = value === undefined ? whenMissing(rule) : checkValue(rule, value);
    if ('keep' in checked) {
      kept[name] = checked.keep;
      if (typeof checked.keep === 'string') run.countCharacters(path, checked.keep.length);
    } else if ('wrong' in checked) {
      const params = checked.max === undefined ? {} : { max: checked.max };
      run.report.add(`${path}/${name}`, checked.wrong, params);
    }
  }
  return kept;
}

/** Editors send attributes that they have and the format has not as null; those mean nothing. */
function reportUnknown(
  run: ValidationRun,
  path: string,
  input: Readonly<Record<string, unknown>>,
  rules: AttributeRules,
): void {
  for (const [name, value] of Object.entries(input)) {
    const isKnown = Object.hasOwn(rules, name) || name === 'id';
    if (isKnown || value === null || value === undefined) continue;
    run.report.add(`${path}/${pointer(name)}`, 'attribute_unknown');
  }
}

/** A block's id when it can be one; otherwise none, and repair will give it one. */
export function usableId(id: unknown): string | null {
  return typeof id === 'string' && BLOCK_ID.test(id) ? id : null;
}

/** A key inside a JSON pointer. */
export function pointer(key: string): string {
  return key.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What stands where nothing is given. */
function whenMissing(rule: AttributeRule): Checked {
  switch (rule.kind) {
    case 'text':
      return { keep: '' };
    case 'boolean':
      return { keep: false };
    case 'choice':
      return rule.missing === null ? OMIT : { keep: rule.missing };
    case 'level':
      return INVALID;
    case 'file':
    case 'href':
      return { wrong: 'attribute_missing' };
    default:
      return OMIT;
  }
}

function checkValue(rule: AttributeRule, value: unknown): Checked {
  switch (rule.kind) {
    case 'text':
      return checkText(value, rule.max);
    case 'optional-text':
      return value === '' ? OMIT : checkText(value, rule.max);
    case 'optional-date':
      return value === '' ? OMIT : checkDate(value);
    case 'integer':
      return checkInteger(rule, value);
    case 'file':
      return checkAddress(value, (text) => FILE_HASH.test(text), 'file_not_allowed');
    case 'href':
      return checkAddress(value, isAllowedLink, 'link_not_allowed');
    default:
      return keepIf(value, rule.kind === 'boolean' ? [true, false] : rule.values);
  }
}

/** A value of a closed list. */
function keepIf(value: unknown, values: readonly JsonValue[]): Checked {
  return values.includes(value as JsonValue) ? { keep: value as JsonValue } : INVALID;
}

function checkText(value: unknown, max: number): Checked {
  if (typeof value !== 'string') return INVALID;
  if (value.length > max) return { wrong: 'text_too_long', max };
  const text = cleanText(value);
  return text === null ? { wrong: 'text_control_character' } : { keep: text };
}

function checkDate(value: unknown): Checked {
  const date = typeof value === 'string' ? parseCalendarDate(value) : null;
  return date === null ? INVALID : { keep: date };
}

function checkInteger(rule: Extract<AttributeRule, { kind: 'integer' }>, value: unknown): Checked {
  const whole = typeof value === 'number' && Number.isSafeInteger(value);
  if (!whole || value < rule.min || value > rule.max) return INVALID;
  return value === rule.omit ? OMIT : { keep: value };
}

function checkAddress(
  value: unknown,
  isAllowed: (text: string) => boolean,
  wrong: DocumentErrorCode,
): Checked {
  if (typeof value !== 'string') return INVALID;
  return isAllowed(value) ? { keep: value.normalize('NFC') } : { wrong };
}
