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

/** Fetches what the current language needs of what is here; to be awaited before the first paint, and before a page's. */
export async function loadLocale(): Promise<void> {
  if (current === 'en') await fetchEnglish();
  document.documentElement.lang = current;
}

/** A page that arrives meanwhile brings texts of its own: they are waited for too. */
async function fetchEnglish(): Promise<void> {
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

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language of the screens; the component follows a change. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, getLocale, getLocale);
}
