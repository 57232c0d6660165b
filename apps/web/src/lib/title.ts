import { useEffect } from 'react';

/** The title of the window on a page; the product's name alone where the page has none. */
export function windowTitle(page: string | undefined): string {
  return page === undefined || page === '' ? 'Cẩm Nang' : `${page} · Cẩm Nang`;
}

/** Says in the window's title where the page is. */
export function useTitle(page: string | undefined): void {
  useEffect(() => {
    document.title = windowTitle(page);
  }, [page]);
}
