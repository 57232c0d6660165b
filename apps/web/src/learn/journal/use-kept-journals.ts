import { useEffect } from 'react';

const PREFIX = 'cam-nang.journal.';

/** Whether anything at all waits here; asked before the code that sends is loaded. */
function hasAny(): boolean {
  try {
    return [localStorage, sessionStorage].some((storage) =>
      Object.keys(storage).some((key) => key.startsWith(PREFIX)),
    );
  } catch {
    return false;
  }
}

/** Sends what earlier visits left on this device, at once and whenever there is a network again. */
export function useKeptJournals(accountId: string): void {
  useEffect(() => {
    const send = () => {
      if (!hasAny()) return;
      void import('./send-journal.js')
        .then((file) => file.sendKeptJournals(accountId))
        .catch(() => undefined);
    };
    send();
    addEventListener('online', send);
    return () => removeEventListener('online', send);
  }, [accountId]);
}
