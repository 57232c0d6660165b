import { useEffect, useState } from 'react';
import { steadyServerNow } from '../../journal/clock.js';

/** Seconds until a moment by the server's clock, counted while the page is open; undefined without a moment. */
export function useCountdown(until: string | null): number | undefined {
  const left = () => (until === null ? undefined : (Date.parse(until) - steadyServerNow()) / 1000);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    if (until === null) return undefined;
    const tick = setInterval(
      () => setSeconds(Math.max(0, (Date.parse(until) - steadyServerNow()) / 1000)),
      500,
    );
    return () => clearInterval(tick);
  }, [until]);
  return seconds;
}
