import { describe, expect, it } from '@jest/globals';
import type { EditionRow } from '../persistence/edition-store.js';
import { sinceSeq, writtenSince } from './edition-dossier.query.js';

const MAIN = 'main';
const ERRATA = 'errata';

type Facts = Pick<
  EditionRow,
  'id' | 'major' | 'minor' | 'kind' | 'lineId' | 'seq' | 'erratumOfId' | 'withdrawnAt'
>;

/** The facts of an issued edition that are looked at. */
function issued(facts: Facts): EditionRow {
  const row = { ...facts, state: 'issued', preparedAt: new Date('2026-03-01T02:00:00Z') };
  return row as unknown as EditionRow;
}

const first = issued({
  ...{ id: 'first', major: 1, minor: 0, kind: 'first', lineId: MAIN, seq: 1 },
  ...{ erratumOfId: null, withdrawnAt: null },
});

function erratum(withdrawnAt: Date | null): EditionRow {
  return issued({
    ...{ id: 'erratum', major: 1, minor: 1, kind: 'erratum', lineId: ERRATA, seq: 3 },
    ...{ erratumOfId: 'first', withdrawnAt },
  });
}

function next(erratumOfId: string) {
  const preparedAt = new Date('2026-04-01T02:00:00Z');
  return { major: 1, minor: 2, kind: 'erratum' as const, erratumOfId, preparedAt };
}

describe('who counts as an author of an erratum', () => {
  it('is whoever wrote after the edition it corrects', () => {
    expect(writtenSince([first, erratum(null)], ERRATA, next('erratum'))).toBe(3);
  });

  it('is also who wrote what a withdrawn erratum left on the line, though the history begins after it', () => {
    const rows = [first, erratum(new Date('2026-03-20T17:00:00Z'))];
    expect(writtenSince(rows, ERRATA, next('first'))).toBe(0);
    expect(sinceSeq(rows, ERRATA, next('first'))).toBe(3);
  });
});
