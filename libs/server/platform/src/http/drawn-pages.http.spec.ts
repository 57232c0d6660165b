import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApp, type TestApp } from '@cam-nang/testing';

const folder = mkdtempSync(join(tmpdir(), 'drawn-'));

/** A program as the web builds it: one page that may be seen, one that is refused, one that cannot be drawn. */
const program = `
const reads = {
  '/lessons/open': ['/api/openapi.json'],
  '/lessons/refused': ['/api/openapi.json', '/api/nothing'],
  '/lessons/broken': ['/api/openapi.json'],
};
export const readsOf = (path) => reads[path] ?? [];
export const templateOf = () => 'lesson.html';
export const ready = async () => {};
export function drawPage({ path, template, answers, cookies }) {
  if (path === '/lessons/broken') throw new Error('no');
  const shown = { version: answers['/api/openapi.json'].openapi, cookies };
  return template.replace('TEXT', () => JSON.stringify(shown));
}
`;

let app: TestApp;

beforeAll(async () => {
  mkdirSync(join(folder, 'drawn'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>learn</title>');
  writeFileSync(join(folder, 'drawn', 'lesson.html'), '<!doctype html><p>TEXT</p>');
  writeFileSync(join(folder, 'drawn', 'pages.mjs'), program);
  app = await buildApp({ modules: [], environment: { WEB_ROOT: folder } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.nest.inject({ method: 'GET', url, headers });

describe('a page that is drawn with its text', () => {
  it('holds what the endpoints answered, and is kept nowhere', async () => {
    const answer = await get('/lessons/open');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toMatch(/^<!doctype html><p>\{"version":"3\.1/);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('is packed as the client can read it', async () => {
    const { body } = await get('/lessons/open');
    const answer = await get('/lessons/open', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(body);
  });

  it('is told how the device wants pages to look, and no other cookie', async () => {
    const cookie = 'session=secret; cam-nang.theme=dark; __Host-session=secret; other=1';
    const { body } = await get('/lessons/open', { cookie });
    expect(body).toContain('"cookies":{"cam-nang.theme":"dark"}');
    expect(body).not.toContain('secret');
  });

  it.each([
    ['an endpoint refuses the reader', '/lessons/refused'],
    ['it cannot be drawn', '/lessons/broken'],
    ['it is none of those', '/lessons'],
  ])('comes without its text where %s', async (_, path) => {
    const answer = await get(path);
    expect([answer.statusCode, answer.body]).toEqual([200, '<!doctype html><title>learn</title>']);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it.each(['/drawn/pages.mjs', '/drawn/lesson.html'])('does not give %s away', async (path) => {
    const answer = await get(path);
    expect(answer.statusCode).toBe(404);
  });
});
