import { useEffect } from 'react';

/** Says in the window's title where the page is. */
export function useTitle(page: string | undefined): void {
  useEffect(() => {
    document.title = page === undefined || page === '' ? 'Cẩm Nang' : `${page} · Cẩm Nang`;
  }, [page]);
}
