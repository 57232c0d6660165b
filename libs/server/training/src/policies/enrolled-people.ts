import { normaliseLine } from '@cam-nang/domain';
import type { EnrolmentRow } from '../persistence/enrolment.repository.js';

type Enrolled = Pick<EnrolmentRow, 'personId' | 'state' | 'fullName' | 'birthDate' | 'placement'>;

/** Somebody who is to be enrolled, as far as it tells who it is. */
export interface Typed {
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly unitName: string | null;
}

/** How somebody who is already in the cohort stands in it. */
export interface Present {
  readonly personId: string;
  /** False for who was withdrawn, and may be taken back in. */
  readonly active: boolean;
}

/** Name, date of birth and commune, when all three are known. Marks count: Hà Văn An is not Hà Văn Ân. */
function likeness({ fullName, birthDate, unitName }: Typed): string | null {
  if (birthDate === null || unitName === null) return null;
  return JSON.stringify([normaliseLine(fullName).toLocaleLowerCase('vi'), birthDate, unitName]);
}

/**
 * The people of a cohort, to find somebody in it who is entered again: a list is loaded a second time with two rows
 * more, or two people enter the same newcomer. Where no personal number tells them apart, the same name, date of
 * birth and commune are one person; real namesakes are enrolled with their numbers.
 */
export class EnrolledPeople {
  private readonly byPerson = new Map<string, Present>();
  private readonly byLikeness = new Map<string, Present>();

  constructor(rows: readonly Enrolled[]) {
    for (const { personId, state, placement, ...row } of rows) {
      const present = { personId, active: state !== 'withdrawn' };
      this.byPerson.set(personId, present);
      const key = likeness({ ...row, unitName: placement.unitName });
      if (key !== null && !this.byLikeness.get(key)?.active) this.byLikeness.set(key, present);
    }
  }

  withId(personId: string): Present | null {
    return this.byPerson.get(personId) ?? null;
  }

  alike(typed: Typed): Present | null {
    const key = likeness(typed);
    return key === null ? null : (this.byLikeness.get(key) ?? null);
  }
}

/** Tells of each row of a list in turn whether one before it says the same person. */
export function repeatedRows(): (typed: Typed) => boolean {
  const seen = new Set<string>();
  return (typed) => {
    const key = likeness(typed);
    if (key === null) return false;
    const before = seen.has(key);
    seen.add(key);
    return before;
  };
}
