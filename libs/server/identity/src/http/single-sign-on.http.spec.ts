import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  beginSingleSignOn,
  endSingleSignOn,
  readSession,
  readSignInWays,
} from '@cam-nang/contracts';
import { Clock, Database, SessionCookie } from '@cam-nang/platform';
import { FakeClock } from '@cam-nang/platform/testing';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { IdentityHttpModule } from '../identity-http.module.js';
import { FakeIssuer, type FakePerson } from '../testing/fake-issuer.js';
import { makeActor, makeSmallCountry, usernameOf } from '../testing/identity-fixtures.js';

const CLIENT = 'cam-nang';
const issuer = new FakeIssuer(CLIENT);
let app: TestApp;
let without: TestApp;
let unitId: string;
let people = 0;
let username: string;
let accountId: string;

beforeAll(async () => {
  await issuer.start();
  // The tokens of the issuer live in real time.
  const clock = new FakeClock(new Date().toISOString());
  const environment = {
    OIDC_ISSUER: issuer.address,
    OIDC_CLIENT_ID: CLIENT,
    OIDC_CLIENT_SECRET: 'bí mật',
    OIDC_NAME: 'Cổng công chức',
  };
  app = await buildApp({ modules: [IdentityHttpModule], clock, environment });
  without = await buildApp({ modules: [IdentityHttpModule] });
  unitId = (await makeSmallCountry(app)).commune;
}, 60_000);
afterAll(async () => {
  await app.close();
  await without.close();
  await issuer.stop();
});

beforeEach(async () => {
  people += 1;
  const actor = await makeActor(app, {
    fullName: `Hà Thị Số ${people}`,
    roles: ['trainee'],
    unitId,
  });
  accountId = actor.accountId;
  username = await usernameOf(app.get(Database), accountId);
});

async function begin() {
  const response = await app.request(beginSingleSignOn, {});
  const cookie = String(response.headers['set-cookie']).split(';')[0] ?? '';
  return { address: new URL(String(response.headers['location'])), cookie };
}

async function signInAs(person: FakePerson, tamper: { cookie?: string; state?: string } = {}) {
  const { address, cookie } = await begin();
  const { code, state } = issuer.approve(address, person);
  return app.request(endSingleSignOn, {
    query: { code, state: tamper.state ?? state },
    headers: { cookie: tamper.cookie ?? cookie },
  });
}

const outcome = (response: { headers: Readonly<Record<string, unknown>> }) =>
  String(response.headers['location']);

async function holderOf(response: { headers: Readonly<Record<string, unknown>> }) {
  const cookies = [response.headers['set-cookie']].flat().join('\n');
  const token = new RegExp(`${app.get(SessionCookie).name}=([^;\\s]+)`).exec(cookies)?.[1] ?? '';
  const session = await app.request(readSession, { as: { token, csrfToken: '' } });
  return session.status === 200 ? session.body.account.id : null;
}

describe('single sign-on', () => {
  it('is offered only where an issuer is configured', async () => {
    expect((await app.request(readSignInWays, {})).body.singleSignOn).toEqual({
      name: 'Cổng công chức',
    });
    expect((await without.request(readSignInWays, {})).body.singleSignOn).toBeNull();
    expect((await without.request(beginSingleSignOn, {})).status).toBe(404);
  });

  it('sends to the issuer with state, nonce and PKCE', async () => {
    const { address } = await begin();
    expect(address.href.startsWith(`${issuer.address}/authorize?`)).toBe(true);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(address.searchParams.get(name)).toMatch(/^\S{20,}$/);
    }
  });

  it('begins a session for the account of the user name, and then for its subject alone', async () => {
    const first = await signInAs({ sub: `s${people}`, preferred_username: username.toUpperCase() });
    expect(outcome(first)).toBe('/sign-in');
    expect(await holderOf(first)).toBe(accountId);
    const renamed = await signInAs({ sub: `s${people}`, preferred_username: 'ten-khac' });
    expect(await holderOf(renamed)).toBe(accountId);
  });

  it('does not let a second subject take a linked account over', async () => {
    await signInAs({ sub: `a${people}`, preferred_username: username });
    const other = await signInAs({ sub: `b${people}`, preferred_username: username });
    expect(outcome(other)).toBe('/sign-in?single-sign-on=unknown');
  });

  it.each<[string, () => Promise<{ headers: Readonly<Record<string, unknown>> }>, string]>([
    [
      'nobody here has the name',
      () => signInAs({ sub: 'x', preferred_username: 'khong-co' }),
      'unknown',
    ],
    ['there is no name', () => signInAs({ sub: 'y' }), 'unknown'],
    [
      'the state is another’s',
      () => signInAs({ sub: 'z', preferred_username: username }, { state: 'khac' }),
      'failed',
    ],
    [
      'the browser is another',
      () => signInAs({ sub: 'z', preferred_username: username }, { cookie: 'a=b' }),
      'failed',
    ],
    [
      'the cookie is garbled',
      () => signInAs({ sub: 'z', preferred_username: username }, { cookie: 'sign-on=e30' }),
      'failed',
    ],
    [
      'the person declined',
      () => app.request(endSingleSignOn, { query: { error: 'access_denied' } }),
      'refused',
    ],
  ])('begins nothing when %s', async (_name, attempt, expected) => {
    const response = await attempt();
    expect(outcome(response)).toBe(`/sign-in?single-sign-on=${expected}`);
    expect(await holderOf(response)).toBeNull();
  });

  it('asks for a second factor of accounts that have one', async () => {
    await app
      .get(Database)
      .query('update account set totp_confirmed_at = $2 where id = $1', [
        accountId,
        app.get(Clock).now(),
      ]);
    const person = { sub: `f${people}`, preferred_username: username };
    expect(outcome(await signInAs(person))).toBe('/sign-in?single-sign-on=factor');
    // Whoever was turned away has not taken the place of the right subject.
    const links = 'select 1 from account_identity where account_id = $1';
    expect(await app.get(Database).query(links, [accountId])).toEqual([]);
    expect(await holderOf(await signInAs({ ...person, amr: ['pwd', 'otp'] }))).toBe(accountId);
  });

  it('lets a closed account in by no way', async () => {
    const person = { sub: `c${people}`, preferred_username: username };
    await signInAs(person);
    await app
      .get(Database)
      .query('update account set disabled_at = now() where id = $1', [accountId]);
    expect(outcome(await signInAs(person))).toBe('/sign-in?single-sign-on=unknown');
  });
});
