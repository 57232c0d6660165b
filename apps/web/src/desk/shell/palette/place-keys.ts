import type { PlaceName } from '../places.js';

/** The letter that leads to a place after G: no two alike, and none is G itself. */
export const PLACE_KEYS: Readonly<Record<PlaceName, string>> = {
  home: 'h',
  courses: 't',
  changeRequests: 'd',
  councils: 'u',
  editions: 'a',
  legalDocuments: 'b',
  cohorts: 'l',
  awards: 'x',
  register: 's',
  accounts: 'k',
  jobs: 'v',
  audit: 'y',
};
