import { parseTypedDate } from '../../../lib/i18n/typed.js';

/** What whoever signs types, as it is typed. */
export interface SignValues {
  readonly decisionNo: string;
  readonly confirmation: string;
  readonly decisionDate: string;
  readonly place: string;
  readonly signerTitle: string;
}

export type SignField = keyof SignValues;

export type SignError = 'confirmationDiffers' | 'dateWrong' | 'dateAhead' | 'dateBefore';

/** The fields that are still to be filled, and what is wrong with those that are. */
export interface SignState {
  readonly missing: readonly SignField[];
  readonly errors: Readonly<Partial<Record<SignField, SignError>>>;
  /** Everything is there and right. */
  readonly ready: boolean;
}

const FIELDS: readonly SignField[] = [
  'decisionNo',
  'confirmation',
  'decisionDate',
  'place',
  'signerTitle',
];

const clean = (text: string) => text.normalize('NFC').trim();

/** Between which days a decision may be dated, `YYYY-MM-DD` in Hanoi. */
export interface SignDays {
  readonly earliest: string;
  readonly today: string;
}

/** From the last day of study on; of study that was ended early only its first day is known. */
export function signDays(
  cohort: { readonly opensOn: string; readonly closesOn: string },
  today: string,
): SignDays {
  return { earliest: cohort.closesOn <= today ? cohort.closesOn : cohort.opensOn, today };
}

function dateError(typed: string, { earliest, today }: SignDays): SignError | undefined {
  const date = parseTypedDate(typed);
  if (date === undefined) return 'dateWrong';
  if (date > today) return 'dateAhead';
  return date < earliest ? 'dateBefore' : undefined;
}

/** Judges a decision before it is signed. */
export function judgeSigning(values: SignValues, days: SignDays): SignState {
  const missing = FIELDS.filter((field) => clean(values[field]) === '');
  const differs = clean(values.confirmation) !== clean(values.decisionNo);
  const confirmation = differs ? 'confirmationDiffers' : undefined;
  const found: Partial<Record<SignField, SignError | undefined>> = {
    confirmation,
    decisionDate: dateError(values.decisionDate, days),
  };
  const errors: Partial<Record<SignField, SignError>> = {};
  for (const field of FIELDS) {
    const error = found[field];
    if (error !== undefined && !missing.includes(field)) errors[field] = error;
  }
  return { missing, errors, ready: missing.length === 0 && Object.keys(errors).length === 0 };
}

/** What the server is told. */
export function signBody(values: SignValues, listHash: string) {
  return {
    listHash,
    decisionNo: clean(values.decisionNo),
    confirmation: clean(values.confirmation),
    decisionDate: parseTypedDate(values.decisionDate) ?? '',
    place: clean(values.place),
    signerTitle: clean(values.signerTitle),
  };
}

/** "Phú Thọ" out of "Tỉnh Phú Thọ": the place as a document writes it. */
export function placeOfUnit(unitName: string): string {
  return clean(unitName).replace(/^(Tỉnh|Thành phố|TP\.?)\s+/iu, '');
}
