import { Injectable } from '@nestjs/common';
import { foldForSearch, isDeskRole, type Role } from '@cam-nang/domain';
import { Clock, Database, Ids, RequestContext } from '@cam-nang/platform';
import { AccountIdentityRepository } from './persistence/account-identity.repository.js';
import { AccountRepository, type AccountRow } from './persistence/account.repository.js';
import { GrantRepository } from './persistence/grant.repository.js';
import { OneTimeCodes } from './secrets/one-time-codes.js';
import { Passwords } from './secrets/passwords.js';

/** A role for an account, scoped to a unit, from a day on. */
export interface NewGrant {
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly courseId?: string | null;
  readonly from?: string;
  readonly to?: string | null;
  readonly basis: string;
}

export interface IssuedCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/** Accounts as other features need them: make one, grant a role, hand out a code. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly grants: GrantRepository,
    private readonly identities: AccountIdentityRepository,
    private readonly codes: OneTimeCodes,
    private readonly passwords: Passwords,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** True while accounts of the demonstration exist, whose passwords are known to whoever started it. */
  hasDemonstration(): Promise<boolean> {
    return this.accounts.hasDemonstration();
  }

  ofPerson(personId: string): Promise<AccountRow | null> {
    return this.accounts.byPerson(personId);
  }

  /** The accounts of people, by person. */
  async ofPeople(personIds: readonly string[]): Promise<ReadonlyMap<string, AccountRow>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.accounts.byPeople(personIds);
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** The user names taken of those that people of these names could get; see `add`. */
  async usernamesTaken(fullNames: readonly string[]): Promise<Set<string>> {
    return new Set(await this.accounts.usernamesLike(fullNames.map(usernameOf)));
  }

  /**
   * Makes an account for a person, as `create` does; `taken` spares asking for the user names that are, and learns
   * of the new one.
   */
  async add(
    person: {
      readonly personId: string;
      readonly fullName: string;
      readonly isDemonstration?: boolean;
    },
    taken: Set<string>,
  ): Promise<{ readonly id: string; readonly username: string }> {
    const id = this.ids.next();
    const username = freeName(usernameOf(person.fullName), taken);
    taken.add(username);
    const { personId, isDemonstration = false } = person;
    const row = { id, personId, username, isDemonstration, at: this.clock.now() };
    if (await this.accounts.add(row)) return { id, username };
    // Somebody else took it since: the next free one.
    return this.add(person, taken);
  }

  /**
   * Makes an account for a person. Without a user name of its own it is the given name and the
   * initials of the names before it ("hoa.bt"), with a number when that is taken.
   */
  async create(person: {
    readonly personId: string;
    readonly fullName: string;
    readonly username?: string;
    readonly isDemonstration?: boolean;
  }): Promise<string | null> {
    if (person.username === undefined)
      return (await this.add(person, await this.usernamesTaken([person.fullName]))).id;
    const id = this.ids.next();
    const added = await this.accounts.add({
      id,
      personId: person.personId,
      username: person.username,
      isDemonstration: person.isDemonstration ?? false,
      at: this.clock.now(),
    });
    return added ? id : null;
  }

  async setPassword(accountId: string, password: string): Promise<void> {
    await this.accounts.setPassword(
      accountId,
      await this.passwords.hash(password),
      this.clock.now(),
    );
  }

  /** Grants a role; false when an equal grant is in force meanwhile, which then changes nothing. */
  grant(grant: NewGrant): Promise<boolean> {
    return this.grants.add({
      id: this.ids.next(),
      accountId: grant.accountId,
      role: grant.role,
      unitId: grant.unitId,
      courseId: grant.courseId ?? null,
      from: grant.from ?? this.clock.today(),
      to: grant.to ?? null,
      grantedBy: RequestContext.actor()?.accountId ?? null,
      basis: grant.basis,
      at: this.clock.now(),
    });
  }

  /** A one-time code to be shown once; an older one ends. */
  issueCode(accountId: string): Promise<IssuedCode> {
    return this.database.run(() => this.codes.issue(accountId));
  }

  /**
   * The first code of somebody enrolled. Null for an account that has or had a password, with another way in or
   * with a role at the desk: a code is as good as the account, and whoever enrols may be of another province.
   */
  async firstCode(accountId: string): Promise<IssuedCode | null> {
    const account = await this.accounts.byId(accountId);
    const grants = await this.grants.of([accountId], this.clock.today());
    const hadPassword = account?.passwordHash !== null || account.passwordChangedAt !== null;
    const entered = hadPassword || (await this.identities.isLinked(accountId));
    return entered || holdsDesk(grants) ? null : this.issueCode(accountId);
  }

  /** Units for which the account holds a role at the desk, today or later. */
  async deskUnits(accountId: string): Promise<string[]> {
    const grants = await this.grants.of([accountId], this.clock.today());
    return grants.filter(({ role }) => isDeskRole(role)).map(({ unitId }) => unitId);
  }

  /** Names of the holders of accounts, by account id. */
  async names(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      `select a.id, p.full_name as name from account a join person p on p.id = a.person_id
       where a.id = any($1::uuid[])`,
      [accountIds],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}

/** The name itself or, when that is taken, with the first number from 2 on that is not. */
function freeName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${base}${number}`)) return `${base}${number}`;
  }
}

/** Whether one of the grants is a role at the desk. */
export function holdsDesk(grants: readonly { readonly role: Role }[]): boolean {
  return grants.some(({ role }) => isDeskRole(role));
}

/** "Bùi Thị Hoa" → "hoabt": given name, then initials. */
function usernameOf(fullName: string): string {
  const words = foldForSearch(fullName)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  const given = words.at(-1) ?? 'hocvien';
  const initials = words
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join('');
  return `${given}${initials}`.padEnd(3, '0');
}
