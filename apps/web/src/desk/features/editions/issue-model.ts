import { parseTypedDate } from '../../../lib/i18n/typed.js';

/** What whoever signs types, as it is typed. */
export interface IssueValues {
  readonly decisionNo: string;
  readonly decisionDate: string;
  readonly effectiveFrom: string;
  readonly decisionName: string;
  readonly confirmation: string;
}

export type IssueField = keyof IssueValues;

export type IssueError =
  | 'confirmationDiffers'
  | 'dateWrong'
  | 'dateAhead'
  | 'dateBeforeSeal'
  | 'datePast'
  | 'dateBeforeOther';

/** The days that the days of an edition are held against, `YYYY-MM-DD`. */
export interface IssueDays {
  /** Today in Hanoi. */
  readonly today: string;
  /** The day on which the edition was sealed: nobody signed it before. */
  readonly sealed: string;
  /** The day on which the edition before it begins; null for the first. */
  readonly after: string | null;
}

/** What is still to be filled in, and what is wrong with what has been. */
export interface IssueState {
  readonly missing: readonly RequiredField[];
  readonly errors: Readonly<Partial<Record<IssueField, IssueError>>>;
  readonly ready: boolean;
}

const REQUIRED = ['decisionNo', 'decisionDate', 'effectiveFrom', 'confirmation'] as const;
export type RequiredField = (typeof REQUIRED)[number];

const clean = (text: string) => text.normalize('NFC').trim();

/** Judges a decision about an edition before it is signed; a number half typed is missing, not wrong. */
export function judgeIssue(values: IssueValues, days: IssueDays): IssueState {
  const halfTyped = restToType(values) !== undefined;
  const missing = REQUIRED.filter(
    (field) => clean(values[field]) === '' || (field === 'confirmation' && halfTyped),
  );
  const found: Readonly<Partial<Record<RequiredField, IssueError | undefined>>> = {
    decisionDate: decisionDateError(values.decisionDate, days),
    effectiveFrom: effectError(values.effectiveFrom, days),
    confirmation: confirmationError(values),
  };
  const errors: Partial<Record<IssueField, IssueError>> = {};
  for (const field of REQUIRED) {
    const error = found[field];
    if (error !== undefined && !missing.includes(field)) errors[field] = error;
  }
  return { missing, errors, ready: missing.length === 0 && Object.keys(errors).length === 0 };
}

function decisionDateError(typed: string, { today, sealed }: IssueDays): IssueError | undefined {
  const date = parseTypedDate(typed);
  if (date === undefined) return 'dateWrong';
  if (date > today) return 'dateAhead';
  return date < sealed ? 'dateBeforeSeal' : undefined;
}

function effectError(typed: string, { today, after }: IssueDays): IssueError | undefined {
  const date = parseTypedDate(typed);
  if (date === undefined) return 'dateWrong';
  if (date < today) return 'datePast';
  return after !== null && date <= after ? 'dateBeforeOther' : undefined;
}

function confirmationError(values: IssueValues): IssueError | undefined {
  const same = clean(values.confirmation) === clean(values.decisionNo);
  return same ? undefined : 'confirmationDiffers';
}

/** What is left to type of the number; undefined when it is whole or goes another way. */
export function restToType(values: Pick<IssueValues, 'decisionNo' | 'confirmation'>) {
  const [number, typed] = [clean(values.decisionNo), clean(values.confirmation)];
  if (typed === '' || typed === number || !number.startsWith(typed)) return undefined;
  return number.slice(typed.length);
}

/** What the server is told. */
export function issueBody(values: IssueValues, manifestHash: string) {
  return {
    manifestHash,
    decisionNo: clean(values.decisionNo),
    decisionDate: parseTypedDate(values.decisionDate) ?? '',
    decisionTitle: clean(values.decisionName),
    effectiveFrom: parseTypedDate(values.effectiveFrom) ?? '',
    confirmation: clean(values.confirmation),
  };
}
