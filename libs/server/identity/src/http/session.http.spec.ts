import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  changePassword,
  confirmSecondFactor,
  beginSecondFactor,
  endDevice,
  listDevices,
  readSession,
  redeemCode,
  signIn,
  signOut,
} from '@cam-nang/contracts';
import { OrganisationHttpModule } from '@cam-nang/organisation/http';
import { Database, SessionCookie } from '@cam-nang/platform';
import { buildApp, type TestApp, type TestResponse } from '@cam-nang/testing';
import { generateSync } from 'otplib';
import pg from 'pg';
import { Accounts } from '../accounts.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { IdentityHttpModule } from '../identity-http.module.js';
import { makeActor, makeSmallCountry, usernameOf } from '../testing/identity-fixtures.js';

const PASSWORD = 'nương ngô tháng ba';
let app: TestApp;
let units: Awaited<ReturnType<typeof makeSmallCountry>>;

beforeAll(async () => {
  app = await buildApp({ modules: [IdentityHttpModule, OrganisationHttpModule] });
  units = await makeSmallCountry(app);
}, 60_000);
afterAll(() => app.close());

async function account(fullName: string, role: 'trainee' | 'trainer') {
  const actor = await makeActor(app, {
    fullName,
    roles: [role],
    unitId: units.commune,
    password: PASSWORD,
  });
  return { ...actor, username: await usernameOf(app.get(Database), actor.accountId) };
}

/** The live session an answer to a sign-in began. */
function senderOf(response: TestResponse<typeof signIn>) {
  const cookie = String(response.headers['set-cookie'] ?? '');
  const token = new RegExp(`${app.get(SessionCookie).name}=([^;]+)`).exec(cookie)?.[1] ?? '';
  return { token, csrfToken: response.body.csrfToken };
}

describe('signing in', () => {
  it('begins a session whose cookie is for the server only', async () => {
    const person = await account('Bùi Thị Hoa', 'trainee');
    const response = await app.request(signIn, {
      body: { username: person.username, password: PASSWORD },
    });
    expect(response.body.account.fullName).toBe('Bùi Thị Hoa');
    expect(response.body.kind).toBe('learn');
    expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax/);
    const again = await app.request(readSession, { as: senderOf(response) });
    expect(again.body.permissions).toContain('study.own');
    expect(again.body.permissions).not.toContain('curriculum.edit');
  });

  it('answers a wrong name exactly as a wrong password', async () => {
    const person = await account('Quách Văn Nam', 'trainee');
    const wrong = await app.request(signIn, {
      body: { username: person.username, password: 'không phải' },
    });
    const unknown = await app.request(signIn, {
      body: { username: 'khongco', password: 'không phải' },
    });
    expect(wrong.status).toBe(401);
    expect({ ...wrong.problem, correlationId: '' }).toEqual({
      ...unknown.problem,
      correlationId: '',
    });
  });

  it('stops guessing, also with the right password, until the window has passed', async () => {
    const person = await account('Đinh Công Sơn', 'trainee');
    for (let tries = 0; tries < 8; tries += 1) {
      await app.request(signIn, { body: { username: person.username, password: `đoán ${tries}` } });
    }
    const right = { body: { username: person.username, password: PASSWORD } };
    expect((await app.request(signIn, right)).problem.code).toBe('session.locked_out');
    app.clock.advance(16 * 60_000);
    expect((await app.request(signIn, right)).status).toBe(200);
  });

  it('counts tries that are sent all at once', async () => {
    const person = await account('Lường Văn Pản', 'trainee');
    const tries = Array.from({ length: 24 }, (_, n) =>
      app.request(signIn, { body: { username: person.username, password: `đoán ${n}` } }),
    );
    const codes = (await Promise.all(tries)).map(({ problem }) => problem.code);
    expect(codes.filter((code) => code === 'session.wrong_credentials').length).toBeLessThan(9);
    expect(new Set(codes)).toContain('session.locked_out');
  });

  it('ends on sign-out at once', async () => {
    const person = await account('Hà Thị Lan', 'trainee');
    const sender = senderOf(
      await app.request(signIn, { body: { username: person.username, password: PASSWORD } }),
    );
    await app.request(signOut, { as: sender });
    expect((await app.request(readSession, { as: sender })).problem.code).toBe('session.required');
  });

  it('refuses an unsafe request without the session’s token', async () => {
    const person = await account('Xa Văn Bình', 'trainee');
    const sender = senderOf(
      await app.request(signIn, { body: { username: person.username, password: PASSWORD } }),
    );
    expect((await app.request(signOut, { as: sender, withoutCsrf: true })).problem.code).toBe(
      'request.csrf',
    );
  });
});

describe('desk roles', () => {
  it('can do nothing before they have a second factor, and need it from then on', async () => {
    const person = await account('Hà Thị Dung', 'trainer');
    const body = { username: person.username, password: PASSWORD };
    const first = await app.request(signIn, { body });
    expect(first.body.secondFactor).toBe('must_set_up');
    const sender = senderOf(first);
    expect((await app.request(listDevices, { as: sender })).problem.code).toBe(
      'session.second_factor_setup_required',
    );
    const { secret } = (await app.request(beginSecondFactor, { as: sender })).body;
    const epoch = Math.floor(app.clock.now().getTime() / 1000);
    const totp = generateSync({ secret, epoch });
    const elsewhere = senderOf(await app.request(signIn, { body }));
    await app.request(confirmSecondFactor, { as: sender, body: { totp } });
    expect((await app.request(readSession, { as: elsewhere })).status).toBe(401);
    expect((await app.request(listDevices, { as: sender })).status).toBe(200);
    expect((await app.request(signIn, { body })).problem.code).toBe(
      'session.second_factor_required',
    );
    const used = await app.request(signIn, { body: { ...body, totp } });
    expect(used.problem.code).toBe('session.second_factor_wrong');
    app.clock.advance(30_000);
    const next = generateSync({ secret, epoch: epoch + 30 });
    expect((await app.request(signIn, { body: { ...body, totp: next } })).status).toBe(200);
  });
});

