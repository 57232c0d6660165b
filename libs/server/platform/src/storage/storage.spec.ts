import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';
import { StoredFileMissing, type Storage } from './storage.js';

const CREDENTIAL = /^AWS4-HMAC-SHA256 Credential=spec-key\/\d{8}\/sgn-1\/s3\/aws4_request, /;

/** As much of an object store as the port needs; it refuses what is not signed. */
class ObjectStore {
  readonly objects = new Map<string, Buffer>();
  failures = 0;
  readonly server: Server = createServer((request, response) => {
    void this.answer(request).then(({ status, body }) => {
      response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
    });
  });

  private async answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const signed = CREDENTIAL.test(request.headers.authorization ?? '');
    if (!signed || request.headers['x-amz-date'] === undefined) return { status: 403 };
    if (this.failures > 0) {
      this.failures -= 1;
      return { status: 503 };
    }
    return this.act(request.method ?? '', request.url ?? '', Buffer.concat(chunks));
  }

  private act(method: string, key: string, body: Buffer): { status: number; body?: Buffer } {
    if (method === 'PUT') this.objects.set(key, body);
    if (method === 'DELETE') this.objects.delete(key);
    if (method === 'PUT' || method === 'DELETE') return { status: 200 };
    const found = this.objects.get(key);
    return found === undefined ? { status: 404 } : { status: 200, body: found };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'storage-'));
const store = new ObjectStore();
let s3: S3Storage;

function s3Of(accessKeyId: string): S3Storage {
  const { port } = store.server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${String(port)}/`;
  return new S3Storage({
    endpoint,
    region: 'sgn-1',
    bucket: 'files',
    accessKeyId,
    secretAccessKey: 'secret',
  });
}

beforeAll(async () => {
  await new Promise<void>((resolve) => store.server.listen(0, '127.0.0.1', resolve));
  s3 = s3Of('spec-key');
});
afterAll(async () => {
  await new Promise((resolve) => store.server.close(resolve));
  rmSync(folder, { recursive: true });
});

const about = { mediaType: 'application/pdf' };

describe.each([
  ['a local folder', (): Storage => new LocalStorage(folder)],
  ['an object store', (): Storage => s3],
])('storage in %s', (_, storage) => {
  it('gives back the bytes it was given, whole and as a stream', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (__, index) => index % 251));
    await storage().put('papers/a-1.pdf', bytes, about);
    expect((await storage().get('papers/a-1.pdf')).equals(bytes)).toBe(true);
    const chunks: Buffer[] = [];
    for await (const chunk of await storage().stream('papers/a-1.pdf')) {
      chunks.push(Buffer.from(chunk as Uint8Array));
    }
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  it('replaces, tells what exists, and deletes without complaint', async () => {
    await storage().put('b', Buffer.from('1'), about);
    await storage().put('b', Buffer.from('22'), about);
    expect((await storage().get('b')).toString()).toBe('22');
    expect(await storage().exists('b')).toBe(true);
    await storage().delete('b');
    await storage().delete('b');
    expect(await storage().exists('b')).toBe(false);
  });

  it('says that a file is missing', async () => {
    await expect(storage().get('none')).rejects.toThrow(StoredFileMissing);
    await expect(storage().stream('none/at/all')).rejects.toThrow(StoredFileMissing);
  });

  it.each(['', '../up', 'a/../b', '/etc/passwd', 'a//b', 'a b', 'tệp', '.hidden', 'a/.b', 'a\\b'])(
    'refuses the key %j',
    async (key) => {
      await expect(storage().put(key, Buffer.from('x'), about)).rejects.toThrow(TypeError);
      await expect(storage().get(key)).rejects.toThrow(TypeError);
      await expect(storage().delete(key)).rejects.toThrow(TypeError);
    },
  );
});

describe('a local folder', () => {
  it('keeps no half-written file beside the whole ones', async () => {
    const storage: Storage = new LocalStorage(join(folder, 'own'));
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => storage.put('same', Buffer.alloc(50_000, n), about)),
    );
    const bytes = await storage.get('same');
    expect(new Set(bytes).size).toBe(1);
    expect(bytes.length).toBe(50_000);
    expect(readdirSync(join(folder, 'own'))).toEqual(['same']);
  });
});

describe('an object store', () => {
  it('is asked again when it is busy, and a refusal is an error', async () => {
    store.failures = 1;
    await s3.put('busy', Buffer.from('x'), about);
    expect(store.objects.get('/files/busy')?.toString()).toBe('x');
    await expect(s3Of('wrong-key').get('busy')).rejects.toThrow('403');
  });
});
