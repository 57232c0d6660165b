import { createElement, lazy, useState, type ComponentType } from 'react';
import { loadTexts } from '../lib/i18n/locale.js';

/** A page that is fetched when it is first needed. */
export type LazyPage = ComponentType & {
  /** Fetches it ahead; answers whether it is here (else it cannot be had now). */
  readonly preload: () => Promise<boolean>;
};

/**
 * A page outside the first download:
 * `const QuizPage = lazyPage(() => import('./features/quiz/quiz-page.js').then((file) => file.QuizPage))`.
 */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let pending: Promise<{ default: ComponentType }> | undefined;
  let here: ComponentType | undefined;
  const fetchOnce = () =>
    (pending ??= withTexts(load).then(
      (page) => {
        here = page;
        return { default: page };
      },
      (error: unknown) => {
        // The line may be back at the next try.
        pending = undefined;
        throw error;
      },
    ));
  const Later = lazy(fetchOnce);
  // A page that is here already is shown at once: to wait for it again would hide what stands there.
  function Page() {
    const [Shown] = useState<ComponentType>(() => here ?? Later);
    return createElement(Shown);
  }
  const preload = () =>
    fetchOnce().then(
      () => true,
      () => false,
    );
  return Object.assign(Page, { preload });
}

/** A page is shown once its texts are here too, so that no part of it has to wait for its own. */
async function withTexts<T>(load: () => Promise<T>): Promise<T> {
  const page = await load();
  await loadTexts();
  return page;
}
