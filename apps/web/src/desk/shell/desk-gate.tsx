import { useEffect, type ReactNode } from 'react';
import { hasDeskRole } from '../../account/roles.js';
import { useMessages } from '../../lib/i18n/catalogue.js';
import { loadSession, useSessionState, type SessionState } from '../../lib/session/session.js';
import { NoPermission, ProblemState, Skeleton } from '../../ui/states.js';
import { messages } from './messages/index.js';

function mustLeave(state: SessionState): boolean {
  if (state.status === 'signed-out') return true;
  return state.status === 'signed-in' && state.session.secondFactor === 'must_set_up';
}

/** Lets people with work at the desk in; others are led to sign in and come back, or told why not. */
export function DeskGate({ children }: { readonly children: ReactNode }) {
  const { t } = useMessages(messages);
  const state = useSessionState();
  const leave = mustLeave(state);
  useEffect(() => {
    if (!leave) return;
    const here = location.pathname + location.search;
    location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
  }, [leave]);
  if (state.status === 'failed') {
    return <ProblemState problem={state.problem} onRetry={() => void loadSession()} page />;
  }
  if (state.status !== 'signed-in' || leave) return <Skeleton />;
  if (!hasDeskRole(state.session)) return <NoPermission text={t('noDesk')} page />;
  return <>{children}</>;
}
