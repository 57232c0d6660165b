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
import { OrganisationHttpModule } from '@cam-nang/organisation/http';
import { buildApp, type TestApp } from '@cam-nang/testing';
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

  it('is for auditors only', async () => {
    const answer = await app.request(listAudit, { as: administrator, query: {} });
    expect(answer.problem.code).toBe('permission.denied');
  });
});
