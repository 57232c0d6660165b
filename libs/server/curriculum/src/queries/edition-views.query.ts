import { Accounts } from '@cam-nang/identity';
import { Clock } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { EditionRow } from '../persistence/edition-store.js';
import { editionView, type EditionView } from '../policies/edition-view.js';

/** Editions as they stand today, with the names of who prepared them. */
@Injectable()
export class EditionViews {
  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async of(rows: readonly EditionRow[]): Promise<EditionView[]> {
    const preparers = rows.flatMap(({ preparedBy }) => (preparedBy === null ? [] : [preparedBy]));
    const names = await this.accounts.names([...new Set(preparers)]);
    const today = this.clock.today();
    return rows.map((row) => editionView(row, today, (id) => names.get(id)));
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
