import { parseTypedDate } from '../../../lib/i18n/typed.js';

/** What whoever withdraws an edition types, as it is typed. */
export interface WithdrawValues {
  readonly decisionNo: string;
  readonly decisionDate: string;
  readonly reason: string;
  readonly on: string;
  /** An edition's id, `none`, or nothing as long as it is not chosen. */
  readonly fallback: string;
  readonly confirmation: string;
}

export type WithdrawField = keyof WithdrawValues;
export type WithdrawError =
  | 'withdraw.missing'
  | 'withdraw.issuedIt'
  | 'confirmationDiffers'
  | 'dateWrong'
  | 'dateAhead'
  | 'withdraw.beforeIssue'
  | 'withdraw.datePast';
export type WithdrawErrors = Readonly<Partial<Record<WithdrawField, WithdrawError>>>;

/** What a withdrawal is held against. */
export interface WithdrawGround {
  /** Today in Hanoi. */
  readonly today: string;
  /** What opening cohorts take instead has to be chosen. */
  readonly governs: boolean;
  /** The decision that issued the edition. */
  readonly issuedBy: { readonly decisionNo: string | null; readonly decisionDate: string | null };
}

const clean = (text: string) => text.normalize('NFC').trim();

/** What is wrong with a withdrawal. */
export function judgeWithdrawal(
  values: WithdrawValues,
  { today, governs, issuedBy }: WithdrawGround,
): WithdrawErrors {
  const on = parseTypedDate(values.on);
  const same = clean(values.confirmation) === clean(values.decisionNo);
  const found: readonly (readonly [WithdrawField, WithdrawError | false])[] = [
    ['decisionNo', decisionNoError(values, issuedBy)],
    ['decisionDate', signedError(values, today, issuedBy)],
    ['reason', clean(values.reason) === '' && 'withdraw.missing'],
    ['on', on === undefined ? 'dateWrong' : on < today && 'withdraw.datePast'],
    ['fallback', governs && values.fallback === '' && 'withdraw.missing'],
    ['confirmation', !same && 'confirmationDiffers'],
  ];
  return Object.fromEntries(found.filter(([, error]) => error !== false)) as WithdrawErrors;
}

type Decision = WithdrawGround['issuedBy'];

function decisionNoError(values: WithdrawValues, issuedBy: Decision): WithdrawError | false {
  const no = clean(values.decisionNo);
  if (no === '') return 'withdraw.missing';
  const same = no === issuedBy.decisionNo;
  const sameDay = parseTypedDate(values.decisionDate) === issuedBy.decisionDate;
  return same && sameDay && 'withdraw.issuedIt';
}

function signedError(
  values: WithdrawValues,
  today: string,
  { decisionDate }: Decision,
): WithdrawError | false {
  const signed = parseTypedDate(values.decisionDate);
  if (signed === undefined) return 'dateWrong';
  if (signed > today) return 'dateAhead';
  return decisionDate !== null && signed < decisionDate && 'withdraw.beforeIssue';
}

/** What the server is told. */
export function withdrawBody(values: WithdrawValues) {
  const { fallback } = values;
  return {
    decisionNo: clean(values.decisionNo),
    decisionDate: parseTypedDate(values.decisionDate) ?? '',
    reason: clean(values.reason),
    on: parseTypedDate(values.on) ?? '',
    fallbackId: fallback === '' || fallback === 'none' ? null : fallback,
    confirmation: clean(values.confirmation),
  };
}
