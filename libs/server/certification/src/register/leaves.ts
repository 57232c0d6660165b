import {
  calendarDate,
  type AmendmentLeaf,
  type DocumentLeaf,
  type EntryLeaf,
} from '@cam-nang/domain';
import type { AmendmentRow } from '../persistence/amendment.repository.js';
import type { DocumentRow } from '../persistence/document.repository.js';
import type { EntryRow } from '../persistence/entry.repository.js';

/** A line of the register as a leaf of its tree: every column. */
export function entryLeaf(row: EntryRow): EntryLeaf {
  const { id, issuedOn, enteredAt, ...rest } = row;
  return {
    kind: 'entry',
    entryId: id,
    ...rest,
    issuedOn: calendarDate(issuedOn),
    enteredAt: enteredAt.toISOString(),
  };
}

/** The document of a line as a leaf. */
export function documentLeaf(row: DocumentRow): DocumentLeaf {
  return { kind: 'document', ...row, madeAt: row.madeAt.toISOString() };
}

/** An amendment as a leaf. */
export function amendmentLeaf(row: AmendmentRow): AmendmentLeaf {
  const { id, kind, decisionDate, at, ...rest } = row;
  return {
    kind: 'amendment',
    amendmentId: id,
    amendment: kind,
    ...rest,
    decisionDate: calendarDate(decisionDate),
    at: at.toISOString(),
  };
}
