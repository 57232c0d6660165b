import * as z from 'zod/mini';

/** Identifier of anything stored: a UUID in lower case. */
export const id = z.uuid().check(z.overwrite((value) => value.toLowerCase()));

/** Some identifiers in a query, from one to `most`, with commas between them. */
export function idList(most: number) {
  return z.string().check(
    z.refine((list) => {
      const ids = list.split(',');
      return ids.length <= most && ids.every((one) => id.safeParse(one).success);
    }, `1 to ${most} identifiers with commas between them`),
    z.toLowerCase(),
  );
}

/** Text for people: NFC, outer spaces cut, no control characters but line breaks and tabs, no half characters. */
export function text(limits: { min?: number; max: number }) {
  return z.string().check(...textChecks(limits));
}

function textChecks(limits: { min?: number; max: number }) {
  return [
    z.normalize('NFC'),
    z.trim(),
    z.minLength(limits.min ?? 1),
    z.maxLength(limits.max),
    z.refine<string>(
      (value) => !/[\p{Cc}\p{Cs}]/u.test(value.replace(/[\n\r\t]/g, '')),
      'control characters',
    ),
  ] as const;
}

const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Text of one line for people: names, titles, codes, numbers, places. Line breaks and tabs, which come along when it is
 * pasted from a page or a cell, are spaces; else as `text`.
 */
export function line(limits: { min?: number; max: number }) {
  return z.string().check(
    z.overwrite((value) => value.replace(BREAKS, ' ')),
    ...textChecks(limits),
  );
}

/** A calendar date in Hanoi, `YYYY-MM-DD`, that exists; there was no year 0. */
export const calendarDate = z.iso
  .date()
  .check(z.refine((value) => value >= '0001', 'no date of a calendar'));

/** An instant, ISO 8601 with offset; of our times, and with an offset that is used somewhere. */
export const instant = z.iso
  .datetime({ offset: true })
  .check(
    z.refine(
      (value) => Number(value.slice(0, 4)) >= 1900 && !/[+-](?:1[5-9]|2\d):/.test(value),
      'no instant of ours',
    ),
  );

/** SHA-256 in lower-case hex. */
export const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Marks in hundredths of a point (law 11: exact decimals). */
export const hundredths = z.int().check(z.gte(0), z.lte(100_000));

/** One page of a list that may grow: opaque cursor in, next cursor out. */
export const pageQuery = {
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
};

/** Nothing to say but that it is done. */
export const done = z.object({ done: z.literal(true) });
