/**
 * Every key of an installation, by name. The list is closed, so that a production program can ask for all of
 * them at start and not at the first certificate.
 */
export const KEY_NAMES = [
  'personal-number',
  'personal-number-index',
  'second-factor',
  'enrolment-import',
  'register-signing',
  'curriculum-heads',
] as const;

/** The name of a key. */
export type KeyName = (typeof KEY_NAMES)[number];
