import { ROLES, type Role } from '@cam-nang/domain';
import { useRoleName } from '../../../account/roles.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat, type Format } from '../../../lib/i18n/format.js';
import { shortId } from './audit-query.js';
import { messages } from './messages/index.js';
import { vi } from './messages/vi.js';

type Words = ReturnType<typeof useMessages<(typeof messages)['vi']>>['t'];
type Named<P extends string> = Extract<keyof typeof vi, `${P}.${string}`>;

function named<P extends 'fact' | 'value'>(prefix: P, name: string): Named<P> | undefined {
  const key = `${prefix}.${name}`;
  return Object.hasOwn(vi, key) ? (key as Named<P>) : undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the words of a fact are taken from. */
export interface FactWords {
  readonly t: Words;
  readonly roleName: (role: Role) => string;
  readonly format: Pick<Format, 'date' | 'mark' | 'number'>;
}

function textOf(value: string, { t, roleName, format }: FactWords): string {
  if (DAY.test(value)) return format.date(value);
  const role = ROLES.find((one) => one === value);
  if (role !== undefined) return roleName(role);
  const known = named('value', value);
  return known === undefined ? shortId(value) : t(known);
}

/** A value for people: roles, states and days in words, points on their scale, identifiers by their end. */
function valueOf(name: string, value: unknown, words: FactWords): string {
  if (Array.isArray(value)) return value.map((one) => valueOf(name, one, words)).join(', ');
  if (typeof value === 'number')
    return name === 'points' ? words.format.mark(value) : words.format.number(value);
  if (typeof value === 'string') return textOf(value, words);
  if (typeof value === 'boolean') return textOf(String(value), words);
  return value === null ? '–' : shortId(JSON.stringify(value));
}

/** The facts of an entry as `name: value`; a name that has no words of its own stands as it was written. */
export function factsOf(
  details: Readonly<Record<string, unknown>>,
  words: FactWords,
): readonly string[] {
  return Object.entries(details).map(([name, value]) => {
    const known = named('fact', name);
    const said = known === undefined ? name : words.t(known);
    return `${said}: ${valueOf(name, value, words)}`;
  });
}

/** `factsOf` in the language of the screens. */
export function useFacts(): (details: Readonly<Record<string, unknown>>) => readonly string[] {
  const { t } = useMessages(messages);
  const roleName = useRoleName();
  const format = useFormat();
  return (details) => factsOf(details, { t, roleName, format });
}
