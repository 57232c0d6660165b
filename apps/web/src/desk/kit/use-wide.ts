import { useCallback, useSyncExternalStore } from 'react';

const WIDE = 1040;

/**
 * Whether the panel stands beside the body; below 1040 px it follows, and a sheet may serve better. Asked with another
 * width, whether the window has it.
 */
export function useWide(from = WIDE): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const query = matchMedia(queryOf(from));
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [from],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(queryOf(from)).matches,
    () => true,
  );
}

function queryOf(from: number): string {
  return `(min-width: ${from}px)`;
}
