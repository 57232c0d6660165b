import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';
import { Storage } from './storage.js';

/** The storage that the settings ask for: the object store when there is one, else the folder. */
export function storageOf(config: Config): Storage {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION } = config;
  if (S3_ENDPOINT === undefined) return new LocalStorage(config.STORAGE_DIR);
  return new S3Storage({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET ?? '',
    accessKeyId: S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? '',
  });
}

export const storageProvider = { provide: Storage, inject: [CONFIG], useFactory: storageOf };
