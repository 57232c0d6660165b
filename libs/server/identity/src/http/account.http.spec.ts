import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createAccount,
  disableAccount,
  endGrant,
  grantRole,
  listAccounts,
  listAudit,
  redeemCode,
  renewCode,
} from '@cam-nang/contracts';
import type { Role } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { OrganisationHttpModule } from '@cam-nang/organisation/http';
import { buildApp, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
import { Accounts } from '../accounts.js';
import { IdentityHttpModule } from '../identity-http.module.js';
import { makeActor, makeSmallCountry } from '../testing/identity-fixtures.js';

type Person = Awaited<ReturnType<typeof makeActor>>;

let app: TestApp;
let units: Awaited<ReturnType<typeof makeSmallCountry>>;
let administrator: Person;
let officer: Person;
let farOfficer: Person;

const someone = (fullName: string, role: Role, unitId: string) =>
  makeActor(app, { fullName, roles: [role], unitId });

beforeAll(async () => {
  app = await buildApp({ modules: [IdentityHttpModule, OrganisationHttpModule] });
  units = await makeSmallCountry(app);
  administrator = await someone('Khà Văn Lâm', 'system-administrator', units.country);
  officer = await someone('Đinh Thị Mai', 'provincial-officer', units.province);
  farOfficer = await someone('Lò Văn Ánh', 'provincial-officer', units.otherProvince);
}, 60_000);
afterAll(() => app.close());

async function accountOf(person: Person) {
  const { accounts } = (
    await app.request(listAccounts, { as: administrator, query: { search: person.fullName } })
  ).body;
  const [account] = accounts;
  if (account === undefined) throw new Error(`no account of ${person.fullName}`);
  return account;
}

describe('a new account', () => {
  const body = (grants: { role: Role; unitId: string }[], username: string) => ({
    fullName: 'Bùi Thị Hoa',
    username,
    grants,
  });

  it('comes with a code that works once, and is found with marks forgiven', async () => {
    const made = await app.request(createAccount, {
      as: officer,
      body: body([{ role: 'trainee', unitId: units.commune }], 'hoabt'),
    });
    expect(made.status).toBe(201);
    const first = { username: 'hoabt', code: made.body.oneTimeCode, newPassword: 'mưa trên nương' };
    expect((await app.request(redeemCode, { body: first })).status).toBe(200);
    expect((await app.request(redeemCode, { body: first })).problem.code).toBe(
      'account.code_invalid',
    );
    const found = await app.request(listAccounts, {
      as: officer,
      query: { search: 'BUI THI HOA' },
    });
    expect(found.body.accounts.map((one) => one.username)).toEqual(['hoabt']);
    const far = await app.request(listAccounts, { as: farOfficer, query: { search: 'hoabt' } });
    expect(far.body.accounts).toEqual([]);
  });

  it('is refused without a role, with a taken user name, and with a role beyond the maker', async () => {
    const refusal = async (username: string, grants: { role: Role; unitId: string }[]) =>
      (await app.request(createAccount, { as: officer, body: body(grants, username) })).problem;
    expect((await refusal('hoa2', [])).errors?.map((one) => one.path)).toEqual(['grants']);
    const trainee = { role: 'trainee' as const, unitId: units.commune };
    expect((await refusal('hoabt', [trainee])).code).toBe('account.username_taken');
    const trainer = { role: 'trainer' as const, unitId: units.province };
    expect((await refusal('hoa3', [trainer])).code).toBe('resource.not_found');
    const far = { role: 'trainee' as const, unitId: units.farCommune };
    expect((await refusal('hoa4', [far])).code).toBe('resource.not_found');
    const { accounts } = (await app.request(listAccounts, { as: administrator, query: {} })).body;
    expect(accounts.filter((one) => /^hoa\d/.test(one.username))).toEqual([]);
  });
});

describe('a role', () => {
  it('is granted from a day on, once, and ended', async () => {
    const trainer = await someone('Quách Thị Hằng', 'trainer', units.province);
    const params = { accountId: trainer.accountId };
    const grant = (more: object) =>
      app.request(grantRole, {
        as: administrator,
        params,
        body: { role: 'marker', unitId: units.province, basis: 'QĐ 12', ...more },
      });
    const wrong = await grant({ from: '2099-01-02', to: '2099-01-02' });
    expect(wrong.problem.errors?.map((one) => one.path)).toEqual(['to']);
    const made = await grant({ from: '2099-01-02' });
    expect(made.body.grants.map((one) => [one.role, one.from])).toContainEqual([
      'marker',
      '2099-01-02',
    ]);
    expect((await grant({ from: '2099-05-01' })).problem.code).toBe('account.already_granted');
    const grantId = made.body.grants.find((one) => one.role === 'marker')?.id ?? '';
    const ended = await app.request(endGrant, {
      as: administrator,
      params: { ...params, grantId },
    });
    expect(ended.body.grants.map((one) => one.role)).toEqual(['trainer']);
  });

  it('of an account that holds none any more may be given again', async () => {
    const left = await someone('Hà Thị Lý', 'trainer', units.province);
    const { id: accountId, grants } = await accountOf(left);
    await app
      .get(Database)
      .write(
        `update role_grant set during = daterange('2020-01-01', '2020-02-01') where account_id = $1`,
        [accountId],
      );
    const body = { role: 'trainer' as const, unitId: units.province, basis: 'QĐ 7' };
    const given = await app.request(grantRole, {
      as: administrator,
      params: { accountId },
      body,
    });
    expect(given.body.grants.map(({ role }) => role)).toEqual(['trainer']);
    expect(grants).toHaveLength(1);
  });

  it('that is the only one ever, and of today, is not taken away: the account would be nowhere', async () => {
    const fresh = await someone('Xa Thị Nhầm', 'trainer', units.province);
    const { id: accountId, grants } = await accountOf(fresh);
    const params = { accountId, grantId: grants[0]?.id ?? '' };
    const ended = await app.request(endGrant, { as: administrator, params });
    expect(ended.problem).toMatchObject({ status: 409, code: 'account.only_role' });
    const body = { role: 'marker' as const, unitId: units.province, basis: 'QĐ 8' };
    await app.request(grantRole, { as: administrator, params: { accountId }, body });
    const then = await app.request(endGrant, { as: administrator, params });
    expect(then.body.grants.map(({ role }) => role)).toEqual(['marker']);
  });

  it('says which role it clashes with', async () => {
    const auditor = await someone('Bùi Văn Hải', 'auditor', units.province);
    const refused = await app.request(grantRole, {
      as: administrator,
      params: { accountId: auditor.accountId },
      body: { role: 'trainer', unitId: units.province, basis: 'QĐ 13' },
    });
    expect(refused.problem.code).toBe('permission.denied');
    expect(refused.problem.details).toEqual({
      refusals: [{ code: 'incompatible', with: 'auditor' }],
    });
  });

  it('of another unit is out of reach, also on an account within reach', async () => {
    const local = await someone('Sùng A Páo', 'system-administrator', units.province);
    const both = await someone('Hà Quang Tiến', 'trainer', units.province);
    const far = await app.request(grantRole, {
      as: administrator,
      params: { accountId: both.accountId },
      body: { role: 'trainer', unitId: units.otherProvince, basis: 'QĐ 14' },
    });
    const grantId = far.body.grants.find((one) => one.unitId === units.otherProvince)?.id ?? '';
    const ended = await app.request(endGrant, {
      as: local,
      params: { accountId: both.accountId, grantId },
    });
    expect(ended.problem.code).toBe('resource.not_found');
    expect((await accountOf(both)).grants).toHaveLength(2);
  });
});

describe('a code and the closing of an account', () => {
  it('are for trainees where the officer is; the desk needs who grants its roles', async () => {
    const trainee = await someone('Xa Thị Nhàn', 'trainee', units.commune);
    const director = await someone('Phạm Ngọc Ánh', 'signing-director', units.province);
    const as = officer;
    const renew = (person: Person, by: Person) =>
      app.request(renewCode, { as: by, params: { accountId: person.accountId } });
    expect((await renew(trainee, as)).body.oneTimeCode).toMatch(/\S{6,}/);
    expect((await renew(trainee, farOfficer)).problem.code).toBe('resource.not_found');
    expect((await renew(director, as)).problem.code).toBe('permission.denied');
    const close = (person: Person, by: Person) =>
      app.request(disableAccount, {
        as: by,
        params: { accountId: person.accountId },
        body: { reason: 'thôi việc' },
      });
    expect((await close(director, as)).problem.code).toBe('permission.denied');
    expect((await close(director, administrator)).status).toBe(200);
    expect((await accountOf(director)).disabled).toBe(true);
    expect((await close(trainee, as)).status).toBe(200);
    expect((await close(as, as)).problem.code).toBe('permission.same_person');
  });
});

describe('a first role at the desk', () => {
  it('ends the sessions and the code with which the account of a trainee was opened', async () => {
    const trainee = await someone('Hoàng Thị Páo', 'trainee', units.commune);
    const { username } = await accountOf(trainee);
    const body = { username, newPassword: 'mưa trên nương' };
    const accounts = app.get(Accounts);
    const { code } = await accounts.issueCode(trainee.accountId);
    const opened = await app.request(redeemCode, { body: { ...body, code } });
    expect(opened.status).toBe(200);
    const { code: left } = await accounts.issueCode(trainee.accountId);
    const grant = (role: Role) =>
      app.request(grantRole, {
        as: administrator,
        params: { accountId: trainee.accountId },
        body: { role, unitId: units.commune, basis: 'QĐ 15' },
      });
    const open = () =>
      app
        .get(Database)
        .query('select 1 from session where account_id = $1 and ended_at is null', [
          trainee.accountId,
        ]);
    expect(await open()).toHaveLength(1);
    await grant('trainer');
    expect(await open()).toEqual([]);
    const late = await app.request(redeemCode, { body: { ...body, code: left } });
    expect(late.problem.code).toBe('account.code_invalid');
  });
});

describe('the audit trail', () => {
  it('is narrowed by person, area, day and subject, newest first', async () => {
    const auditor = await someone('Ngân Thị Kiểm', 'auditor', units.country);
    const list = async (query: object) =>
      (await app.request(listAudit, { as: auditor, query })).body.entries;
    const byMai = await list({ actor: 'dinh thi MAI' });
    expect(byMai.length).toBeGreaterThan(0);
    expect(new Set(byMai.map((one) => one.actor))).toEqual(new Set(['Đinh Thị Mai']));
    expect(byMai.map((one) => one.seq)).toEqual(byMai.map((one) => one.seq).sort((a, b) => b - a));
    const created = await list({ action: 'account.create' });
    expect(created.map((one) => one.subjectName)).toEqual(['Bùi Thị Hoa']);
    expect(await list({ action: 'account.creat' })).toEqual([]);
    const area = await list({ action: 'account' });
    expect(area.length).toBeGreaterThan(created.length);
    // The code is redeemed by a person whom nobody knows yet: found by the account.
    expect((await list({ actor: 'hoabt' })).map((one) => one.action)).toContain(
      'account.redeem-code',
    );
    expect(await list({ from: '2999-01-01' })).toEqual([]);
    expect(await list({ to: '2000-01-01' })).toEqual([]);
    expect((await list({ from: '2000-01-01', to: '2999-01-01' })).length).toBeGreaterThan(3);
  });

  it('shows an auditor of a province what lies in it', async () => {
    const far = await someone('Vì Văn Xa', 'auditor', units.otherProvince);
    const near = await someone('Vì Văn Gần', 'auditor', units.province);
    await app.request(createAccount, {
      as: farOfficer,
      body: {
        fullName: 'Mùa A Tủa',
        username: 'tuama',
        grants: [{ role: 'trainee', unitId: units.farCommune }],
      },
    });
    const namesFor = async (as: Person) =>
      (await app.request(listAudit, { as, query: { action: 'account.create' } })).body.entries.map(
        (one) => one.subjectName,
      );
    expect(await namesFor(far)).toEqual(['Mùa A Tủa']);
    expect(await namesFor(near)).toEqual(['Bùi Thị Hoa']);
  });

  it('says that it was changed, also behind what was checked before', async () => {
    const auditor = await someone('Ngân Thị Soát', 'auditor', units.country);
    const page = () => app.request(listAudit, { as: auditor, query: { limit: 3 } });
    const before = await page();
    expect(before.body.chainIntact).toBe(true);
    const owner = new pg.Client({ connectionString: app.database.superuserUrl });
    await owner.connect();
    await owner.query('set session_replication_role = replica');
    const hide = (action: string) =>
      owner.query('update audit_entry set action = $2 where seq = $1', [
        before.body.entries[1]?.seq,
        action,
      ]);
    await hide('khac');
    expect((await page()).body.chainIntact).toBe(false);
    await hide(before.body.entries[1]?.action ?? '');
    expect((await page()).body.chainIntact).toBe(true);
    await owner.query(
      'insert into audit_entry select seq + 1, at, actor_id, on_behalf_of, action, subject_kind, subject_id, details, address, correlation_id, prev_hash, sha256(hash) from audit_entry order by seq desc limit 1',
    );
    expect((await page()).body.chainIntact).toBe(false);
    await owner.end();
  });

  it('is for auditors only', async () => {
    const answer = await app.request(listAudit, { as: administrator, query: {} });
    expect(answer.problem.code).toBe('permission.denied');
  });
});
