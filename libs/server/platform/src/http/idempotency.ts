import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
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
  readonly response: { readonly sealed: string } | null;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What is made of a client's key, which itself is not kept: the name of its row, and the keys to what was asked and
 * answered. A request may hold a password, an answer may hold a one-time code; only who repeats the request can read it again.
 */
function madeOf({ accountId, key }: KeyedRequest, purpose: 'row' | 'request' | 'answer'): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([purpose, accountId, key]))
    .digest();
}

function rowKey(request: KeyedRequest): string {
  return madeOf(request, 'row').toString('base64url');
}

/** The answer's body under lock (AES-256-GCM). */
function sealed(request: KeyedRequest, body: unknown): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', madeOf(request, 'answer'), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify({ body }), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

function opened(request: KeyedRequest, text: string): unknown {
  const bytes = Buffer.from(text, 'base64');
  const data = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(
    'aes-256-gcm',
    madeOf(request, 'answer'),
    bytes.subarray(0, NONCE_BYTES),
  ).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = decipher.update(data, undefined, 'utf8') + decipher.final('utf8');
  return (JSON.parse(plain) as { readonly body: unknown }).body;
}

function bytesAsHash(_name: string, value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return createHash('sha256').update(value).digest('hex');
}

function isBuffer(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'Buffer';
}

/** What was asked for, as a hash that nobody can try passwords on without the key; files count by their own hash. */
function requestHash(request: KeyedRequest): Buffer {
  const text = JSON.stringify([request.endpoint, request.input], (name, value: unknown) =>
    bytesAsHash(name, isBuffer(value) ? Uint8Array.from(value.data) : value),
  );
  return createHmac('sha256', madeOf(request, 'request')).update(text).digest();
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
        [
          request.accountId,
          rowKey(request),
          answer.status,
          JSON.stringify({ sealed: sealed(request, answer.body) }),
        ],
      );
      return answer;
    });
  }

  private async claim(request: KeyedRequest, hash: Buffer): Promise<boolean> {
    const rows = await this.database.query(
      `insert into idempotent_request (account_id, key, endpoint, request_hash, created_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
      [request.accountId, rowKey(request), request.endpoint, hash, this.clock.now()],
    );
    return rows.length === 1;
  }

  private async repeat(request: KeyedRequest, hash: Buffer): Promise<StoredAnswer> {
    const [row] = await this.database.query<Row>(
      `select endpoint, request_hash, status, response from idempotent_request
       where account_id = $1 and key = $2`,
      [request.accountId, rowKey(request)],
    );
    if (row === undefined || row.status === null) throw new DomainError('request.in_progress');
    if (row.endpoint !== request.endpoint || !row.request_hash.equals(hash)) {
      throw new DomainError('request.idempotency_mismatch');
    }
    const { status, response } = row;
    return { status, body: response === null ? undefined : opened(request, response.sealed) };
  }
}
