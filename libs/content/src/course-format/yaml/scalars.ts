import { parseCalendarDate, type CalendarDate } from '@cam-nang/domain';
import { isScalar } from 'yaml';

import { cleanText } from '../../validate/clean-text.js';
import { scalarOf, wrong, WRONG, type Decoded, type Decoder, type YamlValue } from './decoder.js';

/** Letters, figures, dots and dashes: what names files, nodes and forms. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,9})?$/;

/** One line or paragraph of text, NFC, not empty; folded lines of YAML become spaces. */
export const text: Decoder<string> = (value) => {
  const read = possiblyEmptyText(value);
  return read === '' ? wrong(value, 'value_empty') : read;
};

/** Text that may be empty. */
export const possiblyEmptyText: Decoder<string> = (value) =>
  readText(value, (raw) => cleanText(raw.trim()));

/** Several lines of Markdown: every line is clean, the line feeds stay. */
export const markdownText: Decoder<string> = (value) => {
  const read = readText(value, (raw) => {
    const lines = raw.trim().split('\n').map(cleanText);
    return lines.includes(null) ? null : lines.join('\n');
  });
  return read === '' ? wrong(value, 'value_empty') : read;
};

function readText(value: YamlValue, clean: (raw: string) => string | null): Decoded<string> {
  const raw = scalarOf(value);
  if (raw === null) return wrong(value, 'value_empty');
  if (typeof raw !== 'string') return wrong(value, 'value_not_text');
  return clean(raw) ?? wrong(value, 'text_control_character');
}

/** A name that other files can point at. */
export const code: Decoder<string> = (value) => {
  const read = text(value);
  if (read === WRONG) return WRONG;
  return CODE.test(read) ? read : wrong(value, 'value_not_code');
};

/** A whole number within bounds. */
export function integer(min: number, max: number): Decoder<number> {
  return (value) => {
    const read = scalarOf(value);
    if (typeof read !== 'number' || !Number.isSafeInteger(read)) {
      return wrong(value, 'value_not_number');
    }
    return read < min || read > max ? wrong(value, 'value_out_of_range', { min, max }) : read;
  };
}

/** A number with at most `places` decimals within bounds. */
export function decimal(min: number, max: number, places: number): Decoder<number> {
  return (value) => {
    const read = decimalText(value);
    if (read === WRONG) return WRONG;
    if ((read.split('.')[1] ?? '').length > places) return wrong(value, 'value_not_number');
    const number = Number(read);
    return number < min || number > max ? wrong(value, 'value_out_of_range', { min, max }) : number;
  };
}

/** A number exactly as it is written, in plain notation without needless zeros. */
export const decimalText: Decoder<string> = (value) => {
  const { node } = value;
  const read = scalarOf(value);
  const source = isScalar(node) ? (node.source ?? '') : '';
  const isNumber = typeof read === 'number' && PLAIN_DECIMAL.test(source);
  if (!isNumber) return wrong(value, 'value_not_number');
  const shortest = source.includes('.') ? source.replace(/\.?0+$/, '') : source;
  return shortest === '-0' ? '0' : shortest;
};

export const boolean: Decoder<boolean> = (value) => {
  const read = scalarOf(value);
  return typeof read === 'boolean' ? read : wrong(value, 'value_not_boolean');
};

/** One of a closed list of words. */
export function choice<const T extends string>(choices: readonly T[]): Decoder<T> {
  return (value) => {
    const read = scalarOf(value);
    const found = choices.find((known) => known === read);
    return found ?? wrong(value, 'value_not_choice', { choices: choices.join(', ') });
  };
}

/** A date of the calendar, `YYYY-MM-DD`. */
export const date: Decoder<CalendarDate> = (value) => {
  const read = scalarOf(value);
  const parsed = typeof read === 'string' ? parseCalendarDate(read) : null;
  return parsed ?? wrong(value, 'value_not_date');
};
