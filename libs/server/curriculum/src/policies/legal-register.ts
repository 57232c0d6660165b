import {
  citedDocument,
  foldForSearch,
  legalNumberKey,
  legalStateOn,
  type CalendarDate,
  type LegalForce,
  type LegalStanding,
} from '@cam-nang/domain';
import type { legalReference, legalStanding } from '@cam-nang/contracts';
import type * as z from 'zod/mini';
import type { LegalChangeRow, LegalDocumentRow } from '../persistence/legal-document-store.js';

type Reference = z.infer<typeof legalReference>;
type StandingView = z.infer<typeof legalStanding>;

/** The register as a whole, to be asked about its documents. */
export interface LegalRegister {
  readonly documents: readonly LegalDocumentRow[];
  readonly byId: ReadonlyMap<string, LegalDocumentRow>;
  readonly changes: readonly LegalChangeRow[];
}

/** Puts documents and changes together. */
export function legalRegister(
  documents: readonly LegalDocumentRow[],
  changes: readonly LegalChangeRow[],
): LegalRegister {
  return { documents, changes, byId: new Map(documents.map((row) => [row.id, row])) };
}

/** The days of a document's force with what others do to it. */
export function forceOf(
  { changes }: LegalRegister,
  { id, inForceFrom, inForceTo }: Pick<LegalDocumentRow, 'id' | 'inForceFrom' | 'inForceTo'>,
): LegalForce {
  return { inForceFrom, inForceTo, changes: changes.filter(({ ofId }) => ofId === id) };
}

/** What another document is called. */
export function referenceTo({ byId }: LegalRegister, id: string): Reference {
  const row = byId.get(id);
  return { id, number: row?.number ?? '', citedAs: row?.citedAs ?? '' };
}

/** The state of a document on a day, with the names of what changed it. */
export function standingOn(
  register: LegalRegister,
  document: LegalDocumentRow,
  on: CalendarDate,
): StandingView {
  const standing = legalStateOn(forceOf(register, document), on);
  const by = replacing(standing);
  const held = 'changedBy' in standing ? standing.changedBy : [];
  return {
    on,
    state: standing.state,
    from: document.inForceFrom,
    endsOn: endOf(standing),
    replacedBy: by === null ? null : referenceTo(register, by),
    changedBy: [...new Set(held)].map((id) => referenceTo(register, id)),
  };
}

function replacing(standing: LegalStanding): string | null {
  if (standing.state === 'replaced') return standing.by;
  return 'endedBy' in standing ? standing.endedBy : null;
}

function endOf(standing: LegalStanding): CalendarDate | null {
  if ('since' in standing) return standing.since;
  return 'endsOn' in standing ? standing.endsOn : null;
}

/** Documents that hold every word of what was typed; those whose number begins with it come first. */
export function searchRegister(
  documents: readonly LegalDocumentRow[],
  typed: string,
): readonly LegalDocumentRow[] {
  const words = foldForSearch(typed).split(' ').filter(Boolean);
  const found = documents.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const start = legalNumberKey(typed);
  const leads = (row: LegalDocumentRow) =>
    start !== '' && legalNumberKey(row.number).startsWith(start);
  return [...found.filter(leads), ...found.filter((row) => !leads(row))];
}

/** The document that a text of a lesson cites. */
export function citedIn(register: LegalRegister, text: string): LegalDocumentRow | null {
  return citedDocument(text, register.documents);
}
