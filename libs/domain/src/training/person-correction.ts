import { maySharePersonalNumber, type Bearer } from './same-person.js';

/** What a correction would put right, or why it is none. */
export type CorrectionReading =
  | { readonly kind: 'nothing' }
  /** Neither the name nor the date of birth would stay: another person would get what this one has studied. */
  | { readonly kind: 'another-person' }
  | { readonly kind: 'correction'; readonly changed: readonly ('fullName' | 'birthDate')[] };

/**
 * What is changed when a person's name and date of birth are put right. One of the two has to go on saying who it is,
 * as it does for somebody who is enrolled by a number that is known; somebody else is enrolled, not corrected.
 */
export function readCorrection(before: Bearer, after: Bearer): CorrectionReading {
  const changed = (['fullName', 'birthDate'] as const).filter((key) => before[key] !== after[key]);
  if (changed.length === 0) return { kind: 'nothing' };
  return maySharePersonalNumber(after, before)
    ? { kind: 'correction', changed }
    : { kind: 'another-person' };
}
