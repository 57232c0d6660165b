import { useLocation, useSearch } from 'wouter';
import { href } from '../../routes.js';

/** What the address asks of the handbook, so that a link shows what I see. */
export interface HandbookQuery {
  /** The day whose text is read; undefined for today. */
  readonly on: string | undefined;
  /** What is looked for in the names of lessons. */
  readonly find: string;
  readonly ask: (change: { readonly on?: string | undefined; readonly find?: string }) => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the day and the search from the address, and writes them there without a new step back. */
export function useHandbookQuery(): HandbookQuery {
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const day = asked.get('on') ?? '';
  const on = DAY.test(day) ? day : undefined;
  const find = asked.get('find') ?? '';
  return {
    on,
    find,
    ask: (change) => {
      const next = { on, find, ...change };
      const query = { on: next.on, find: next.find === '' ? undefined : next.find };
      navigate(href('handbook', undefined, query), { replace: true });
    },
  };
}
