import { lazy, type ComponentType } from 'react';

/** A page that is fetched when it is first needed. */
export type LazyPage<P> = ComponentType<P> & { readonly preload: () => void };

/**
 * A page outside the first download:
 * `const QuizPage = lazyPage(() => import('./features/quiz/quiz-page.js').then((file) => file.QuizPage))`.
 */
export function lazyPage<P>(load: () => Promise<ComponentType<P>>): LazyPage<P> {
  let pending: Promise<{ default: ComponentType<P> }> | undefined;
  const fetchOnce = () =>
    (pending ??= load().then(
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
