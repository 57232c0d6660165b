import { Suspense } from 'react';
import { useLocation } from 'wouter';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { Skeleton } from '../ui/states.js';
import { Toasts } from '../ui/toast.js';
import { Pages } from './pages.js';
import { NavigationProvider } from './shell/navigation.js';

/** The trainee's and the public's program. */
export function App() {
  const [location] = useLocation();
  return (
    <NavigationProvider>
      <ErrorBoundary resetBy={location}>
        <Suspense fallback={<Skeleton />}>
          <Pages />
        </Suspense>
      </ErrorBoundary>
      <Toasts />
    </NavigationProvider>
  );
}
