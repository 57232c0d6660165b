import { calendarDate, decidingWithdrawal, editionLabel } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { WithdrawalStore } from '../persistence/withdrawal-store.js';
import { datedWithdrawals, withdrawalView, type WithdrawalView } from '../policies/withdrawals.js';

/** A withdrawal because of which no edition is in force. */
export interface WithdrawnFrom extends Omit<WithdrawalView, 'fallback'> {
  readonly label: string;
}

/** Which edition cohorts open on: the one in force, or the one named when it was withdrawn. */
@Injectable()
export class OpeningEditions {
  constructor(
    private readonly editions: EditionStore,
    private readonly withdrawals: WithdrawalStore,
  ) {}

  /** The edition that a cohort opening on the day takes; null when there is none. */
  async on(curriculumId: string, day: string): Promise<EditionRow | null> {
    const inForce = await this.editions.inForce(curriculumId, day);
    return inForce ?? this.named(curriculumId, day);
  }

  /** The edition that stands in on a day on which none is in force by its own days. */
  async fallbackOn(curriculumId: string, day: string): Promise<EditionRow | null> {
    const inForce = await this.editions.inForce(curriculumId, day);
    return inForce === null ? this.named(curriculumId, day) : null;
  }

  private async named(curriculumId: string, day: string): Promise<EditionRow | null> {
    const named = (await this.deciding(curriculumId, day))?.fallbackId ?? null;
    const fallback = named === null ? null : await this.editions.byId(named);
    if (fallback === null) return null;
    const own = await this.ofEdition(fallback);
    return own !== null && own.on <= day ? null : fallback;
  }

  /** The withdrawal because of which no cohort can open on a day; null where it was never otherwise. */
  async whyNone(curriculumId: string, day: string): Promise<WithdrawnFrom | null> {
    const row = await this.deciding(curriculumId, day);
    if (row === null) return null;
    const { on, decisionNo, decisionDate, reason } = withdrawalView(row);
    return { label: editionLabel(row), on, decisionNo, decisionDate, reason };
  }

  private async ofEdition({ id, curriculumId }: EditionRow) {
    const rows = await this.withdrawals.ofCurricula([curriculumId]);
    return rows.find(({ editionId }) => editionId === id) ?? null;
  }

  private async deciding(curriculumId: string, day: string) {
    const rows = await this.withdrawals.ofCurricula([curriculumId]);
    const found = decidingWithdrawal(datedWithdrawals(rows), calendarDate(day));
    return rows.find(({ editionId }) => editionId === found?.editionId) ?? null;
  }
}
