import { foldForSearch, type RichNode } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { batches, column } from './batches.js';

/** Documents are 10 to 30 KB each: fewer of them go into one statement than of ordinary rows. */
const DOCUMENTS_AT_ONCE = 40;

/** A document to be kept: its canonical JSON, the SHA-256 of that, and what a reader reads. */
export interface NewDocument {
  readonly hash: string;
  readonly json: string;
  readonly plain: string;
  readonly words: number;
}

/** A text as it was written, and the SHA-256 of its UTF-8. */
export interface NewSource {
  readonly hash: string;
  readonly text: string;
}

/** Documents by the SHA-256 of their canonical JSON: equal texts are stored once, for ever. */
@Injectable()
export class DocumentStore {
  constructor(private readonly database: Database) {}

  /** Stores documents that are not there yet, with their text for searching. */
  async put(documents: readonly NewDocument[]): Promise<void> {
    const once = [...new Map(documents.map((document) => [document.hash, document])).values()];
    for (const some of batches(once, DOCUMENTS_AT_ONCE)) {
      await this.putBodies(some);
      await this.putTexts(some);
    }
  }

  /** The documents of these hashes that are stored. */
  async byHashes(hashes: readonly string[]): Promise<ReadonlyMap<string, RichNode>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.database.prepared<{ hash: string; json: string }>(
      'curriculum-documents',
      `select wanted.hash, convert_from(b.body, 'UTF8') as json
       from unnest($1::text[]) as wanted(hash) join blob b on b.hash = decode(wanted.hash, 'hex')`,
      [[...new Set(hashes)]],
    );
    return new Map(rows.map((row) => [row.hash, JSON.parse(row.json) as RichNode]));
  }

  /** Stores texts as they were written, by the SHA-256 of their UTF-8; they are not searched. */
  async putSources(sources: readonly NewSource[]): Promise<void> {
    for (const some of batches(sources, DOCUMENTS_AT_ONCE)) {
      await this.putBlobs(
        'text/markdown',
        some.map(({ hash, text }) => ({ hash, body: Buffer.from(text, 'utf8') })),
      );
    }
  }

  /** Texts as they were written, of these hashes. */
  async sources(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.database.query<{ hash: string; body: Buffer }>(
      `select encode(hash, 'hex') as hash, body from blob
       where hash in (select decode(wanted, 'hex') from unnest($1::text[]) as wanted)`,
      [[...new Set(hashes)]],
    );
    return new Map(rows.map(({ hash, body }) => [hash, body.toString('utf8')]));
  }

  private putBodies(documents: readonly NewDocument[]): Promise<void> {
    return this.putBlobs(
      'application/json',
      documents.map(({ hash, json }) => ({ hash, body: Buffer.from(json, 'utf8') })),
    );
  }

  private async putBlobs(
    mediaType: string,
    blobs: readonly { readonly hash: string; readonly body: Buffer }[],
  ): Promise<void> {
    await this.database.query(
      `insert into blob (hash, media_type, body, bytes)
       select decode(hash, 'hex'), $3, body, octet_length(body)
       from unnest($1::text[], $2::bytea[]) as new(hash, body)
       on conflict (hash) do nothing`,
      [column(blobs, (row) => row.hash), column(blobs, (row) => row.body), mediaType],
    );
  }

  private async putTexts(documents: readonly NewDocument[]): Promise<void> {
    await this.database.query(
      `insert into blob_text (hash, plain, folded, words)
       select decode(hash, 'hex'), plain, folded, words
       from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as new(hash, plain, folded, words)
       on conflict (hash) do nothing`,
      [
        column(documents, (row) => row.hash),
        column(documents, (row) => row.plain),
        column(documents, (row) => foldForSearch(row.plain)),
        column(documents, (row) => row.words),
      ],
    );
  }
}
