import { Injectable } from '@nestjs/common';
import { Accounts, People, type AccountRow, type PersonRow } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';

type Placement = NonNullable<Awaited<ReturnType<OrganisationFacade['placementOf']>>>;

/** Somebody who is to be enrolled, as far as it tells what has to be known. */
export interface Asked {
  readonly fullName: string;
  readonly personId?: string;
  readonly personalNumber?: string | null;
  readonly unitId: string | null;
}

/** What is known of people before they are enrolled. */
export interface Known {
  /** The person known under a personal number. */
  bearer(personalNumber: string): PersonRow | null;
  account(personId: string): AccountRow | null;
  placement(unitId: string): Placement | null;
  /** User names that are taken; whoever takes one adds it. */
  readonly usernames: Set<string>;
}

/** Reads what is known of many people together: a list of a thousand must not ask a thousand times. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly organisations: OrganisationFacade,
  ) {}

  async of(asked: readonly Asked[]): Promise<Known> {
    const distinct = (pick: (one: Asked) => string | null | undefined) => [
      ...new Set(asked.map(pick).filter((value) => typeof value === 'string')),
    ];
    const bearers = await this.people.withNumbers(distinct((one) => one.personalNumber || null));
    const known = [...bearers.values()].map((person) => person.id);
    const accounts = await this.accounts.ofPeople([...known, ...distinct((one) => one.personId)]);
    const placements = new Map<string, Placement | null>();
    for (const unitId of distinct((one) => one.unitId))
      placements.set(unitId, await this.organisations.placementOf(unitId));
    const usernames = await this.accounts.usernamesTaken(distinct((one) => one.fullName));
    return {
      bearer: (number) => bearers.get(number) ?? null,
      account: (personId) => accounts.get(personId) ?? null,
      placement: (unitId) => placements.get(unitId) ?? null,
      usernames,
    };
  }
}
