import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** A stored image; its bytes are in the storage under its hash. */
export interface ImageRow {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** Images of lessons, by the SHA-256 of their bytes. */
@Injectable()
export class ImageStore {
  constructor(private readonly database: Database) {}

  async find(sha256: string): Promise<ImageRow | null> {
    const [row] = await this.database.query<ImageRow>(
      `select encode(sha256, 'hex') as "sha256", media_type as "mediaType", bytes, width, height
       from stored_file where sha256 = decode($1, 'hex') and media_type like 'image/%'`,
      [sha256],
    );
    return row ?? null;
  }

  /** Which of the hashes are of no stored image. */
  async missing(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ hash: string }>(
      `select wanted.hash from unnest($1::text[]) as wanted(hash)
       where not exists (select 1 from stored_file f
         where f.sha256 = decode(wanted.hash, 'hex') and f.media_type like 'image/%')`,
      [[...new Set(hashes)]],
    );
    return new Set(rows.map((row) => row.hash));
  }

  async insert(image: ImageRow & { readonly at: Date; readonly by: string | null }): Promise<void> {
    await this.database.query(
      `insert into stored_file (sha256, media_type, bytes, width, height, created_at, created_by)
       values (decode($1, 'hex'), $2, $3, $4, $5, $6, $7) on conflict (sha256) do nothing`,
      [image.sha256, image.mediaType, image.bytes, image.width, image.height, image.at, image.by],
    );
  }
}
