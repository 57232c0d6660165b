import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listCohorts, openCohort, readCohort, signOut } from '@cam-nang/contracts/routes';
import { addressOf, call } from './call.js';
import { onSessionLost, setCsrfToken } from './credentials.js';
import { ApiProblem } from './problem.js';
import { problemText } from './problem-text.js';

const sent: Request[] = [];
let answers: (() => Response | Error)[] = [];

function json(status: number, body: unknown): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}

beforeEach(() => {
  sent.length = 0;
  Object.assign(globalThis, {
    location: { origin: 'http://here' },
    navigator: { onLine: true },
    fetch: (request: Request) => {
      sent.push(request);
      const answer = answers.shift()?.() ?? new Error('no answer prepared');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
});

afterEach(() => {
  setCsrfToken(undefined);
  jest.useRealTimers();
});

async function problemOf(promise: Promise<unknown>): Promise<ApiProblem> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (error instanceof ApiProblem) return error;
  throw new Error('no problem was thrown');
}

describe('a call', () => {
  it('fills the path and answers the body', async () => {
    answers = [() => json(200, { cohorts: [] })];
    await expect(call(listCohorts, { query: { search: 'Mường Bi' } })).resolves.toEqual({
      cohorts: [],
    });
    expect(sent[0]?.url).toBe('http://here/api/cohorts?search=M%C6%B0%E1%BB%9Dng+Bi');
    expect(sent[0]?.headers.get('idempotency-key')).toBeNull();
    expect(addressOf(readCohort, { params: { cohortId: 'x/1' } })).toBe('/api/cohorts/x%2F1');
  });

  it('shows the token and a key with everything that changes something', async () => {
    setCsrfToken('token');
    answers = [() => json(200, { done: true }), () => json(200, { done: true })];
    await call(signOut, {});
    await call(signOut, {}, { idempotencyKey: 'mine' });
    expect(sent.map((request) => request.headers.get('x-csrf-token'))).toEqual(['token', 'token']);
    expect(sent[0]?.headers.get('idempotency-key')).toMatch(/.{16}/);
    expect(sent[1]?.headers.get('idempotency-key')).toBe('mine');
  });

  it('tries again under the same key when no answer comes', async () => {
    jest.useFakeTimers();
    answers = [() => new TypeError('lost'), () => json(200, { done: true })];
    const pending = call(signOut, {});
    await jest.runAllTimersAsync();
    await expect(pending).resolves.toEqual({ done: true });
    const keys = sent.map((request) => request.headers.get('idempotency-key'));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('gives up at once without a network, and says so', async () => {
    Object.assign(globalThis, { navigator: { onLine: false } });
    answers = [() => new TypeError('lost')];
    const problem = await problemOf(call(listCohorts, { query: {} }));
    expect([problem.code, problem.isNetwork, sent.length]).toEqual(['network.offline', true, 1]);
  });

  it('throws the problem of the server with its code, fields and words', async () => {
    const errors = [{ path: 'body.closesOn', code: 'too_small', message: '' }];
    const body = {
      code: 'cohort.dates_invalid',
      status: 400,
      correlationId: '0192f3c2-7f3k2a',
      errors,
    };
    answers = [() => json(400, body)];
    const input = { body: {} as never };
    const problem = await problemOf(call(openCohort, input));
    expect(problem).toMatchObject({ code: 'cohort.dates_invalid', status: 400, fields: errors });
    expect(problem.shortCode).toBe('7F3K2A');
    expect(problemText(problem.code)).toBe(
      'Ngày kết thúc phải sau ngày khai giảng, và không quá hai năm.',
    );
  });

  it('makes a problem of whatever stands in front of the server', async () => {
    answers = [() => new Response('<html>busy', { status: 503, headers: { 'retry-after': '30' } })];
    const problem = await problemOf(call(listCohorts, { query: {} }));
    expect([problem.code, problem.retryAfter]).toEqual(['server.unavailable', 30]);
  });

  it('tells when the session has ended', async () => {
    const lost = jest.fn();
    onSessionLost(lost);
    answers = [() => json(401, { code: 'session.required', correlationId: 'x' })];
    await problemOf(call(listCohorts, { query: {} }));
    expect(lost).toHaveBeenCalledTimes(1);
  });
});
