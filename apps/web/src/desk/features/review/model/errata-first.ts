import type { RequestView } from '../../../kit/curriculum/types.js';

/** What an amendment waits for before it can be merged. */
export interface ErrataFirst {
  readonly edition: string;
  /** The erratum that is issued first. */
  readonly next: string;
}

/** Whether an amendment waits for corrections of the newest edition to be issued; undefined where none do. */
export function errataFirst({ checks }: Pick<RequestView, 'checks'>): ErrataFirst | undefined {
  const check = checks.find(({ code, met }) => code === 'errata_first' && !met);
  return check === undefined ? undefined : namedIn(check.params);
}

/** The same from the details of a refused merge. */
export function namedIn(details: Readonly<Record<string, unknown>>): ErrataFirst | undefined {
  const { edition, next } = details;
  return typeof edition === 'string' && typeof next === 'string' ? { edition, next } : undefined;
}
