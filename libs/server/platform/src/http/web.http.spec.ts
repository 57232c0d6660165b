import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApp, type TestApp } from '@cam-nang/testing';

const folder = mkdtempSync(join(tmpdir(), 'web-'));
const script = 'console.log("Cẩm Nang");'.repeat(50);

function put(path: string, content: string | Buffer): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

let app: TestApp;

beforeAll(async () => {
  put('index.html', '<!doctype html><title>learn</title>');
  put('desk/index.html', '<!doctype html><title>desk</title>');
  put('assets/app-1a2b.js', script);
  put('assets/app-1a2b.js.br', brotliCompressSync(script));
  put('assets/app-1a2b.js.gz', gzipSync(script));
  put('sw.js', 'self;');
  put('.env', 'SECRET=1');
  put('notes.key', 'secret');
  app = await buildApp({ modules: [], environment: { WEB_ROOT: folder } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.nest.inject({ method: 'GET', url, headers });

describe('the built web', () => {
  it.each([
    ['/', 'learn'],
    ['/lessons/3?from=today', 'learn'],
    ['/desk', 'desk'],
    ['/desk/cohorts/1', 'desk'],
    ['/desks', 'learn'],
  ])('answers %s with the entry of %s', async (path, title) => {
    const answer = await get(path);
    expect(answer.body).toContain(`<title>${title}</title>`);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache' });
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it.each(['/api/nothing', '/api', '/x/ABCD', '/x', '/assets/gone.js', '/favicon.ico'])(
    'leaves %s to be not found',
    async (path) => {
      const answer = await get(path);
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'resource.not_found' });
    },
  );

  it('sends the twin that the client can read, to be kept for ever', async () => {
    const brotli = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    const gzip = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    const plain = await get('/assets/app-1a2b.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(script);
  });

  it('answers 304 to a page that is known', async () => {
    const { headers } = await get('/');
    const again = await get('/', { 'if-none-match': String(headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each([
    '/.env',
    '/notes.key',
    '/../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/%00.js',
  ])('gives away nothing at %s', async (path) => {
    const answer = await get(path);
    expect(answer.body).not.toMatch(/SECRET|secret|root:|"name"/);
  });
});
