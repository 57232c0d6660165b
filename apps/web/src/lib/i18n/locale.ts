import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../stored.js';

export type Locale = 'vi' | 'en';

const KEY = 'cam-nang.locale';
const listeners = new Set<() => void>();
const loaders = new Set<() => Promise<void>>();
let current: Locale = readStored(KEY) === 'en' ? 'en' : 'vi';

/** The language of the screens. Vietnamese unless the person chose otherwise. */
export function getLocale(): Locale {
  return current;
}

/** Registers what has to be fetched before English can be shown. */
export function onEnglish(load: () => Promise<void>): void {
  loaders.add(load);
}

/** Fetches what the current language needs of what is here; to be awaited before a page is shown. */
export async function loadTexts(): Promise<void> {
  if (current === 'en') await fetchEnglish();
}

/** The same before the first paint, which the document says its language for. */
export async function loadLocale(): Promise<void> {
  await loadTexts();
  document.documentElement.lang = current;
}

/** Fetches the English of everything here. A page that arrives meanwhile brings texts of its own: they are waited for too. */
export async function fetchEnglish(): Promise<void> {
  let count: number;
  do {
    count = loaders.size;
    await Promise.all([...loaders].map((load) => load()));
  } while (loaders.size > count);
}

/** Changes the language of every screen, once its texts are here, and remembers it on this device. */
export async function setLocale(locale: Locale): Promise<void> {
  if (locale === 'en') await fetchEnglish();
  current = locale;
  writeStored(KEY, locale);
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

/** Does something with the screens in a language whose texts are here: a page drawn at the server. */
export function inLocale<T>(locale: Locale, work: () => T): T {
  const before = current;
  current = locale;
  try {
    return work();
  } finally {
    current = before;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language of the screens; the component follows a change. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, getLocale, getLocale);
}
