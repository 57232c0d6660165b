import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { focusPage } from '../../lib/focus-page.js';
import { useLocation } from 'wouter';
import { NavigationContext } from '../../ui/link.js';

/** Addresses that another program answers: the desk, the server, the plain pages. */
const foreign = /^\/(desk|api|x)(\/|$|\?)/;

/** Lets shared links change the page of this program without a reload. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [location, navigate] = useLocation();
  const shown = useRef(location);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    focusPage();
  }, [location]);
  const navigation = useMemo(
    () => ({
      owns: (href: string) => href.startsWith('/') && !href.startsWith('//') && !foreign.test(href),
      go: (href: string) => {
        navigate(href);
        scrollTo(0, 0);
      },
    }),
    [navigate],
  );
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}
