import { InvalidRequest } from '@cam-nang/platform';

/** A line of the register as the end of a page. */
interface Place {
  readonly year: number;
  readonly typeId: string;
  readonly issuerId: string;
  readonly registerNo: number;
}

const CURSOR = /^(\d{4})\.(\d{1,9})\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/;

/** Where the next page begins, as opaque text. */
export function cursorOf({ year, typeId, issuerId, registerNo }: Place): string {
  return Buffer.from(`${String(year)}.${String(registerNo)}.${typeId}.${issuerId}`).toString(
    'base64url',
  );
}

/** What a cursor stands for; null without one. Throws for a text that is none. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  const [, year, registerNo, typeId, issuerId] = match ?? [];
  if (typeId === undefined || issuerId === undefined) {
    throw new InvalidRequest([{ path: 'cursor', code: 'custom', message: 'is no cursor' }]);
  }
  return { year: Number(year), registerNo: Number(registerNo), typeId, issuerId };
}

/** Where a list of the register begins. Throws for a number that is not one of a single book. */
export function startOf(query: {
  readonly cursor?: string | undefined;
  readonly from?: number | undefined;
  readonly typeId?: string | undefined;
  readonly issuerId?: string | undefined;
  readonly year?: number | undefined;
}): { readonly after: Place } | { readonly from: number } | null {
  const { cursor, from, typeId, issuerId, year } = query;
  const after = placeOf(cursor);
  if (from === undefined) return after === null ? null : { after };
  const oneBook = typeId !== undefined && issuerId !== undefined && year !== undefined;
  if (!oneBook || after !== null) {
    const message = 'counts in one book: with typeId, issuerId and year, and without cursor';
    throw new InvalidRequest([{ path: 'from', code: 'custom', message }]);
  }
  return { from };
}
