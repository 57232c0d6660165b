import { lazy, type ComponentType } from 'react';
import { loadLocale } from '../lib/i18n/locale.js';

/** A page that is fetched when it is first needed. */
export type LazyPage<P> = ComponentType<P> & { readonly preload: () => void };

/**
 * A page outside the first download:
 * `const QuizPage = lazyPage(() => import('./features/quiz/quiz-page.js').then((file) => file.QuizPage))`.
 */
export function lazyPage<P>(load: () => Promise<ComponentType<P>>): LazyPage<P> {
  let pending: Promise<{ default: ComponentType<P> }> | undefined;
  const fetchOnce = () =>
    (pending ??= withTexts(load).then(
      (page) => ({ default: page }),
      (error: unknown) => {
        // The line may be back at the next try.
        pending = undefined;
        throw error;
      },
    ));
  const page = lazy(fetchOnce) as unknown as ComponentType<P>;
  return Object.assign(page, { preload: () => void fetchOnce().catch(() => undefined) });
}

/** A page is shown once its texts are here too, so that no part of it has to wait for its own. */
async function withTexts<T>(load: () => Promise<T>): Promise<T> {
  const page = await load();
  await loadLocale();
  return page;
}
