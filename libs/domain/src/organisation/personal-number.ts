/**
 * The personal number (số định danh cá nhân): 12 digits = 3 for the province of birth registration
 * (the code of that day, kept after mergers) + 1 for century and sex + 2 for the year of birth + 6
 * random (dossier 6.4).
 */

export type Sex = 'male' | 'female';

/** True for exactly 12 digits. */
export function isPersonalNumber(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** What a personal number says about its holder. */
export interface PersonalNumberReading {
  readonly sex: Sex;
  readonly birthYear: number;
}

/** Reads sex and year of birth from a number of 12 digits; null for anything else. */
export function readPersonalNumber(personalNumber: string): PersonalNumberReading | null {
  if (!isPersonalNumber(personalNumber)) return null;
  const centuryAndSex = Number(personalNumber.charAt(3));
  const century = 1900 + 100 * Math.floor(centuryAndSex / 2);
  return {
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: century + Number(personalNumber.slice(4, 6)),
  };
}

export type PersonalNumberDoubt = 'sex-differs' | 'birth-year-differs';

/**
 * Where the number and the profile disagree. Doubts are warnings only: civil records hold mistakes,
 * and the number may still be the right one. Unknown parts of the profile raise no doubt.
 */
export function doubtsOfPersonalNumber(
  personalNumber: string,
  profile: { readonly sex: Sex | null; readonly birthYear: number | null },
): readonly PersonalNumberDoubt[] {
  const reading = readPersonalNumber(personalNumber);
  if (reading === null) return [];
  const doubts: PersonalNumberDoubt[] = [];
  if (profile.sex !== null && profile.sex !== reading.sex) doubts.push('sex-differs');
  if (profile.birthYear !== null && profile.birthYear !== reading.birthYear) {
    doubts.push('birth-year-differs');
  }
  return doubts;
}

/** The number as screens show it: `017012345612` → `0170******12`. Anything else is hidden whole. */
export function maskPersonalNumber(personalNumber: string): string {
  if (!isPersonalNumber(personalNumber)) return '************';
  return `${personalNumber.slice(0, 4)}******${personalNumber.slice(10)}`;
}
