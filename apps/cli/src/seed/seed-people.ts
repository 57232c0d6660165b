import { randomBytes } from 'node:crypto';
import { Accounts, People } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import type { INestApplicationContext } from '@nestjs/common';
import type { SeedAccount } from './seed-files.js';

/** A demonstration account with the password that only this installation knows. */
export interface MadeAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  readonly personId: string;
  readonly accountId: string;
  readonly actor: Actor;
}

const WORDS = [
  'lua',
  'nuong',
  'suoi',
  'ban',
  'rung',
  'doi',
  'may',
  'gio',
  'trang',
  'song',
  'nui',
  'ruong',
];

/** Three short words and four digits: easy to type from the screen, not to guess. */
function newPassword(): string {
  const bytes = randomBytes(6);
  const words = [0, 1, 2].map((index) => WORDS[(bytes[index] ?? 0) % WORDS.length] ?? 'ban');
  return `${words.join('-')}-${String(bytes.readUInt16BE(3) % 10_000).padStart(4, '0')}`;
}

/** An actor of the seeder for an account: freshly authenticated, from no address. */
export function actorOf(
  account: { readonly accountId: string; readonly personId: string },
  roles: SeedAccount['roles'],
  unitId: string,
): Actor {
  return {
    accountId: account.accountId,
    personId: account.personId,
    sessionId: account.accountId,
    sessionKind: roles.length === 0 ? 'learn' : 'desk',
    roles: (roles.length === 0 ? (['trainee'] as const) : roles).map((role) => ({
      role,
      unitId,
      courseId: null,
    })),
    freshUntil: new Date('2999-01-01T00:00:00Z'),
  };
}

/** Makes the demonstration accounts. */
export async function makeAccounts(
  app: INestApplicationContext,
  accounts: readonly SeedAccount[],
  unitOf: (key: string) => string,
): Promise<ReadonlyMap<string, MadeAccount>> {
  const made = new Map<string, MadeAccount>();
  for (const account of accounts)
    made.set(account.username, await makeAccount(app, account, unitOf));
  return made;
}

async function makeAccount(
  app: INestApplicationContext,
  account: SeedAccount,
  unitOf: (key: string) => string,
): Promise<MadeAccount> {
  const accounts = app.get(Accounts);
  const personId = await app.get(People).add({
    fullName: account.name,
    birthDate: account.birthDate ?? null,
    isSample: true,
  });
  const { username, name, title, titleEn } = account;
  const accountId = await accounts.create({
    personId,
    fullName: name,
    username,
    isDemonstration: true,
  });
  if (accountId === null) throw new Error(`The user name ${username} is taken.`);
  const password = newPassword();
  await accounts.setPassword(accountId, password);
  const unitId = unitOf(account.unit);
  for (const role of account.roles) {
    await accounts.grant({ accountId, role, unitId, from: '2015-01-01', basis: 'demonstration' });
  }
  const actor = actorOf({ accountId, personId }, account.roles, unitId);
  return { username, password, name, title, titleEn, personId, accountId, actor };
}
