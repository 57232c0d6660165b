import { useCallback, type ComponentType } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { PathParams } from '../lib/href.js';
import { loadLocale } from '../lib/i18n/locale.js';
import type { paths, PageName } from './routes.js';

/** A page of the desk: which address it answers, and where its code is. */
export interface PageDefinition {
  readonly name: PageName;
  readonly load: () => Promise<ComponentType>;
}

/**
 * Declares a page: `page('cohort', () => import('./cohort-page.js').then((file) => file.CohortPage))`. Its texts are
 * fetched with it: a part that waited for its own would take away what stands around it, a text being written too.
 */
export function page(name: PageName, load: () => Promise<ComponentType>): PageDefinition {
  return {
    name,
    load: async () => {
      const component = await load();
      await loadLocale();
      return component;
    },
  };
}

type ParamsOf<N extends PageName> = Readonly<Record<PathParams<(typeof paths)[N]>, string>>;

/** Parameters of the address of this page: `const { cohortId } = usePageParams('cohort')`. */
export function usePageParams<N extends PageName>(_name: N): ParamsOf<N> {
  return useParams({ strict: false });
}

/** What stands after the question mark of this page, read by the page's own parser (filters, sort, selection). */
export function usePageQuery<T>(
  parse: (raw: Readonly<Record<string, string | undefined>>) => T,
): T {
  const raw: unknown = useSearch({ strict: false });
  return parse(raw as Readonly<Record<string, string | undefined>>);
}

/**
 * Changes how the page is shown and says so in the address, in place: what is left out goes away, the page stays
 * where it is scrolled, and going back leaves the page.
 */
export function useChangePageQuery(): (
  query: Readonly<Record<string, string | undefined>>,
) => void {
  const navigate = useNavigate();
  return useCallback(
    (query) =>
      void navigate({ to: '.', search: query as never, replace: true, resetScroll: false }),
    [navigate],
  );
}
