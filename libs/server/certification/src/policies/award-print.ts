import type { UnnumberedPrint } from '@cam-nang/domain';

/** What the paper will say about a person, as far as it is known before a decision is signed. */
export type AwardPrint = Omit<
  UnnumberedPrint,
  'decision' | 'issuer' | 'issuedOn' | 'placeAndDate' | 'publicUrl'
>;

/** A person of an award list: who they are, and what will be printed. Frozen with the list. */
export interface ListedPerson {
  readonly personId: string;
  readonly fullName: string;
  /** `YYYY-MM-DD`; null while unknown. */
  readonly birthDate: string | null;
  /** Where the person serves, as named on the day of the computation. */
  readonly unitName: string;
  readonly paper: AwardPrint;
}

/** What a decision adds to every paper of its list. */
export type DecisionPrint = Pick<
  UnnumberedPrint,
  'decision' | 'issuer' | 'issuedOn' | 'placeAndDate' | 'publicUrl'
>;

/** The whole paper but for its numbers. */
export function paperOf(person: ListedPerson, decision: DecisionPrint): UnnumberedPrint {
  return { ...person.paper, ...decision };
}
