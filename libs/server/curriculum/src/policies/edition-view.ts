import type { readEdition, ResponseOf } from '@cam-nang/contracts';
import { editionLabel } from '@cam-nang/domain';
import type { EditionRow } from '../persistence/edition-store.js';
import type { WithdrawalRow } from '../persistence/withdrawal-store.js';
import { editionStateOn } from './edition-state.js';
import { withdrawalView } from './withdrawals.js';

/** An edition as screens show it. */
export type EditionView = ResponseOf<typeof readEdition>['edition'];

/** What is known beside an edition's own row. */
export interface EditionSurroundings {
  readonly today: string;
  readonly withdrawals: readonly WithdrawalRow[];
  /** Whether opening cohorts take it today because what was in force is withdrawn. */
  readonly servesAsFallback: boolean;
  readonly nameOf: (accountId: string) => string | undefined;
}

/** An edition as it stands on a day. */
export function editionView(
  row: EditionRow,
  { today, withdrawals, servesAsFallback, nameOf }: EditionSurroundings,
): EditionView {
  const withdrawn = withdrawals.find(({ editionId }) => editionId === row.id);
  return {
    id: row.id,
    label: editionLabel(row),
    major: row.major,
    minor: row.minor,
    kind: row.kind,
    state: servesAsFallback ? 'in_force' : editionStateOn(row, today),
    title: row.title,
    decisionNo: row.decisionNo,
    decisionDate: row.decisionDate,
    signer: row.signerLabel,
    preparedBy: row.preparedBy === null ? null : (nameOf(row.preparedBy) ?? null),
    forceFrom: row.forceFrom,
    forceTo: row.forceTo,
    appliesFrom: row.appliesFrom,
    appliesTo: row.appliesTo,
    manifestHash: row.manifestHash,
    issuedAt: row.issuedAt?.toISOString() ?? null,
    withdrawal: withdrawn === undefined ? null : withdrawalView(withdrawn),
    servesAsFallback,
    recordOnly: row.recordOnly,
  };
}
