import { calendarDate, editionLabel, type EditionWithdrawal } from '@cam-nang/domain';
import type { WithdrawalRow } from '../persistence/withdrawal-store.js';

/** A withdrawal as screens show it. */
export interface WithdrawalView {
  readonly on: string;
  readonly decisionNo: string;
  readonly decisionDate: string | null;
  readonly reason: string;
  readonly fallback: { readonly id: string; readonly label: string } | null;
}

/** Withdrawals as the rules of dates see them. */
export function datedWithdrawals(rows: readonly WithdrawalRow[]): EditionWithdrawal[] {
  return rows.map(({ editionId, on, governed, fallbackId }) => ({
    editionId,
    on: calendarDate(on),
    governed,
    fallbackId,
  }));
}

/** What was decided, with the number of the edition that takes the place. */
export function withdrawalView(row: WithdrawalRow): WithdrawalView {
  const { on, decisionNo, decisionDate, reason, fallbackId, fallbackMajor, fallbackMinor } = row;
  const number = { major: fallbackMajor ?? 0, minor: fallbackMinor ?? 0 };
  const fallback = fallbackId === null ? null : { id: fallbackId, label: editionLabel(number) };
  return { on, decisionNo, decisionDate, reason, fallback };
}
