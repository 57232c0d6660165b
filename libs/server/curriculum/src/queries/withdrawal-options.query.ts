import { calendarDate, fallbackChoices } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import type { EditionRow } from '../persistence/edition-store.js';
import { WithdrawalStore } from '../persistence/withdrawal-store.js';
import { datedEditions } from '../policies/edition-state.js';
import { datedWithdrawals } from '../policies/withdrawals.js';

/** What has to be chosen when an edition is withdrawn. */
@Injectable()
export class WithdrawalOptions {
  constructor(private readonly withdrawals: WithdrawalStore) {}

  /**
   * Editions that opening cohorts may take from the day on instead, the newest first; null where
   * they would not have taken this edition. `rows` are all editions of the curriculum.
   */
  async fallbacks(
    { id, curriculumId }: EditionRow,
    rows: readonly EditionRow[],
    day: string,
  ): Promise<readonly EditionRow[] | null> {
    const acts = datedWithdrawals(await this.withdrawals.ofCurricula([curriculumId]));
    const choices = fallbackChoices(datedEditions(rows), acts, {
      editionId: id,
      on: calendarDate(day),
    });
    if (choices === null) return null;
    const ids = new Set(choices.map((choice) => choice.id));
    return rows.filter((row) => ids.has(row.id));
  }
}
