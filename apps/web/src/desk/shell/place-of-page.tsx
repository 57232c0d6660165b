import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTitle } from '../../lib/title.js';

/** Where a page is: its title, and the way to it from the top. */
export interface PlaceOfPage {
  readonly title: string;
  readonly trail: readonly { readonly title: string; readonly href?: string | undefined }[];
}

interface Holder {
  readonly place: PlaceOfPage;
  readonly set: (place: PlaceOfPage) => void;
}

const nowhere: PlaceOfPage = { title: '', trail: [] };
const PlaceContext = createContext<Holder>({ place: nowhere, set: () => undefined });

/** Holds where the open page is, for the top bar. */
export function PlaceProvider({ children }: { readonly children: ReactNode }) {
  const [place, set] = useState(nowhere);
  const holder = useMemo(() => ({ place, set }), [place]);
  return <PlaceContext.Provider value={holder}>{children}</PlaceContext.Provider>;
}

/** Where the open page is. */
export function useCurrentPlace(): PlaceOfPage {
  return useContext(PlaceContext).place;
}

/** A page says where it is: title of the window, trail in the top bar. Call it once in every page. */
export function usePlace(title: string, trail: PlaceOfPage['trail'] = []): void {
  const { set } = useContext(PlaceContext);
  useTitle(title);
  const key = JSON.stringify([title, trail]);
  useEffect(() => {
    const [name, way] = JSON.parse(key) as [string, PlaceOfPage['trail']];
    set({ title: name, trail: way });
  }, [key, set]);
}
