import { Suspense, type ReactNode } from 'react';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { NavigationContext, type Navigation } from '../ui/link.js';
import { Skeleton } from '../ui/states.js';
import { Toasts } from '../ui/toast.js';
import { queryClient } from './data/query.js';
import { router } from './router.js';
import { DeskGate } from './shell/desk-gate.js';

/** The trainer's and the administrator's program. */
export function DeskApp() {
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <DeskLinks>
          <ErrorBoundary>
            <Suspense fallback={<Skeleton />}>
              <DeskGate>
                <RouterProvider router={router} />
              </DeskGate>
            </Suspense>
          </ErrorBoundary>
          <Toasts />
        </DeskLinks>
      </QueryClientProvider>
    </CSPProvider>
  );
}

const navigation: Navigation = {
  owns: (href) => /^\/desk(\/|$|\?)/.test(href),
  go: (href) => router.history.push(href),
};

function DeskLinks({ children }: { readonly children: ReactNode }) {
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}