describe('one-time codes', () => {
  it('become a password once, and not after five wrong tries', async () => {
    const person = await account('Sùng A Chớ', 'trainee');
    const { code } = await app.get(Accounts).issueCode(person.accountId);
    const body = { username: person.username, code, newPassword: 'mật khẩu của tôi' };
    const first = await app.request(redeemCode, { body: { ...body, code: code.toLowerCase() } });
    expect(first.body.account.username).toBe(person.username);
    expect((await app.request(redeemCode, { body })).problem.code).toBe('account.code_invalid');

    const other = await account('Vàng A Dơ', 'trainee');
    const issued = await app.get(Accounts).issueCode(other.accountId);
    for (let tries = 0; tries < 5; tries += 1) {
      await app.request(redeemCode, {
        body: { username: other.username, code: 'AAAA-AAAA', newPassword: 'mật khẩu của tôi' },
      });
    }
    const late = { username: other.username, code: issued.code, newPassword: 'mật khẩu của tôi' };
    expect((await app.request(redeemCode, { body: late })).problem.code).toBe(
      'account.code_invalid',
    );
  });
});

describe('a one-time code', () => {
  it('stands for a password, not for the second factor', async () => {
    const person = await account('Tòng Thị Xuân', 'trainee');
    const { code } = await app.get(Accounts).issueCode(person.accountId);
    await app
      .get(Database)
      .query('update account set totp_confirmed_at = now() where id = $1', [person.accountId]);
    const next = 'mật khẩu khác hẳn';
    const redeemed = await app.request(redeemCode, {
      body: { username: person.username, code, newPassword: next },
    });
    expect(redeemed.problem.code).toBe('session.second_factor_required');
    expect(redeemed.headers['set-cookie']).toBeUndefined();
    const plain = await app.request(signIn, {
      body: { username: person.username, password: next },
    });
    expect(plain.problem.code).toBe('session.second_factor_required');
  });

  it('is not made for somebody enrolled who has another way in, or a desk', async () => {
    const accounts = app.get(Accounts);
    const fresh = await makeActor(app, {
      fullName: 'Cà Văn Mới',
      roles: ['trainee'],
      unitId: units.commune,
    });
    expect(await accounts.firstCode(fresh.accountId)).not.toBeNull();
    expect(await accounts.firstCode((await account('Cà Văn Cũ', 'trainee')).accountId)).toBeNull();
    const desk = await makeActor(app, {
      fullName: 'Cà Văn Bàn',
      roles: ['trainee', 'trainer'],
      unitId: units.commune,
    });
    expect(await accounts.firstCode(desk.accountId)).toBeNull();
    await app
      .get(Database)
      .query(
        `insert into account_identity (issuer, subject, account_id, linked_at) values ('i', 's', $1, now())`,
        [fresh.accountId],
      );
    expect(await accounts.firstCode(fresh.accountId)).toBeNull();
  });
});

describe('devices and passwords', () => {
  it('a changed password ends every other session; a person sees only their own devices', async () => {
    const person = await account('Khà Thị Chung', 'trainee');
    const body = { username: person.username, password: PASSWORD };
    const phone = senderOf(await app.request(signIn, { body }));
    const desk = senderOf(await app.request(signIn, { body }));
    const { devices } = (await app.request(listDevices, { as: phone })).body;
    expect(devices).toHaveLength(2);
    const stranger = await account('Lò Thị Hà', 'trainee');
    const theirs = senderOf(
      await app.request(signIn, { body: { username: stranger.username, password: PASSWORD } }),
    );
    const other = devices.find((device) => !device.current)?.sessionId ?? '';
    expect(
      (await app.request(endDevice, { as: theirs, params: { sessionId: other } })).status,
    ).toBe(404);
    await app.request(changePassword, {
      as: phone,
      body: { current: PASSWORD, next: 'ruộng bậc thang' },
    });
    expect((await app.request(readSession, { as: phone })).status).toBe(200);
    expect((await app.request(readSession, { as: desk })).status).toBe(401);
  });
});

describe('the audit trail', () => {
  it('is refused any change by the database, and shows a change made behind its back', async () => {
    const audit = app.get(AuditTrail);
    await audit.record({
      action: 'spec.act',
      subject: { kind: 'spec', id: '1' },
      details: { b: 2, a: [1] },
    });
    expect(await audit.firstBroken()).toBeNull();
    const database = app.get(Database);
    await expect(
      database.query(`update audit_entry set action = 'x' where seq = 1`),
    ).rejects.toThrow();
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query('alter table audit_entry disable trigger user');
    await owner.query(`update audit_entry set action = 'x' where seq = 2`);
    await owner.query('alter table audit_entry enable trigger user');
    await owner.end();
    expect(await audit.firstBroken()).toBe(2);
  });
});
