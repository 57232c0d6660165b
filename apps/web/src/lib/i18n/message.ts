/** An English message whose wording depends on the number in `{count}`. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export type Message = string | Plural;
export type Messages = Readonly<Record<string, Message>>;

/** Names of the `{variables}` of a message; `never` when it has none. */
export type Variables<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Variables<Rest>
  : never;

/** A text that holds every one of these variables. */
type Holding<Name extends string> = [Name] extends [never]
  ? string
  : UnionToIntersection<Name extends string ? `${string}{${Name}}${string}` : never> & string;

type UnionToIntersection<U> = (U extends unknown ? (value: U) => void : never) extends (
  value: infer I,
) => void
  ? I
  : never;

type EnglishMessage<S> =
  'count' extends Variables<S>
    ? Holding<Variables<S>> | { readonly one: string; readonly other: Holding<Variables<S>> }
    : Holding<Variables<S>>;

/** The English of a Vietnamese catalogue: the same keys, each with at least the same variables. */
export type English<M> = { readonly [K in keyof M]: EnglishMessage<M[K]> };

/** Values for a message: numbers are written the way of the language. */
export type Values = Readonly<Record<string, string | number>>;

/** Puts the values in; an unknown variable stays visible, so that a mistake is seen and not hidden. */
export function fill(text: string, values: Values, number: (value: number) => string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

/** The wording for this number of things. */
export function choose(message: Message, count: unknown, locale: string): string {
  if (typeof message === 'string') return message;
  const rule = typeof count === 'number' ? plurals(locale).select(count) : 'other';
  return rule === 'one' ? message.one : message.other;
}

const rules = new Map<string, Intl.PluralRules>();

function plurals(locale: string): Intl.PluralRules {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known;
}
