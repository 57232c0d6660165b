import { startTransition, useEffect, useState } from 'react';

/**
 * How many of a long list are drawn: a portion at once, the others portion by portion while nothing else happens,
 * so that a request of hundreds of lessons never holds the page up.
 */
export function useMountedCount(total: number, portion: number): number {
  const [count, setCount] = useState(portion);
  useEffect(() => {
    if (count >= total) return undefined;
    const timer = setTimeout(() => startTransition(() => setCount(count + portion)), 32);
    return () => clearTimeout(timer);
  }, [count, total, portion]);
  return count;
}
