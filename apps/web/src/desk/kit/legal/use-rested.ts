import { useEffect, useState } from 'react';

/** What was typed, once the fingers have rested. */
export function useRested(typed: string, pause = 300): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, pause]);
  return rested;
}
