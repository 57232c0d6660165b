import { parseTypedDate } from '../../../lib/i18n/typed.js';

/** Areas of acts, in the order of the filter; each is the first word of an act. */
export const AREAS = [
  'session',
  'account',
  'cohort',
  'enrolment',
  'meeting',
  'report',
  'change-request',
  'edition',
  'award',
  'certificate',
] as const;

export type Area = (typeof AREAS)[number];

/** What stands in the address of the page; days are written as dates (2026-11-28). */
export interface AuditQuery {
  readonly area: Area | undefined;
  readonly actor: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly kind: string | undefined;
  readonly id: string | undefined;
  readonly after: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what makes no sense is left out, so that a mistyped link still opens. */
export function readAuditQuery(raw: Readonly<Record<string, string | undefined>>): AuditQuery {
  const area = AREAS.find((one) => one === raw['area']);
  const day = (value: string | undefined) =>
    value !== undefined && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  return {
    area,
    actor: raw['actor']?.slice(0, 100),
    from: day(raw['from']),
    to: day(raw['to']),
    kind: raw['kind'],
    id: raw['id'],
    after: raw['after'],
  };
}

/** A day typed into a filter: the date, undefined when it was emptied, null for what is no day. */
export function typedDay(typed: string): string | undefined | null {
  return typed.trim() === '' ? undefined : (parseTypedDate(typed) ?? null);
}

const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{4}([0-9a-f]{8})\b/g;

/** An identifier by its last marks: the first ones are only the time it was made. */
export function shortId(text: string): string {
  return text.replace(UUID, (_, tail: string) => `…${tail}`);
}
