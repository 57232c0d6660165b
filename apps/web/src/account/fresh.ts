import { useSyncExternalStore } from 'react';

type Answer = (fresh: boolean) => void;

let waiting: Answer | undefined;
const listeners = new Set<() => void>();

function publish(next: Answer | undefined): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Asks the person to prove again who they are; true once they have. The dialog is rendered by the program. */
export function askFresh(): Promise<boolean> {
  waiting?.(false);
  return new Promise((resolve) => publish(resolve));
}

/** Ends the question. */
export function answerFresh(fresh: boolean): void {
  const answer = waiting;
  publish(undefined);
  answer?.(fresh);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether somebody is being asked. */
export function useFreshQuestion(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => waiting !== undefined,
    () => false,
  );
}
