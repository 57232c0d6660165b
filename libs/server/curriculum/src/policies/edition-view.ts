import type { readEdition, ResponseOf } from '@cam-nang/contracts';
import { editionLabel } from '@cam-nang/domain';
import type { EditionRow } from '../persistence/edition-store.js';
import { editionStateOn } from './edition-state.js';

/** An edition as screens show it. */
export type EditionView = ResponseOf<typeof readEdition>['edition'];

/** An edition as it stands on a day. `nameOf` gives names of account holders. */
export function editionView(
  row: EditionRow,
  today: string,
  nameOf: (accountId: string) => string | undefined,
): EditionView {
  return {
    id: row.id,
    label: editionLabel(row),
    major: row.major,
    minor: row.minor,
    kind: row.kind,
    state: editionStateOn(row, today),
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
    recordOnly: row.recordOnly,
  };
}
