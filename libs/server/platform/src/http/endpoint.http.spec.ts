import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../database/database.js';
import { buildApp, testActor, type TestApp } from '@cam-nang/testing';
import { contract, SpecModule } from './endpoints-for-specs.js';

const officer = testActor('provincial-officer');
const id = '0190b2c0-0000-7000-8000-00000000000a';
let app: TestApp;

beforeAll(async () => {
  app = await buildApp({ modules: [SpecModule] });
});
afterAll(() => app.close());

describe('an endpoint', () => {
  it('parses its input by the contract and answers with its status', async () => {
    const response = await app.request(contract.echo, {
      params: { id: id.toUpperCase() },
      query: { page: '2' },
      body: { name: '  An ' },
      as: officer,
    });
    expect(response.status).toBe(201);
    expect(response.body).toEqual({ id, page: 2, name: 'An', by: officer.accountId });
  });

  it('names every field at fault at once', async () => {
    const { problem, headers } = await app.raw(contract.echo, {
      params: { id: 'x' },
      query: { page: 0 },
      body: { name: 'much too long a name' },
      as: officer,
    });
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(problem.errors?.map((field) => field.path)).toEqual(['id', 'page', 'name']);
    expect(problem.errors?.[2]).toMatchObject({ code: 'too_big', params: { maximum: 10 } });
    expect(problem.correlationId).toBe(headers['x-correlation-id']);
  });

  it('is refused before its input is looked at', async () => {
    const stranger = await app.raw(contract.echo, { params: { id: 'x' }, body: {} });
    expect(stranger.problem).toMatchObject({ status: 401, code: 'session.required' });
    const trainee = await app.raw(contract.echo, { params: { id: 'x' }, as: testActor('trainee') });
    expect(trainee.problem).toMatchObject({ status: 403, code: 'permission.denied' });
  });

  it('wants the CSRF token of the session', async () => {
    const body = { name: 'An' };
    const without = await app.raw(contract.echo, {
      params: { id },
      body,
      as: officer,
      withoutCsrf: true,
    });
    expect(without.problem.code).toBe('request.csrf');
    const wrong = { 'x-csrf-token': 'guess' };
    const guessed = await app.raw(contract.echo, {
      params: { id },
      body,
      as: officer,
      headers: wrong,
    });
    expect(guessed.problem.code).toBe('request.csrf');
  });

  it('sends a file with its name in any script', async () => {
    const response = await app.request(contract.file, {});
    expect(response.headers['content-type']).toBe('application/pdf');
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename="Ch_ng ch_ _A_.pdf"; filename*=UTF-8''Ch%E1%BB%A9ng%20ch%E1%BB%89%20%22A%22.pdf`,
    );
    expect(response.text).toBe('%PDF-1.7');
  });

  it('answers 304 to a request that has the entity tag', async () => {
    const first = await app.request(contract.tagged, {});
    expect(first.headers).toMatchObject({ etag: '"v1"', 'cache-control': 'private, max-age=60' });
    const again = await app.request(contract.tagged, { headers: { 'if-none-match': 'W/"v1"' } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('streams events shaped by the contract', async () => {
    const response = await app.request(contract.events, {});
    expect(response.headers['content-type']).toMatch('text/event-stream');
    const data = response.text.split('\n').filter((line) => line.startsWith('data:'));
    expect(data).toEqual(['data: {"n":1}', 'data: {"n":2}', 'data: {"n":3}']);
  });
});

describe('errors', () => {
  const ask = (how: string) => app.raw(contract.broken, { query: { how } });

  it('carry the code, status and details of the closed list', async () => {
    expect((await ask('domain')).problem).toMatchObject({
      status: 409,
      code: 'cohort.full',
      title: 'Cohort: full',
      details: { seats: 30 },
    });
  });

  it('say nothing of what nobody expected', async () => {
    for (const how of ['unknown', 'unlisted', 'mismatch']) {
      const response = await ask(how);
      expect(response.problem).toMatchObject({ status: 500, code: 'server.unexpected' });
      expect(response.text).not.toMatch(/secret|listed|boolean/);
    }
  });

  it('leave undeclared fields out of answers', async () => {
    expect((await ask('extra')).text).toBe('{"fine":true}');
  });

  it('tell unknown paths from known paths with another method', async () => {
    const unknown = await app.nest.inject({ method: 'GET', url: '/api/nowhere' });
    expect(unknown.json()).toMatchObject({ status: 404, code: 'resource.not_found' });
    const wrong = await app.nest.inject({ method: 'DELETE', url: '/api/spec/hits' });
    expect(wrong.json()).toMatchObject({ status: 405, code: 'request.method_not_allowed' });
    expect(wrong.headers['allow']).toBe('POST');
  });

  it.each([
    ['malformed JSON', 'application/json', '{"bucket"', 'request.malformed', 400],
    ['an empty body', 'application/json', '', 'request.malformed', 400],
    ['XML', 'application/xml', '<a/>', 'request.unsupported_media_type', 415],
    ['a form', 'application/x-www-form-urlencoded', 'a=b', 'request.unsupported_media_type', 415],
    ['a body too large', 'application/json', `"${'x'.repeat(300_000)}"`, 'request.too_large', 413],
    ['a poisoned prototype', 'application/json', '{"__proto__":{}}', 'request.malformed', 400],
  ])('answer %s with a problem', async (_, type, payload, code, status) => {
    const { token, csrfToken } = { token: 'none', csrfToken: 'none' };
    const answered = await app.nest.inject({
      method: 'POST',
      url: '/api/spec/hits',
      headers: { 'content-type': type, cookie: `session=${token}`, 'x-csrf-token': csrfToken },
      payload,
    });
    const expected = status === 415 && type.includes('form') ? 'session.required' : code;
    expect(answered.json()).toMatchObject({ code: expected });
    expect(answered.headers['content-type']).toMatch('application/problem+json');
  });

  it('name the part of an address that is at fault', async () => {
    const get = (url: string) => app.nest.inject({ method: 'POST', url });
    const unreadable = await get('/api/spec/things/%E0%A4%A?x=%ZZ');
    expect(unreadable.json()).toMatchObject({
      ...{ code: 'request.malformed', status: 400, instance: '/api/spec/things/%E0%A4%A' },
      detail: 'url: Part 4 of the address is not percent-encoded UTF-8.',
      errors: [{ path: 'url', code: 'invalid_format', params: { part: 4 } }],
    });
    const secret = await get('/api/verify/ABC%ZZ');
    expect(secret.body).not.toContain('ABC');
    const overlong = await get(`/api/spec/things/${'a'.repeat(201)}`);
    expect(overlong.json()).toMatchObject({
      ...{ code: 'request.malformed', status: 400 },
      errors: [{ path: 'url', code: 'too_big', params: { part: 4, maximum: 200 } }],
    });
    // Long as it is written, and not too long as it is read: the route has it.
    const accented = await get(`/api/spec/things/${'%E1%BB%87'.repeat(200)}`);
    expect(accented.json()).toMatchObject({ code: 'session.required' });
  });

  it('keep zero bytes and broken escapes of a path from being a 500', async () => {
    for (const url of [
      '/api/spec/broken?how=%00',
      '/api/spec/things/%E0%A4%A',
      `/api/spec/things/${'a'.repeat(5_000)}`,
    ]) {
      const answered = await app.nest.inject({ method: 'GET', url });
      expect(answered.statusCode).toBeLessThan(500);
      expect(answered.headers['content-type']).toMatch(/application\/(problem\+)?json/);
      expect(answered.headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe('an idempotency key', () => {
  const hit = (bucket: string, idempotencyKey: string, fail?: boolean) =>
    app.raw(contract.hits, { body: { bucket, fail }, as: officer, idempotencyKey });

  it('has the work done once and the answer given again', async () => {
    const first = await hit('once', 'key-00001');
    const again = await hit('once', 'key-00001');
    expect([first.body.hits, again.body.hits]).toEqual([1, 1]);
    expect((await hit('once', 'key-00002')).body.hits).toBe(2);
  });

  it('keeps neither itself nor the answer so that a reader of the database could see them', async () => {
    await hit('unseen', 'key-00007');
    await hit('unseen', 'key-00008');
    const rows = await app
      .get(Database)
      .query<{ row: string; hash: string }>(
        `select idempotent_request::text as row, encode(request_hash, 'hex') as hash from idempotent_request`,
      );
    // The same request under two keys: nobody can try passwords on what is kept of it.
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length);
    const text = rows.map(({ row }) => row).join();
    expect(text).toContain('sealed');
    expect(text).not.toMatch(/key-00007|"hits"/);
  });

  it('lets two at once wait for each other', async () => {
    const both = await Promise.all([hit('twice', 'key-00003'), hit('twice', 'key-00003')]);
    expect(both.map((response) => response.body.hits)).toEqual([1, 1]);
  });

  it('is refused for another request, and unreadable ones are named', async () => {
    await hit('a', 'key-00004');
    expect((await hit('b', 'key-00004')).problem.code).toBe('request.idempotency_mismatch');
    expect((await hit('b', 'short')).problem.errors?.[0]?.path).toBe('Idempotency-Key');
  });

  it('is not kept where the endpoint tells repeats apart by itself', async () => {
    const hitAgain = () =>
      app.raw(contract.repeatable, {
        body: { bucket: 'apart' },
        as: officer,
        idempotencyKey: 'key-00006',
      });
    expect([(await hitAgain()).body.hits, (await hitAgain()).body.hits]).toEqual([1, 2]);
  });

  it('undoes the work that fails and is free again', async () => {
    expect((await hit('undone', 'key-00005', true)).problem.code).toBe('cohort.full');
    expect((await hit('undone', 'key-00005')).body.hits).toBe(1);
  });
});

describe('an upload', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);
  const send = (bytes: Uint8Array, name: string) =>
    app.raw(contract.upload, {
      body: { fields: { title: 'Hình' }, file: new File([bytes as Uint8Array<ArrayBuffer>], name) },
      as: officer,
    });

  it('is judged by its content', async () => {
    const { body } = await send(png, '../../etc/ảnh.png');
    expect(body).toEqual({ title: 'Hình', name: 'ảnh.png', type: 'image/png', size: 10 });
    const lie = await send(Buffer.from('%PDF-1.7'), 'picture.png');
    expect(lie.problem).toMatchObject({
      code: 'file.refused',
      details: { found: 'application/pdf' },
    });
  });

  it('is held to its size', async () => {
    const large = new Uint8Array(1_200);
    large.set(png);
    expect((await send(large, 'a.png')).problem.code).toBe('request.too_large');
    const huge = new Uint8Array(200_000);
    expect((await send(huge, 'a.png')).problem.code).toBe('request.too_large');
  });

  it('needs a file and the right content type', async () => {
    const json = await app.nest.inject({ method: 'POST', url: '/api/spec/upload', payload: {} });
    expect(json.json()).toMatchObject({ code: 'session.required' });
    const missing = await app.raw(contract.upload, {
      body: new URLSearchParams({ title: 'x' }),
      as: officer,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(missing.status).toBe(400);
  });
});

describe('a plain form of strangers', () => {
  const post = (formToken: string, cookie: string) =>
    app.nest.inject({
      method: 'POST',
      url: '/spec/form',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      payload: new URLSearchParams({ name: 'An', formToken }).toString(),
    });

  it('repeats its cookie, and keeps the context after its body was read', async () => {
    const answered = await post('secret', 'form=secret');
    expect(answered.statusCode).toBe(200);
    expect(answered.body).toMatch(/^<p>An [0-9a-f-]{36}<\/p>$/);
    expect(answered.headers['content-type']).toMatch('text/html');
    expect((await post('other', 'form=secret')).json()).toMatchObject({ code: 'request.csrf' });
    expect((await post('', '')).json()).toMatchObject({ code: 'request.csrf' });
  });
});

describe('a limited route', () => {
  it('answers an address only so often, and says when again', async () => {
    const answers = [1, 2, 3].map(() => app.raw(contract.limited));
    const statuses = (await Promise.all(answers)).map((response) => response.status);
    expect(statuses.sort()).toEqual([200, 200, 429]);
    const refused = await app.raw(contract.limited);
    expect(refused.problem.code).toBe('request.too_many');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('every answer', () => {
  it('carries the strict policy and no trace of the server', async () => {
    const { headers } = await app.request(contract.tagged, {});
    expect(headers['content-security-policy']).toMatch("default-src 'self'; style-src 'self'");
    expect(headers['content-security-policy']).not.toMatch('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });

  it('keeps a sensible correlation id and replaces any other', async () => {
    const ask = (value: string) =>
      app.request(contract.tagged, { headers: { 'x-correlation-id': value } });
    expect((await ask('abcdef-123456')).headers['x-correlation-id']).toBe('abcdef-123456');
    expect((await ask('a b <script>')).headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
