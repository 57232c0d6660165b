import { useEffect, type ReactNode } from 'react';
import { useSessionState, loadSession } from '../../lib/session/session.js';
import { useGo } from '../../ui/link.js';
import { ProblemState, Skeleton } from '../../ui/states.js';
import { href } from '../routes.js';

/** Shows its content to signed-in people; others are led to sign in and come back here afterwards. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const state = useSessionState();
  const go = useGo();
  const signedOut = state.status === 'signed-out';
  useEffect(() => {
    if (!signedOut) return;
    const here = location.pathname + location.search;
    go(here === '/' ? href('signIn') : href('signIn', undefined, { next: here }));
  }, [signedOut, go]);
  if (state.status === 'signed-in') return <>{children}</>;
  if (state.status === 'failed') {
    return <ProblemState problem={state.problem} onRetry={() => void loadSession()} page />;
  }
  return <Skeleton />;
}
