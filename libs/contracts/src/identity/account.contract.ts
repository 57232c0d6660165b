import * as z from 'zod/mini';
import { ROLES } from '@cam-nang/domain';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, done, id, instant, line, pageQuery, text } from '../http/fields.js';

export const grantView = z.object({
  id,
  role: z.enum(ROLES),
  unitId: id,
  unitName: z.string(),
  courseId: z.nullable(id),
  from: calendarDate,
  to: z.nullable(calendarDate),
});

export const accountView = z.object({
  id,
  username: z.string(),
  fullName: z.string(),
  birthDate: z.nullable(calendarDate),
  organisationName: z.nullable(z.string()),
  disabled: z.boolean(),
  secondFactor: z.boolean(),
  lastSeenAt: z.nullable(instant),
  grants: z.array(grantView),
  allowed: z.object({
    manage: z.boolean(),
    /** Open the closed account again. */
    reopen: z.boolean(),
    grant: z.boolean(),
    /** Help who lost the password or the second factor. */
    recover: z.boolean(),
    renewCode: z.boolean(),
  }),
});

export const listAccounts = defineEndpoint({
  id: 'account.list',
  method: 'GET',
  path: '/api/accounts',
  summary: 'Accounts within one’s scope, found by name or user name with marks forgiven',
  query: z.object({ ...pageQuery, search: z.optional(z.string().check(z.maxLength(100))) }),
  response: z.object({ accounts: z.array(accountView), nextCursor: z.nullable(z.string()) }),
});

export const createAccount = defineEndpoint({
  id: 'account.create',
  method: 'POST',
  path: '/api/accounts',
  summary: 'A new person with an account and a one-time code',
  body: z.object({
    fullName: line({ max: 120 }),
    username: z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9][a-z0-9._-]{2,59}$/)),
    birthDate: z.optional(calendarDate),
    /** At least one: an account without a role lies in nobody's scope. */
    grants: z
      .array(z.object({ role: z.enum(ROLES), unitId: id, courseId: z.optional(id) }))
      .check(z.minLength(1), z.maxLength(20)),
  }),
  response: z.object({ account: accountView, oneTimeCode: z.string(), codeExpiresAt: instant }),
  status: 201,
  errors: ['account.username_taken', 'permission.denied'],
});

export const grantRole = defineEndpoint({
  id: 'account.grant-role',
  method: 'POST',
  path: '/api/accounts/:accountId/grants',
  summary: 'Grant a role scoped to a unit, from a day on',
  params: z.object({ accountId: id }),
  body: z.object({
    role: z.enum(ROLES),
    unitId: id,
    courseId: z.optional(id),
    from: z.optional(calendarDate),
    /** The first day on which it holds no longer. */
    to: z.optional(calendarDate),
    basis: line({ max: 300 }),
  }),
  response: accountView,
  status: 201,
  errors: ['account.already_granted', 'permission.denied', 'permission.same_person'],
});

export const endGrant = defineEndpoint({
  id: 'account.end-grant',
  method: 'DELETE',
  path: '/api/accounts/:accountId/grants/:grantId',
  summary: 'End a role grant today',
  params: z.object({ accountId: id, grantId: id }),
  response: accountView,
  errors: ['account.only_role', 'permission.same_person'],
});

export const renewCode = defineEndpoint({
  id: 'account.renew-code',
  method: 'POST',
  path: '/api/accounts/:accountId/code',
  summary: 'A new one-time code for an account that holds no role but trainee; its sessions end',
  params: z.object({ accountId: id }),
  response: z.object({ oneTimeCode: z.string(), codeExpiresAt: instant }),
  errors: ['permission.denied', 'permission.same_person'],
});

export const disableAccount = defineEndpoint({
  id: 'account.disable',
  method: 'POST',
  path: '/api/accounts/:accountId/disable',
  summary: 'Close an account; its sessions end, its history stays',
  params: z.object({ accountId: id }),
  body: z.object({ reason: text({ max: 300 }) }),
  response: done,
  errors: ['permission.denied', 'permission.same_person'],
});

export const reopenAccount = defineEndpoint({
  id: 'account.reopen',
  method: 'POST',
  path: '/api/accounts/:accountId/reopen',
  summary: 'Open a closed account again, with its roles; only a new one-time code opens it',
  params: z.object({ accountId: id }),
  body: z.object({ reason: text({ max: 300 }) }),
  response: z.object({ oneTimeCode: z.string(), codeExpiresAt: instant }),
  errors: [
    'account.not_closed',
    'permission.denied',
    'permission.same_person',
    'session.fresh_authentication_required',
  ],
});

export const recoverAccount = defineEndpoint({
  id: 'account.recover',
  method: 'POST',
  path: '/api/accounts/:accountId/recovery',
  summary:
    'A new one-time code for who lost the password or the second factor; password and sessions end',
  params: z.object({ accountId: id }),
  body: z.object({
    lost: z.enum(['password', 'second-factor']),
    reason: text({ max: 300 }),
  }),
  response: z.object({ oneTimeCode: z.string(), codeExpiresAt: instant }),
  errors: [
    'account.closed',
    'permission.denied',
    'permission.same_person',
    'session.fresh_authentication_required',
  ],
});

export const auditEntryView = z.object({
  seq: z.int(),
  at: instant,
  actor: z.nullable(z.string()),
  /** For whom a job or an office acted. */
  onBehalfOf: z.nullable(z.string()),
  /** Network address the act came from; none for acts of the machine. */
  address: z.nullable(z.string()),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** Whose account, where the act is about one. */
  subjectName: z.nullable(z.string()),
  details: z.record(z.string(), z.unknown()),
  /** For a correction of a person: what was put right, which the trail itself only points at. */
  correction: z.nullable(
    z.object({
      before: z.object({ fullName: z.string(), birthDate: z.nullable(calendarDate) }),
      after: z.object({ fullName: z.string(), birthDate: z.nullable(calendarDate) }),
      reason: z.string(),
    }),
  ),
  hash: z.string(),
});

export const listAudit = defineEndpoint({
  id: 'audit.list',
  method: 'GET',
  path: '/api/audit',
  summary: 'The audit trail, newest first',
  query: z.object({
    ...pageQuery,
    /** Part of a name or user name, marks forgiven. */
    actor: z.optional(z.string().check(z.maxLength(100))),
    /** An act (`award.sign`) or an area of acts (`award`). */
    action: z.optional(z.string().check(z.maxLength(60))),
    subjectKind: z.optional(z.string().check(z.maxLength(60))),
    subjectId: z.optional(z.string().check(z.maxLength(100))),
    /** First and last day, in Hanoi. */
    from: z.optional(calendarDate),
    to: z.optional(calendarDate),
  }),
  response: z.object({
    entries: z.array(auditEntryView),
    chainIntact: z.boolean(),
    nextCursor: z.nullable(z.string()),
  }),
});
