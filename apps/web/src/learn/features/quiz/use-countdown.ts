import { useEffect, useState } from 'react';
import { steadyServerNow } from '../../journal/clock.js';

/** Seconds until a moment by the server's clock, counted while the page is open; undefined without a moment. */
export function useCountdown(until: string | null): number | undefined {
  const [seconds, setSeconds] = useState(() => secondsTo(until));
  useEffect(() => {
    if (until === null) return undefined;
    let last: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const left = Math.max(0, secondsTo(until) ?? 0);
      setSeconds(left);
      clearTimeout(last);
      // Its end to the moment: what is typed after it would not count.
      if (left > 0 && left < 1) last = setTimeout(tick, left * 1000);
    };
    const every = setInterval(tick, 500);
    return () => {
      clearInterval(every);
      clearTimeout(last);
    };
  }, [until]);
  return seconds;
}

function secondsTo(until: string | null): number | undefined {
  return until === null ? undefined : (Date.parse(until) - steadyServerNow()) / 1000;
}
