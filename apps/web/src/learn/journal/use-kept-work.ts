import { useEffect } from 'react';
import { beforeSignOut } from '../../lib/session/before-sign-out.js';

const PREFIXES = ['cam-nang.journal.', 'cam-nang.progress.'];

/** Whether anything at all waits here; asked before the code that sends is loaded. */
function hasAny(): boolean {
  try {
    return [localStorage, sessionStorage].some((storage) =>
      Object.keys(storage).some((key) => PREFIXES.some((prefix) => key.startsWith(prefix))),
    );
  } catch {
    return false;
  }
}

async function sendAll(accountId: string): Promise<void> {
  if (!hasAny()) return;
  const [journals, progress] = await Promise.all([
    import('./send-journal.js'),
    import('./send-progress.js'),
  ]);
  await journals.sendKeptJournals(accountId);
  await progress.sendKeptProgress(accountId);
}

/**
 * Sends the answers and the progress that earlier pages left on this device: at once, whenever there is a network
 * again, and before the person signs out.
 */
export function useKeptWork(accountId: string): void {
  useEffect(() => {
    const send = () => sendAll(accountId).catch(() => undefined);
    const again = () => void send();
    again();
    addEventListener('online', again);
    const forget = beforeSignOut(send);
    return () => {
      removeEventListener('online', again);
      forget();
    };
  }, [accountId]);
}
