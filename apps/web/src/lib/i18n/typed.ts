/** `12/09/1998` (also `12-9-1998`, `12.9.1998`) as `1998-09-12`; undefined when no such day exists. */
export function parseTypedDate(text: string): string | undefined {
  const match = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(text);
  if (match === null) return undefined;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** A calendar date `1998-09-12` as it is typed: `12/09/1998`. */
export function typedDate(date: string | null | undefined): string {
  return date === null || date === undefined ? '' : date.split('-').reverse().join('/');
}

/** A number typed with a decimal comma or point (`8,5`); undefined when it is none. */
export function parseTypedNumber(text: string): number | undefined {
  const plain = text.trim().replace(/\s/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
