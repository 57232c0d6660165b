import { startTransition, useEffect, useState } from 'react';

const AT_ONCE = 4;

/**
 * How many of a long list are drawn: a few at once, the others in small portions while nothing else happens, so
 * that a request of hundreds of lessons never holds the page up.
 */
export function useMountedCount(total: number): number {
  const [count, setCount] = useState(AT_ONCE);
  useEffect(() => {
    if (count >= total) return undefined;
    const timer = setTimeout(() => startTransition(() => setCount(count + AT_ONCE)), 32);
    return () => clearTimeout(timer);
  }, [count, total]);
  return count;
}
