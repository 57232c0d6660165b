import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  beginSecondFactor,
  confirmSecondFactor,
  disableAccount,
  endGrant,
  listAccounts,
  listAudit,
  readSession,
  recoverAccount,
  redeemCode,
  renewCode,
  reopenAccount,
  signIn,
  type RequestOf,
} from '@cam-nang/contracts';
import type { Role } from '@cam-nang/domain';
import { OrganisationHttpModule } from '@cam-nang/organisation/http';
import { Database, SessionCookie, type Actor } from '@cam-nang/platform';
import { buildApp, type TestApp, type TestResponse } from '@cam-nang/testing';
import { generateSync } from 'otplib';
import { Accounts } from '../accounts.js';
import { IdentityHttpModule } from '../identity-http.module.js';
import { makeActor, makeSmallCountry, usernameOf } from '../testing/identity-fixtures.js';

type Person = Awaited<ReturnType<typeof someone>>;
type Lost = RequestOf<typeof recoverAccount>['body']['lost'];

const PASSWORD = 'nương ngô tháng ba';
const NEW_PASSWORD = 'mưa trên nương ngô';
const REASON = 'Biên bản số 4';

let app: TestApp;
let units: Awaited<ReturnType<typeof makeSmallCountry>>;
let administrator: Person;
let officer: Person;

async function someone(fullName: string, role: Role, unitId: string) {
  const actor = await makeActor(app, { fullName, roles: [role], unitId, password: PASSWORD });
  return { ...actor, username: await usernameOf(app.get(Database), actor.accountId) };
}

beforeAll(async () => {
  app = await buildApp({ modules: [IdentityHttpModule, OrganisationHttpModule] });
  units = await makeSmallCountry(app);
  administrator = await someone('Khà Văn Lâm', 'system-administrator', units.country);
  officer = await someone('Đinh Thị Mai', 'provincial-officer', units.province);
}, 60_000);
afterAll(() => app.close());

const at = ({ accountId }: Person) => ({ params: { accountId } });

function close(person: Person, as: Actor = administrator) {
  return app.request(disableAccount, { ...at(person), body: { reason: REASON }, as });
}

function reopen(person: Person, as: Actor = administrator) {
  return app.request(reopenAccount, { ...at(person), body: { reason: REASON }, as });
}

function recover(person: Person, lost: Lost, as: Actor = administrator) {
  return app.request(recoverAccount, { ...at(person), body: { lost, reason: REASON }, as });
}

function enter({ username }: Person, password = PASSWORD, totp?: string) {
  return app.request(signIn, { body: { username, password, ...(totp && { totp }) } });
}

function redeem({ username }: Person, code: string) {
  return app.request(redeemCode, { body: { username, code, newPassword: NEW_PASSWORD } });
}

function senderOf(response: TestResponse<typeof signIn> | TestResponse<typeof redeemCode>) {
  const cookie = String(response.headers['set-cookie'] ?? '');
  const token = new RegExp(`${app.get(SessionCookie).name}=([^;]+)`).exec(cookie)?.[1] ?? '';
  return { token, csrfToken: response.body.csrfToken };
}

/** Sets an authenticator up, and gives a code of it for later. */
async function withFactor(person: Person): Promise<() => string> {
  const as = senderOf(await enter(person));
  const { secret } = (await app.request(beginSecondFactor, { as })).body;
  const code = () => {
    app.clock.advance(30_000);
    return generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
  };
  const confirmed = await app.request(confirmSecondFactor, { as, body: { totp: code() } });
  expect(confirmed.status).toBe(200);
  return code;
}

async function viewOf(person: Person, as: Actor = administrator) {
  const query = { search: person.fullName };
  return (await app.request(listAccounts, { query, as })).body.accounts[0];
}

