import { useMemo, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { NavigationContext } from '../../ui/link.js';

/** Addresses that another program answers: the desk, the server, the plain pages. */
const foreign = /^\/(desk|api|x)(\/|$|\?)/;

/** Lets shared links change the page of this program without a reload. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [, navigate] = useLocation();
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
