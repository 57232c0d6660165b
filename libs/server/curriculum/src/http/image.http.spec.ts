import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readImage, uploadImage } from '@cam-nang/contracts';
import { Database } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { PNG } from 'pngjs';
import { CurriculumHttpModule } from '../http.js';
import { makeDesk, type Desk } from '../testing/desk.js';

let app: TestApp;
let desk: Desk;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  desk = await makeDesk(app);
}, 60_000);
afterAll(() => app.close());

function png(width: number, height: number): Buffer {
  return PNG.sync.write(new PNG({ width, height }));
}

function upload(bytes: Buffer, as = desk.trainer) {
  const file = new Blob([new Uint8Array(bytes)], { type: 'image/png' });
  return app.request(uploadImage, { body: { fields: {}, file }, as });
}

describe('images of lessons', () => {
  it('are stored once, with their size, and served so that nothing in them runs', async () => {
    const bytes = png(40, 30);
    const { body, status } = await upload(bytes);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      mediaType: 'image/png',
      bytes: bytes.length,
      width: 40,
      height: 30,
    });
    expect((await upload(bytes, desk.otherTrainer)).body.sha256).toBe(body.sha256);
    const [row] = await app
      .get(Database)
      .query<{ count: number }>(
        `select count(*) from stored_file where encode(sha256, 'hex') = $1`,
        [body.sha256],
      );
    expect(row?.count).toBe(1);
    const served = await app.raw(readImage, { params: { sha256: body.sha256 } });
    expect(served.bytes.equals(bytes)).toBe(true);
    expect(served.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it.each<[string, () => Buffer, string]>([
    [
      'a page dressed up as an image',
      () => Buffer.from('<html><script>1</script>'),
      'file.refused',
    ],
    ['an image that is cut off', () => png(4, 4).subarray(0, 14), 'file.refused'],
    ['an image with too long an edge', () => oversized(), 'file.refused'],
    ['a file that is too large', () => Buffer.alloc(6_000_000, 1), 'request.too_large'],
  ])('refuse %s', async (_name, bytes, code) => {
    expect((await upload(bytes())).problem.code).toBe(code);
  });

  it('are uploaded by authors only, and an unknown one is nowhere', async () => {
    expect((await upload(png(2, 2), desk.trainee)).status).toBe(403);
    const unknown = await app.raw(readImage, { params: { sha256: 'a'.repeat(64) } });
    expect(unknown.status).toBe(404);
    expect((await app.raw(readImage, { params: { sha256: '../../etc' } })).status).toBe(400);
  });
});

/** A small file that claims to be a hundred thousand pixels wide. */
function oversized(): Buffer {
  const bytes = png(2, 2);
  bytes.writeUInt32BE(100_000, 16);
  return bytes;
}