describe('a closed account', () => {
  it('is opened again with its roles by a new code only', async () => {
    const person = await someone('Phạm Ngọc Ánh', 'signing-director', units.province);
    await close(person);
    expect(await viewOf(person)).toMatchObject({
      disabled: true,
      allowed: { manage: false, reopen: true, recover: false },
    });
    const { body } = await reopen(person);
    expect(await viewOf(person)).toMatchObject({
      disabled: false,
      grants: [{ role: 'signing-director' }],
      allowed: { manage: true, reopen: false, recover: true },
    });
    expect((await enter(person)).problem.code).toBe('session.wrong_credentials');
    expect((await redeem(person, body.oneTimeCode)).status).toBe(200);
    expect((await redeem(person, body.oneTimeCode)).problem.code).toBe('account.code_invalid');
    expect((await reopen(person)).problem.code).toBe('account.not_closed');
  });

  it('of a trainee is opened where it was closed; one of the desk by who grants its roles', async () => {
    const trainee = await someone('Xa Thị Nhàn', 'trainee', units.commune);
    const trainer = await someone('Hà Thị Dung', 'trainer', units.province);
    const far = await someone('Lò Văn Ánh', 'provincial-officer', units.otherProvince);
    await close(trainee, officer);
    await close(trainer);
    expect((await reopen(trainee, far)).problem.code).toBe('resource.not_found');
    expect((await reopen(trainer, officer)).problem.code).toBe('permission.denied');
    expect((await viewOf(trainer, officer))?.allowed.reopen).toBe(false);
    expect((await reopen(trainee, officer)).status).toBe(200);
    expect((await reopen(trainer)).status).toBe(200);
  });

  it('is opened again also when every role of it has ended', async () => {
    const person = await someone('Cao Thị Lan', 'trainer', units.province);
    await app
      .get(Database)
      .write(
        `update role_grant set during = daterange('2020-01-01', '2024-01-01') where account_id = $1`,
        [person.accountId],
      );
    await close(person);
    expect((await reopen(person)).status).toBe(200);
  });
});

describe('a lost password', () => {
  it('is replaced by a code; the second factor stays, sessions end', async () => {
    const person = await someone('Quách Thị Hằng', 'trainer', units.province);
    const totp = await withFactor(person);
    const open = senderOf(await enter(person, PASSWORD, totp()));
    const { body } = await recover(person, 'password');
    expect((await app.request(readSession, { as: open })).problem.code).toBe('session.required');
    expect((await enter(person, PASSWORD, totp())).problem.code).toBe('session.wrong_credentials');
    const redeemed = await redeem(person, body.oneTimeCode);
    expect(redeemed.problem.code).toBe('session.second_factor_required');
    expect((await enter(person, NEW_PASSWORD, totp())).status).toBe(200);
  });

  it('lets nobody who enrols the person elsewhere have a code meanwhile', async () => {
    const person = await someone('Vàng A Sùng', 'trainee', units.commune);
    const { body } = await recover(person, 'password');
    expect(await app.get(Accounts).firstCode(person.accountId)).toBeNull();
    expect((await redeem(person, body.oneTimeCode)).status).toBe(200);
    await close(person);
    const { body: opened } = await reopen(person);
    expect(await app.get(Accounts).firstCode(person.accountId)).toBeNull();
    expect((await redeem(person, opened.oneTimeCode)).status).toBe(200);
  });

  it('is replaced within three days', async () => {
    const person = await someone('Bùi Văn Hải', 'auditor', units.province);
    const { body } = await recover(person, 'password');
    app.clock.advance(3 * 86_400_000 + 1000);
    expect((await redeem(person, body.oneTimeCode)).problem.code).toBe('account.code_invalid');
  });
});

