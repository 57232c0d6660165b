import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccount, redeemCode, signIn, verifyCertificate } from '@cam-nang/contracts';
import { makeActor, makeSmallCountry, usernameOf } from '@cam-nang/identity/testing';
import { createLog, Database, type Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { httpModules } from '../src/api.module.js';

const secrets = {
  password: 'rất-bí-mật-9271',
  code: 'QX7K2M9P4R',
  verificationCode: 'V3RYS3CR3TC0D3',
  personalNumber: '017090001234',
  totp: '482913',
};

let written = '';
const log = createLog(
  { program: 'spec', level: 'debug' },
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString('utf8');
      done();
    },
  }),
);

let app: TestApp;
let officer: Actor;

beforeAll(async () => {
  app = await buildApp({ modules: httpModules, log });
  const country = await makeSmallCountry(app);
  officer = await makeActor(app, {
    fullName: 'Nguyễn Văn An',
    roles: ['system-administrator'],
    unitId: country.country,
    password: secrets.password,
  });
});
afterAll(() => app.close());

describe('the log of requests', () => {
  it('holds no password, code, number or token that was sent or answered', async () => {
    const { password, code, totp, personalNumber, verificationCode } = secrets;
    const username = await usernameOf(app.get(Database), officer.accountId);
    const signedIn = await app.raw(signIn, { body: { username, password } });
    const session = /session=([^;]+)/.exec(String(signedIn.headers['set-cookie']))?.[1];
    expect(session?.length).toBeGreaterThan(20);
    await app.raw(signIn, { body: { username: 'an', password, totp } });
    await app.raw(redeemCode, { body: { username: 'an', code, newPassword: password } });
    await app.raw(createAccount, { body: { personalNumber, password, broken: true }, as: officer });
    await app.raw(verifyCertificate, { params: { code: verificationCode } });
    await app.nest.inject({ url: `/x/${verificationCode}?number=${personalNumber}` });
    await app.nest.inject({
      url: `/api/nowhere/${personalNumber}`,
      headers: { cookie: `session=${code}` },
    });
    expect(written).toContain('"msg":"request"');
    expect(written).toContain('"work":"session.sign-in"');
    for (const [name, secret] of Object.entries({ ...secrets, session: session ?? '' })) {
      expect({ name, found: written.includes(secret) }).toEqual({ name, found: false });
    }
  });
});
