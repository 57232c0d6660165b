import type { readCourse, ResponseOf } from '@cam-nang/contracts';
import type { EditionView } from './types.js';

/** A course as far as a choice of what to correct needs it. */
export type CorrectableCourse = Pick<ResponseOf<typeof readCourse>, 'editions' | 'correctable'>;

/** An edition that an erratum may be asked for. */
export interface CorrectionChoice {
  readonly edition: EditionView;
  /** The number of the erratum. */
  readonly next: string;
  /** Written apart: the curriculum itself holds other text by now. */
  readonly apart: boolean;
  /** Issued editions that come after it, the newest first; its erratum reaches none of them. */
  readonly newer: readonly string[];
}

/** The editions that may be corrected, the newest first. */
export function correctionChoices({
  editions,
  correctable,
}: CorrectableCourse): CorrectionChoice[] {
  return correctable.flatMap(({ editionId, next, apart }) => {
    const edition = editions.find(({ id }) => id === editionId);
    if (edition === undefined) return [];
    const newer = editions.filter(
      ({ issuedAt, withdrawal, major }) =>
        issuedAt !== null && withdrawal === null && major > edition.major,
    );
    return [{ edition, next, apart, newer: newer.map(({ label }) => label) }];
  });
}

/** What is chosen until somebody chooses: the newest that is in force, else the newest there is. */
export function usualCorrection(
  choices: readonly CorrectionChoice[],
): CorrectionChoice | undefined {
  return choices.find(({ edition }) => edition.state === 'in_force') ?? choices[0];
}
