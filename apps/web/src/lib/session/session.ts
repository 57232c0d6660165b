import { useSyncExternalStore } from 'react';
import type { ResponseOf, readSession as readSessionEndpoint } from '@cam-nang/contracts';
import { chooseLocale, readSession, signOut } from '@cam-nang/contracts/routes';
import { call } from '../api/call.js';
import { onSessionLost, setCsrfToken } from '../api/credentials.js';
import { asProblem, type ApiProblem } from '../api/problem.js';
import { clearResources } from '../api/resource.js';
import { finishBeforeSignOut } from './before-sign-out.js';
import { clearSharedDevice } from './shared-device.js';
import { getLocale, setLocale, type Locale } from '../i18n/locale.js';

export type Session = ResponseOf<typeof readSessionEndpoint>;
export type Role = Session['roles'][number]['role'];
export type Permission = Session['permissions'][number];

/** Nobody knows yet, nobody, somebody, or the server could not be asked. */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'signed-in'; readonly session: Session }
  | { readonly status: 'failed'; readonly problem: ApiProblem };

let state: SessionState = { status: 'unknown' };
/** Server time minus device time in milliseconds, as of the last answer about the session. */
let clockOffset = 0;
const listeners = new Set<() => void>();

function publish(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Takes over the session that a sign-in answered. */
export async function acceptSession(session: Session): Promise<void> {
  const before = state.status === 'signed-in' ? state.session.account.id : undefined;
  if (before !== undefined && before !== session.account.id) clearResources();
  setCsrfToken(session.csrfToken);
  clockOffset = Date.parse(session.serverTime) - Date.now();
  if (session.account.locale !== getLocale()) await setLocale(session.account.locale);
  publish({ status: 'signed-in', session });
}

/** Does something in the name of a person, for the time it takes: a page drawn at the server. */
export function inSession<T>(session: Session, work: () => T): T {
  const before = state;
  state = { status: 'signed-in', session };
  try {
    return work();
  } finally {
    state = before;
  }
}

/** Asks the server who is signed in; answers what it found. */
export async function loadSession(): Promise<SessionState> {
  try {
    await acceptSession(await call(readSession, {}));
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === 'session.required') forgetSession();
    else publish({ status: 'failed', problem });
  }
  return state;
}

/** The session has ended elsewhere (an answer said `session.required`). */
export function forgetSession(): void {
  setCsrfToken(undefined);
  clearResources();
  publish({ status: 'signed-out' });
}

onSessionLost(() => {
  if (state.status === 'signed-in') forgetSession();
});

/** Sends what waits on this device, then ends the session. Throws `ApiProblem` when the server could not be told. */
export async function endSession(): Promise<void> {
  await finishBeforeSignOut();
  await call(signOut, {});
  forgetSession();
  await clearSharedDevice();
}

/** Changes the language of the screens, on this device and in the account. */
export async function changeLocale(locale: Locale): Promise<void> {
  await setLocale(locale);
  if (state.status !== 'signed-in') return;
  try {
    await call(chooseLocale, { body: { locale } });
  } catch {
    // The screens have changed; the account keeps the old choice until the next change.
  }
}

/** The time on the server's clock, in milliseconds. */
export function serverNow(): number {
  return Date.now() + clockOffset;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is signed in; the component follows a change. */
export function useSessionState(): SessionState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => state,
  );
}

/** The session of a page that only signed-in people reach. */
export function useSession(): Session {
  const current = useSessionState();
  if (current.status !== 'signed-in') throw new Error('a session is required here');
  return current.session;
}

/** Whether the person holds a permission somewhere. What they may do with one thing, its answer says (`allowed`). */
export function may(session: Session, ...anyOf: readonly Permission[]): boolean {
  return anyOf.some((permission) => session.permissions.includes(permission));
}
