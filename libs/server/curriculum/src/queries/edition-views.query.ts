import { Accounts } from '@cam-nang/identity';
import { Clock } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { EditionRow } from '../persistence/edition-store.js';
import { WithdrawalStore, type WithdrawalRow } from '../persistence/withdrawal-store.js';
import { editionView, type EditionView } from '../policies/edition-view.js';
import { OpeningEditions } from './opening-editions.query.js';

/** Editions as they stand today, with the names of who prepared them. */
@Injectable()
export class EditionViews {
  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly withdrawals: WithdrawalStore,
    private readonly opening: OpeningEditions,
  ) {}

  async of(rows: readonly EditionRow[]): Promise<EditionView[]> {
    const preparers = rows.flatMap(({ preparedBy }) => (preparedBy === null ? [] : [preparedBy]));
    const names = await this.accounts.names([...new Set(preparers)]);
    const today = this.clock.today();
    const curriculumIds = [...new Set(rows.map((row) => row.curriculumId))];
    const withdrawals =
      curriculumIds.length === 0 ? [] : await this.withdrawals.ofCurricula(curriculumIds);
    const fallbacks = await this.fallbacks(withdrawals, today);
    return rows.map((row) =>
      editionView(row, {
        ...{ today, withdrawals },
        servesAsFallback: fallbacks.has(row.id),
        nameOf: (id) => names.get(id),
      }),
    );
  }

  /** Editions that opening cohorts take today although their own days are over. */
  private async fallbacks(
    withdrawals: readonly WithdrawalRow[],
    today: string,
  ): Promise<ReadonlySet<string>> {
    const named = withdrawals.filter(({ fallbackId, on }) => fallbackId !== null && on <= today);
    const found = new Set<string>();
    for (const curriculumId of new Set(named.map((one) => one.curriculumId))) {
      const fallback = await this.opening.fallbackOn(curriculumId, today);
      if (fallback !== null) found.add(fallback.id);
    }
    return found;
  }

  async ofOne(row: EditionRow): Promise<EditionView> {
    const [view] = await this.of([row]);
    if (view === undefined) throw new Error('one row, one view');
    return view;
  }

  /** The same, or null. */
  async ofMaybe(row: EditionRow | null): Promise<EditionView | null> {
    return row === null ? null : this.ofOne(row);
  }
}
