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
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(rules, name) && name !== 'id' && value !== null && value !== undefined) {
      run.report.add(`${path}/${pointer(name)}`, 'attribute_unknown');
    }
  }
  const kept: Record<string, JsonValue> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const checked = checkValue(rule, Object.hasOwn(input, name) ? input[name] : undefined);
    if ('keep' in checked) {
      kept[name] = checked.keep;
      if (typeof checked.keep === 'string') run.countCharacters(path, checked.keep.length);
    }
    if ('wrong' in checked) {
      const params = checked.max === undefined ? {} : { max: checked.max };
      run.report.add(`${path}/${name}`, checked.wrong, params);
    }
  }
  return kept;
}

/** A block's id when it can be one; otherwise none, and repair will give it one. */
export function usableId(id: unknown): string | null {
  return typeof id === 'string' && BLOCK_ID.test(id) ? id : null;
}

/** A key inside a JSON pointer. */
export function pointer(key: string): string {
  return key.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
}

function checkValue(rule: AttributeRule, value: unknown): Checked {
  const missing = value === undefined || value === null;
  switch (rule.kind) {
    case 'text':
      return checkText(missing ? '' : value, rule.max);
    case 'optional-text':
      return missing || value === '' ? OMIT : checkText(value, rule.max);
    case 'optional-date':
      return missing || value === '' ? OMIT : checkDate(value);
    case 'integer':
      return missing ? OMIT : checkInteger(rule, value);
    case 'level':
      return typeof value === 'number' && rule.values.includes(value) ? { keep: value } : INVALID;
    case 'boolean':
      return checkBoolean(missing ? false : value);
    case 'choice':
      return missing ? whenMissing(rule.missing) : checkChoice(rule.values, value);
    case 'file':
      return checkAddress(value, (text) => FILE_HASH.test(text), 'file_not_allowed');
    case 'href':
      return checkAddress(value, isAllowedLink, 'link_not_allowed');
  }
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

function checkBoolean(value: unknown): Checked {
  return typeof value === 'boolean' ? { keep: value } : INVALID;
}

function whenMissing(missing: string | null): Checked {
  return missing === null ? OMIT : { keep: missing };
}

function checkChoice(values: readonly string[], value: unknown): Checked {
  return typeof value === 'string' && values.includes(value) ? { keep: value } : INVALID;
}

function checkAddress(
  value: unknown,
  isAllowed: (text: string) => boolean,
  wrong: DocumentErrorCode,
): Checked {
  if (value === undefined || value === null) return { wrong: 'attribute_missing' };
  if (typeof value !== 'string') return INVALID;
  return isAllowed(value) ? { keep: value.normalize('NFC') } : { wrong };
}