describe('a lost second factor', () => {
  it('is set up anew behind a code, and the old password opens nothing', async () => {
    const person = await someone('Hà Quang Tiến', 'signing-director', units.province);
    const totp = await withFactor(person);
    const { body } = await recover(person, 'second-factor');
    expect((await viewOf(person))?.secondFactor).toBe(false);
    expect((await enter(person)).problem.code).toBe('session.wrong_credentials');
    expect((await enter(person, PASSWORD, totp())).problem.code).toBe('session.wrong_credentials');
    const opened = await redeem(person, body.oneTimeCode);
    expect(opened.body.secondFactor).toBe('must_set_up');
    const list = await app.request(listAccounts, { query: {}, as: senderOf(opened) });
    expect(list.problem.code).toBe('session.second_factor_setup_required');
  });
});

describe('who may give a way back', () => {
  it('is whoever grants roles there, proved afresh, and nobody to themselves', async () => {
    const person = await someone('Xa Văn Ký', 'trainer', units.province);
    const local = await someone('Sùng A Páo', 'system-administrator', units.otherProvince);
    expect((await recover(person, 'password', officer)).problem.code).toBe('permission.denied');
    expect((await recover(person, 'password', local)).problem.code).toBe('resource.not_found');
    const own = await recover(administrator, 'password');
    expect(own.problem.code).toBe('permission.same_person');
    const stale = { ...administrator, freshUntil: null };
    for (const refused of [await recover(person, 'password', stale), await reopen(person, stale)])
      expect(refused.problem.code).toBe('session.fresh_authentication_required');
    expect((await enter(person)).status).toBe(200);
    await close(person);
    expect((await recover(person, 'password')).problem.code).toBe('account.closed');
  });

  it('does not reach an account by one role of it while another lies elsewhere', async () => {
    const person = await someone('Vì Thị Sao', 'trainer', units.province);
    const local = await someone('Sùng A Chớ', 'system-administrator', units.province);
    const view = await viewOf(person);
    await app.get(Database).write(
      `insert into role_grant (id, account_id, role, unit_id, during)
         values (gen_random_uuid(), $1, 'trainer', $2, daterange('2020-01-01', null))`,
      [person.accountId, units.otherProvince],
    );
    expect((await recover(person, 'second-factor', local)).problem.code).toBe('permission.denied');
    const grantId = view?.grants[0]?.id ?? '';
    await app.request(endGrant, {
      params: { accountId: person.accountId, grantId },
      as: administrator,
    });
    expect((await recover(person, 'second-factor', local)).problem.code).toBe('resource.not_found');
  });

  it('judges every role, one that is given at the same moment too', async () => {
    const trainee = await someone('Giàng A Dế', 'trainee', units.commune);
    const local = await someone('Sùng A Lù', 'system-administrator', units.province);
    const acts: (() => Promise<Pick<TestResponse<typeof disableAccount>, 'problem'>>)[] = [
      () => recover(trainee, 'password', local),
      () => app.request(renewCode, { ...at(trainee), as: officer }),
    ];
    for (const act of acts) {
      const database = app.get(Database);
      const asked = await database.run(async () => {
        await database.write(
          `insert into role_grant (id, account_id, role, unit_id, during)
           values (gen_random_uuid(), $1, 'signing-director', $2, daterange('2020-01-01', null))`,
          [trainee.accountId, units.otherProvince],
        );
        const answer = database.apart(act);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { answer };
      });
      expect((await asked.answer).problem.code).toBe('permission.denied');
      await database.write(
        `delete from role_grant where account_id = $1 and role = 'signing-director'`,
        [trainee.accountId],
      );
    }
  });

  it('stands in the audit trail with what was lost and why, and without the code', async () => {
    const auditor = await someone('Ngân Thị Kiểm', 'auditor', units.country);
    const list = async (action: string) =>
      (await app.request(listAudit, { as: auditor, query: { action } })).body.entries;
    expect((await list('account.recover')).at(-1)).toMatchObject({
      actor: 'Khà Văn Lâm',
      subjectName: 'Quách Thị Hằng',
      details: { lost: 'password', reason: REASON },
    });
    expect((await list('account.reopen')).at(-1)).toMatchObject({ details: { reason: REASON } });
  });
});
