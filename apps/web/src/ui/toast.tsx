import { useEffect, useId, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useMessages } from '../lib/i18n/catalogue.js';
import { CircleCheckIcon } from './icons.js';
import { messages } from './messages/index.js';
import styles from './toast.module.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

const LIFE = 8000;
let toasts: readonly Toast[] = [];
let nextId = 1;
/** Where toasts can be: the page, then the dialogs over it, the topmost last. */
let places: readonly string[] = [];
const listeners = new Set<() => void>();

function announce(): void {
  for (const listener of listeners) listener();
}

function publish(next: readonly Toast[]): void {
  toasts = next;
  announce();
}

/** Says for 8 seconds that a small act is done; `undo` puts a button beside it. */
export function toast(text: string, options: { readonly undo?: () => void } = {}): void {
  const made: Toast = { id: nextId, text, undo: options.undo };
  nextId += 1;
  publish([...toasts.slice(-2), made]);
}

function dismiss(id: number): void {
  publish(toasts.filter((one) => one.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this place is the topmost: what lies below a dialog is neither seen nor pressed. */
function useTopmost(): boolean {
  const place = useId();
  useLayoutEffect(() => {
    places = [...places, place];
    announce();
    return () => {
      places = places.filter((one) => one !== place);
      announce();
    };
  }, [place]);
  return useSyncExternalStore(
    subscribe,
    () => places.at(-1) === place,
    () => true,
  );
}

/** Place of the toasts and their live region: each program renders one, and each dialog that opens over it. */
export function Toasts() {
  const topmost = useTopmost();
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => toasts,
  );
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {topmost && shown.map((one) => <ToastRow key={one.id} toast={one} />)}
    </div>
  );
}

function ToastRow({ toast: shown }: { readonly toast: Toast }) {
  const { t } = useMessages(messages);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(shown.id), LIFE);
    return () => clearTimeout(timer);
  }, [held, shown.id]);
  const act = () => {
    shown.undo?.();
    dismiss(shown.id);
  };
  return (
    <div
      className={styles.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <CircleCheckIcon />
      <span>{shown.text}</span>
      {shown.undo !== undefined && (
        <button type="button" onClick={act}>
          {t('undo')}
        </button>
      )}
    </div>
  );
}
