import { createHash } from 'node:crypto';
import { DomainError } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { InvalidRequest } from './invalid-request.js';

/** An answer that can be given again word for word. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What tells one request from another under the same key. */
export interface KeyedRequest {
  readonly accountId: string;
  readonly key: string;
  readonly endpoint: string;
  readonly input: unknown;
}

interface Row {
  readonly endpoint: string;
  readonly request_hash: Buffer;
  readonly status: number | null;
  readonly response: { readonly body: unknown } | null;
}

function bytesAsHash(_name: string, value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return createHash('sha256').update(value).digest('hex');
}

function isBuffer(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'Buffer';
}

/** SHA-256 of what was asked for; files count by their own hash. */
export function requestHash(request: Pick<KeyedRequest, 'endpoint' | 'input'>): Buffer {
  const text = JSON.stringify([request.endpoint, request.input], (name, value: unknown) =>
    bytesAsHash(name, isBuffer(value) ? Uint8Array.from(value.data) : value),
  );
  return createHash('sha256').update(text).digest();
}

/** Carries out a request with an `Idempotency-Key` once, however often it arrives. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction with the key's row and keeps its answer with it; a repeat gets
   * the kept answer. A second request that arrives meanwhile waits for the first. Work that throws
   * leaves no key behind. Throws `request.idempotency_mismatch` when the key was used for another
   * request.
   */
  async once(request: KeyedRequest, work: () => Promise<StoredAnswer>): Promise<StoredAnswer> {
    if (!/^[\x21-\x7e]{8,100}$/.test(request.key)) {
      const message = 'A key of 8 to 100 visible ASCII characters is required.';
      throw new InvalidRequest([{ path: 'Idempotency-Key', code: 'invalid_format', message }]);
    }
    const hash = requestHash(request);
    return this.database.run(async () => {
      const claimed = await this.claim(request, hash);
      if (!claimed) return this.repeat(request, hash);
      const answer = await work();
      await this.database.query(
        'update idempotent_request set status = $3, response = $4 where account_id = $1 and key = $2',
        [request.accountId, request.key, answer.status, JSON.stringify({ body: answer.body })],
      );
      return answer;
    });
  }

  private async claim(request: KeyedRequest, hash: Buffer): Promise<boolean> {
    const rows = await this.database.query(
      `insert into idempotent_request (account_id, key, endpoint, request_hash, created_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
      [request.accountId, request.key, request.endpoint, hash, this.clock.now()],
    );
    return rows.length === 1;
  }

  private async repeat(request: KeyedRequest, hash: Buffer): Promise<StoredAnswer> {
    const [row] = await this.database.query<Row>(
      `select endpoint, request_hash, status, response from idempotent_request
       where account_id = $1 and key = $2`,
      [request.accountId, request.key],
    );
    if (row === undefined || row.status === null) throw new DomainError('request.in_progress');
    if (row.endpoint !== request.endpoint || !row.request_hash.equals(hash)) {
      throw new DomainError('request.idempotency_mismatch');
    }
    return { status: row.status, body: row.response?.body };
  }
}
