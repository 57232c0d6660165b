/** An exact decimal: `digits` ÷ 10^`scale`. */
export interface ExactDecimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Longer texts than this are not numbers that anyone typed. */
const LONGEST = 40;

function exact(sign: string, whole: string, fraction: string): ExactDecimal {
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

/** Groups of three after a first of one to three that does not start with 0. */
function isGrouped(text: string, separator: string): boolean {
  const groups = text.split(separator);
  const first = groups[0] ?? '';
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    groups.length > 1 &&
    groups.slice(1).every((group) => /^\d{3}$/.test(group))
  );
}

/** Splits digits with at most one decimal sign, either of the two; null when they are not that. */
function splitAt(text: string, decimalSign: string): readonly [string, string] | null {
  const [whole = '', fraction = '', ...more] = text.split(decimalSign);
  if (more.length > 0 || !/^\d*$/.test(whole) || !/^\d*$/.test(fraction)) return null;
  return whole + fraction === '' ? null : [whole || '0', fraction];
}

/** The two halves of an unsigned number that has both signs: the last of them is the decimal one. */
function splitMixed(text: string): readonly [string, string] | null {
  const decimalSign = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const groupSign = decimalSign === ',' ? '.' : ',';
  const [whole = '', fraction = '', ...more] = text.split(decimalSign);
  if (more.length > 0 || !isGrouped(whole, groupSign) || !/^\d+$/.test(fraction)) return null;
  return [whole.replaceAll(groupSign, ''), fraction];
}

function splitUnsigned(text: string): readonly [string, string] | null {
  const commas = text.split(',').length - 1;
  const dots = text.split('.').length - 1;
  if (commas > 0 && dots > 0) return splitMixed(text);
  if (isGrouped(text, '.')) return [text.replaceAll('.', ''), ''];
  if (commas > 1 && isGrouped(text, ',')) return [text.replaceAll(',', ''), ''];
  return splitAt(text, commas > 0 ? ',' : '.');
}

/**
 * Reads a number as Vietnamese officials type it, with one meaning for every text:
 * the comma is the decimal sign (`8,5`), dots in groups of three are thousands (`1.234` is one
 * thousand two hundred and thirty-four), any other single dot is a decimal sign (`8.5`, `0.125`);
 * where both stand, the last is the decimal sign; spaces are ignored. Null when it is no number.
 */
export function readDecimal(text: string): ExactDecimal | null {
  const bare = text.replace(/[\s\u00A0\u202F]/gu, '').replace(/^\u2212/u, '-');
  if (bare.length > LONGEST) return null;
  const parts = /^([+-]?)([\d.,]+)$/.exec(bare);
  if (parts === null) return null;
  const halves = splitUnsigned(parts[2] ?? '');
  return halves === null ? null : exact(parts[1] ?? '', halves[0], halves[1]);
}

/** Reads the plain notation of stored content (`12`, `-0.5`): the point is always decimal. */
export function readPlainDecimal(text: string): ExactDecimal | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null || text.length > LONGEST) return null;
  return exact(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
}

function scaledTo(value: ExactDecimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}

/** True when the two are no further apart than `tolerance` (its bound included), exactly. */
export function isWithin(
  value: ExactDecimal,
  target: ExactDecimal,
  tolerance: ExactDecimal,
): boolean {
  const scale = Math.max(value.scale, target.scale, tolerance.scale);
  const difference = scaledTo(value, scale) - scaledTo(target, scale);
  return (difference < 0n ? -difference : difference) <= scaledTo(tolerance, scale);
}
