import { Fragment, createElement, type ReactNode } from 'react';
import { formatFor } from './format.js';
import { getLocale, onEnglish, useLocale, type Locale } from './locale.js';
import {
  choose,
  fill,
  type English,
  type Message,
  type Messages,
  type Variables,
} from './message.js';

/**
 * The texts of one feature: Vietnamese at hand, English fetched when it is chosen. What cannot be fetched is read in
 * Vietnamese until a later try.
 */
export interface Catalogue<M extends Messages> {
  readonly vi: M;
  readonly english: () => Messages | undefined;
  readonly load: () => Promise<void>;
}

type Value = string | number;
type Arguments<S, V> = [Variables<S>] extends [never]
  ? []
  : [values: Readonly<Record<Variables<S>, V>>];

/** `t('key', { name })`: an unknown key, or a missing or extra variable, is a type error. */
export type Translate<M> = <K extends keyof M & string>(
  key: K,
  ...values: Arguments<M[K], Value>
) => string;
/** The same with elements as values: `rich('key', { time: <b>17:00</b> })`. */
export type TranslateRich<M> = <K extends keyof M & string>(
  key: K,
  ...values: Arguments<M[K], ReactNode>
) => ReactNode;

/**
 * Declares the texts of a feature. Call it once, in the feature's `messages/index.ts`:
 * `export const messages = catalogue(vi, () => import('./en.js').then((file) => file.en));`
 */
export function catalogue<const M extends Messages>(
  vi: M,
  loadEnglish: () => Promise<English<M>>,
): Catalogue<M> {
  let english: Messages | undefined;
  let pending: Promise<void> | undefined;
  const load = () =>
    (pending ??= loadEnglish().then(
      (texts) => {
        english = texts;
      },
      () => {
        // A component that waits for a promise that fails would wait again, for ever.
        english = vi;
        pending = undefined;
      },
    ));
  onEnglish(load);
  return { vi, english: () => english, load };
}

/** The texts of a catalogue in the language of the screens; suspends while English is under way. */
export function useMessages<M extends Messages>(
  messages: Catalogue<M>,
): { t: Translate<M>; rich: TranslateRich<M>; locale: Locale } {
  const locale = useLocale();
  if (locale === 'en' && messages.english() === undefined) throw messages.load();
  return { ...translators(messages, locale), locale };
}

/** Texts outside components (titles, messages of the store). English must have been loaded. */
export function translate<M extends Messages>(messages: Catalogue<M>): Translate<M> {
  return translators(messages, getLocale()).t;
}

function translators<M extends Messages>(messages: Catalogue<M>, locale: Locale) {
  const texts: Messages = (locale === 'en' ? messages.english() : undefined) ?? messages.vi;
  const number = formatFor(locale).number;
  const pick = (key: string, count: unknown): string =>
    choose(texts[key] ?? (key satisfies Message), count, locale);
  const t = (key: string, values: Readonly<Record<string, Value>> = {}) =>
    fill(pick(key, values['count']), values, number);
  const rich = (key: string, values: Readonly<Record<string, ReactNode>> = {}) =>
    weave(pick(key, values['count']), values, number);
  return { t: t as Translate<M>, rich: rich as TranslateRich<M> };
}

function weave(
  text: string,
  values: Readonly<Record<string, ReactNode>>,
  number: (value: number) => string,
): ReactNode {
  const parts = text.split(/\{(\w+)\}/g).map((part, index) => {
    if (index % 2 === 0) return part;
    const value = values[part];
    return typeof value === 'number' ? number(value) : value;
  });
  return createElement(Fragment, null, ...parts);
}
