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

  private async putBodies(documents: readonly NewDocument[]): Promise<void> {
    await this.database.query(
      `insert into blob (hash, media_type, body, bytes)
       select decode(hash, 'hex'), 'application/json', convert_to(json, 'UTF8'), octet_length(convert_to(json, 'UTF8'))
       from unnest($1::text[], $2::text[]) as new(hash, json)
       on conflict (hash) do nothing`,
      [column(documents, (row) => row.hash), column(documents, (row) => row.json)],
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
