import { useSyncExternalStore, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

let slot: HTMLElement | null = null;
const listeners = new Set<() => void>();

function place(element: HTMLElement | null): void {
  slot = element;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place in the top bar where a page says something of its own: what is saved. */
export function TopSlot({ className }: { readonly className: string | undefined }) {
  return <span ref={place} className={className} />;
}

/** Puts something of the page into the top bar. */
export function InTopBar({ children }: { readonly children: ReactNode }) {
  const element = useSyncExternalStore(
    subscribe,
    () => slot,
    () => null,
  );
  return element === null ? null : createPortal(children, element);
}
