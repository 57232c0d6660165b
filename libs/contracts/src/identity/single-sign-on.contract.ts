import * as z from 'zod/mini';
import { binary, defineEndpoint } from '../http/endpoint.js';

const given = z.optional(z.string().check(z.maxLength(4000)));

export const readSignInWays = defineEndpoint({
  id: 'session.ways',
  method: 'GET',
  path: '/api/session/ways',
  summary: 'By what one can sign in here besides a password',
  response: z.object({ singleSignOn: z.nullable(z.object({ name: z.string() })) }),
});

export const beginSingleSignOn = defineEndpoint({
  id: 'session.single-sign-on',
  method: 'GET',
  path: '/api/session/single-sign-on',
  summary: 'Send the browser to the issuer of single sign-on',
  response: binary('text/html; charset=utf-8'),
});

/** Comes back with a session, or to the sign-in page with the reason in `single-sign-on`. */
export const endSingleSignOn = defineEndpoint({
  id: 'session.single-sign-on-return',
  method: 'GET',
  path: '/api/session/single-sign-on/return',
  summary: 'Where the issuer of single sign-on sends the browser back to',
  query: z.object({ code: given, state: given, iss: given, error: given, session_state: given }),
  response: binary('text/html; charset=utf-8'),
});

/** Why single sign-on did not begin a session. */
export const SIGN_ON_OUTCOMES = ['failed', 'refused', 'unknown', 'factor'] as const;

export type SignOnOutcome = (typeof SIGN_ON_OUTCOMES)[number];
