import type { RequestView } from '../../../kit/curriculum/types.js';

/** What an amendment waits for before it can be merged. */
export interface ErrataFirst {
  readonly edition: string;
  /** The erratum that brings the corrections. */
  readonly next: string;
  /** It is sealed and waits for a signature, or the request takes back some of the corrections and leaves others. */
  readonly hindrance: 'sealed' | 'taken_in_part';
}

/** Whether an amendment waits for corrections of the newest edition to be issued; undefined where none do. */
export function errataFirst({ checks }: Pick<RequestView, 'checks'>): ErrataFirst | undefined {
  const check = checks.find(({ code, met }) => code === 'errata_first' && !met);
  return check === undefined ? undefined : namedIn(check.params);
}

/** The same from the details of a refused merge. */
export function namedIn(details: Readonly<Record<string, unknown>>): ErrataFirst | undefined {
  const { edition, next, hindrance } = details;
  if (typeof edition !== 'string' || typeof next !== 'string') return undefined;
  if (hindrance !== 'sealed' && hindrance !== 'taken_in_part') return undefined;
  return { edition, next, hindrance };
}
