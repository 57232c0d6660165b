import * as z from 'zod/mini';
import { PERMISSIONS, ROLES } from '@cam-nang/domain';
import { defineEndpoint } from '../http/endpoint.js';
import { done, id, instant, line } from '../http/fields.js';

export const locale = z.enum(['vi', 'en']);

const username = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.minLength(1), z.maxLength(100), z.normalize('NFC'));
const password = z.string().check(z.minLength(1), z.maxLength(200), z.normalize('NFC'));
const newPassword = z.string().check(z.minLength(10), z.maxLength(200), z.normalize('NFC'));
const totpCode = z.string().check(z.trim(), z.regex(/^\d{6}$/));

/** A role as the shell shows it. */
export const sessionRole = z.object({
  role: z.enum(ROLES),
  unitId: id,
  unitName: z.string(),
  courseId: z.nullable(id),
});

/** Who is signed in and what that person may do; everything a shell needs. */
export const sessionView = z.object({
  account: z.object({
    id,
    username: z.string(),
    fullName: z.string(),
    givenName: z.string(),
    locale,
  }),
  kind: z.enum(['learn', 'desk']),
  roles: z.array(sessionRole),
  permissions: z.array(z.enum(PERMISSIONS)),
  csrfToken: z.string(),
  expiresAt: instant,
  freshUntil: z.nullable(instant),
  secondFactor: z.enum(['on', 'off', 'must_set_up']),
  isDemonstration: z.boolean(),
  serverTime: instant,
});

export const readSession = defineEndpoint({
  id: 'session.read',
  method: 'GET',
  path: '/api/session',
  summary: 'The session of the cookie, or session.required',
  response: sessionView,
  errors: ['session.required'],
});

export const signIn = defineEndpoint({
  id: 'session.sign-in',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with user name and password, and the second factor where the account has one',
  body: z.object({ username, password, totp: z.optional(totpCode) }),
  response: sessionView,
  errors: [
    'session.wrong_credentials',
    'session.second_factor_required',
    'session.second_factor_wrong',
    'session.locked_out',
    'session.password_change_required',
  ],
});

export const signOut = defineEndpoint({
  id: 'session.sign-out',
  method: 'DELETE',
  path: '/api/session',
  summary: 'End the session of the cookie',
  response: done,
});

/** First sign-in of a trainee: the one-time code of the class sheet becomes a password. */
export const redeemCode = defineEndpoint({
  id: 'session.redeem-code',
  method: 'POST',
  path: '/api/session/first',
  summary: 'Exchange a one-time code for a password of one’s own and sign in',
  body: z.object({
    username,
    code: z.string().check(z.trim(), z.minLength(6), z.maxLength(20)),
    newPassword,
  }),
  response: sessionView,
  errors: ['account.code_invalid', 'account.password_weak', 'session.locked_out'],
});

/** Proves again who is there; opens the acts that cannot be undone for ten minutes. */
export const freshen = defineEndpoint({
  id: 'session.freshen',
  method: 'POST',
  path: '/api/session/fresh',
  summary: 'Fresh authentication before an act that cannot be undone',
  body: z.object({ password, totp: z.optional(totpCode) }),
  response: z.object({ freshUntil: instant }),
  errors: [
    'session.wrong_credentials',
    'session.second_factor_required',
    'session.second_factor_wrong',
  ],
});

export const listDevices = defineEndpoint({
  id: 'session.list-devices',
  method: 'GET',
  path: '/api/session/devices',
  summary: 'The sessions of one’s own account that are open',
  response: z.object({
    devices: z.array(
      z.object({
        sessionId: id,
        current: z.boolean(),
        userAgent: z.string(),
        createdAt: instant,
        lastSeenAt: instant,
      }),
    ),
  }),
});

export const endDevice = defineEndpoint({
  id: 'session.end-device',
  method: 'DELETE',
  path: '/api/session/devices/:sessionId',
  summary: 'End one session of one’s own account',
  params: z.object({ sessionId: id }),
  response: done,
});

export const changePassword = defineEndpoint({
  id: 'account.change-password',
  method: 'POST',
  path: '/api/account/password',
  summary: 'Change one’s own password; every other session ends',
  body: z.object({ current: password, next: newPassword }),
  response: done,
  errors: ['session.wrong_credentials', 'account.password_weak'],
});

export const chooseLocale = defineEndpoint({
  id: 'account.choose-locale',
  method: 'PUT',
  path: '/api/account/locale',
  summary: 'The language of one’s own screens',
  body: z.object({ locale }),
  response: done,
});

export const beginSecondFactor = defineEndpoint({
  id: 'account.begin-second-factor',
  method: 'POST',
  path: '/api/account/second-factor',
  summary: 'A new secret for the authenticator, not in force until confirmed',
  response: z.object({ secret: z.string(), uri: z.string(), qr: z.array(z.string()) }),
});

export const confirmSecondFactor = defineEndpoint({
  id: 'account.confirm-second-factor',
  method: 'POST',
  path: '/api/account/second-factor/confirm',
  summary: 'Confirm the new secret with a code it made',
  body: z.object({ totp: totpCode }),
  response: done,
  errors: ['session.second_factor_wrong'],
});

/** Makes the first administrator of an empty installation with the code printed at start. */
export const claimInstallation = defineEndpoint({
  id: 'account.claim-installation',
  method: 'POST',
  path: '/api/installation/claim',
  summary: 'Make the first system administrator with the one-time code printed at start',
  body: z.object({
    code: z.string().check(z.minLength(10), z.maxLength(64)),
    fullName: line({ max: 120 }),
    username,
    newPassword,
  }),
  response: sessionView,
  errors: ['account.code_invalid', 'account.password_weak'],
});
