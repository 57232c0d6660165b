import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { assertKey, Storage, StoredFileMissing } from './storage.js';

/** Where an S3-compatible object store is and who asks. */
export interface S3Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const RETRIES = 3;

/** Files in a bucket of an S3-compatible object store, addressed by path, signed with SigV4. */
export class S3Storage extends Storage {
  private readonly client: AwsClient;
  private readonly root: string;

  constructor(settings: S3Settings) {
    super();
    const { accessKeyId, secretAccessKey, region } = settings;
    this.client = new AwsClient({
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
      retries: RETRIES,
    });
    this.root = `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}`;
  }

  override async put(key: string, bytes: Uint8Array, about: { mediaType: string }): Promise<void> {
    await this.ask('PUT', key, {
      body: Uint8Array.from(bytes),
      headers: { 'content-type': about.mediaType },
    });
  }

  override async get(key: string): Promise<Buffer> {
    const response = await this.found(key);
    return Buffer.from(await response.arrayBuffer());
  }

  override async stream(key: string): Promise<Readable> {
    const response = await this.found(key);
    if (response.body === null) return Readable.from([]);
    return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  }

  override async exists(key: string): Promise<boolean> {
    const response = await this.ask('HEAD', key);
    return response.status !== 404;
  }

  override async delete(key: string): Promise<void> {
    await this.ask('DELETE', key);
  }

  private async found(key: string): Promise<Response> {
    const response = await this.ask('GET', key);
    if (response.status === 404) throw new StoredFileMissing(key);
    return response;
  }

  /** Sends one signed request; any answer but success and 404 is an error, as is a 404 of a write. */
  private async ask(method: string, key: string, init: RequestInit = {}): Promise<Response> {
    assertKey(key);
    const response = await this.client.fetch(`${this.root}/${key}`, { ...init, method });
    const missing = response.status === 404 && method !== 'PUT';
    if (!response.ok && !missing) {
      throw new Error(`The object store answered ${String(response.status)} to ${method}`);
    }
    return response;
  }
}
