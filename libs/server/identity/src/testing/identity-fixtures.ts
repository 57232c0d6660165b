import { DomainError, type Role } from '@cam-nang/domain';
import { LoadUnits } from '@cam-nang/organisation';
import type { Actor, Database } from '@cam-nang/platform';
import { Accounts } from '../accounts.js';
import { People } from '../people.js';

/** Where providers come from: a Nest application or anything like it. */
interface Providers {
  get<T>(token: abstract new (...args: never[]) => T): T;
}

/** A small country: two provinces with two communes each, and an office in the first. */
export interface SmallCountry {
  readonly country: string;
  readonly province: string;
  readonly commune: string;
  readonly otherCommune: string;
  readonly otherProvince: string;
  readonly farCommune: string;
  readonly office: string;
  readonly otherOffice: string;
}

const FROM = '2000-01-01';

function unit(
  key: string,
  level: 'country' | 'province' | 'commune',
  under: string | null,
  name: string,
) {
  return { key, code: key, level, kind: level, name, under, from: FROM, until: null, basis: null };
}

function office(key: string, unitKey: string, name: string) {
  const common = { nameEn: null, shortName: 'Sở', shortNameEn: null, kind: 'home_affairs' };
  return { ...common, key, name, unit: unitKey, contact: null, from: FROM, until: null };
}

function known(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key);
  if (id === undefined) throw new DomainError('resource.not_found', { key });
  return id;
}

/** Writes a small country down for specs that need places. */
export async function makeSmallCountry(app: Providers): Promise<SmallCountry> {
  const { units, organisations } = await app.get(LoadUnits).run({
    units: [
      unit('vn', 'country', null, 'Việt Nam'),
      unit('p1', 'province', 'vn', 'Tỉnh Phú Thọ'),
      unit('p2', 'province', 'vn', 'Tỉnh Sơn La'),
      unit('c1', 'commune', 'p1', 'Xã Mường Bi'),
      unit('c2', 'commune', 'p1', 'Xã Pà Cò'),
      unit('c3', 'commune', 'p2', 'Xã Yên Châu'),
    ],
    successions: [],
    organisations: [
      office('o1', 'p1', 'Sở Nội vụ tỉnh Phú Thọ'),
      office('o2', 'p2', 'Sở Nội vụ tỉnh Sơn La'),
    ],
    committees: true,
  });
  return {
    country: known(units, 'vn'),
    province: known(units, 'p1'),
    otherProvince: known(units, 'p2'),
    commune: known(units, 'c1'),
    otherCommune: known(units, 'c2'),
    farCommune: known(units, 'c3'),
    office: known(organisations, 'o1'),
    otherOffice: known(organisations, 'o2'),
  };
}

/** A person with an account and roles in a unit, as an actor for `app.request({ as })`. */
export async function makeActor(
  app: Providers,
  person: {
    readonly fullName: string;
    readonly roles: readonly Role[];
    readonly unitId: string;
    readonly password?: string;
  },
): Promise<Actor & { readonly fullName: string }> {
  const accounts = app.get(Accounts);
  const personId = await app.get(People).add({ fullName: person.fullName, birthDate: null });
  const accountId = await accounts.create({ personId, fullName: person.fullName });
  if (accountId === null) throw new DomainError('account.username_taken');
  if (person.password !== undefined) await accounts.setPassword(accountId, person.password);
  for (const role of person.roles) {
    await accounts.grant({ accountId, role, unitId: person.unitId, basis: 'spec' });
  }
  return {
    accountId,
    personId,
    sessionId: accountId,
    sessionKind: 'desk',
    roles: person.roles.map((role) => ({ role, unitId: person.unitId, courseId: null })),
    freshUntil: new Date('2999-01-01T00:00:00Z'),
    fullName: person.fullName,
  };
}

/** User name of an account. */
export async function usernameOf(database: Database, accountId: string): Promise<string> {
  const [row] = await database.query<{ username: string }>(
    'select username from account where id = $1',
    [accountId],
  );
  if (row === undefined) throw new DomainError('resource.not_found');
  return row.username;
}
