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
  'withdraw.missing' | 'confirmationDiffers' | 'dateWrong' | 'dateAhead' | 'withdraw.datePast';
export type WithdrawErrors = Readonly<Partial<Record<WithdrawField, WithdrawError>>>;

const clean = (text: string) => text.normalize('NFC').trim();

/** What is wrong with a withdrawal. `governs`: what opening cohorts take instead has to be chosen. */
export function judgeWithdrawal(
  values: WithdrawValues,
  { today, governs }: { readonly today: string; readonly governs: boolean },
): WithdrawErrors {
  const signed = parseTypedDate(values.decisionDate);
  const on = parseTypedDate(values.on);
  const same = clean(values.confirmation) === clean(values.decisionNo);
  const found: readonly (readonly [WithdrawField, WithdrawError | false])[] = [
    ['decisionNo', clean(values.decisionNo) === '' && 'withdraw.missing'],
    ['decisionDate', signed === undefined ? 'dateWrong' : signed > today && 'dateAhead'],
    ['reason', clean(values.reason) === '' && 'withdraw.missing'],
    ['on', on === undefined ? 'dateWrong' : on < today && 'withdraw.datePast'],
    ['fallback', governs && values.fallback === '' && 'withdraw.missing'],
    ['confirmation', !same && 'confirmationDiffers'],
  ];
  return Object.fromEntries(found.filter(([, error]) => error !== false)) as WithdrawErrors;
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
