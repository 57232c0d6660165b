import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { Log } from '../logging/log.js';
import { Database } from './database.js';

/** Hears a payload; undefined when news may have been missed and nothing can be relied on. */
export type Listener = (payload: string | undefined) => void;

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 10_000;

function quoted(channel: string): string {
  return `"${channel.replaceAll('"', '""')}"`;
}

/** News between processes through PostgreSQL, over one connection that comes back by itself. */
@Injectable()
export class Notifications implements BeforeApplicationShutdown {
  readonly #listeners = new Map<string, Set<Listener>>();
  #client: Client | undefined;
  #connecting: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryMs = FIRST_RETRY_MS;
  #closed = false;

  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<Config, 'DATABASE_URL' | 'DATABASE_CONNECT_TIMEOUT_MS'>,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Sends a payload to every listener of the channel; in a transaction, when it commits. */
  async tell(channel: string, payload = ''): Promise<void> {
    await this.database.query('select pg_notify($1, $2)', [channel, payload]);
  }

  /** Hears a channel until the program ends. Settles once the server listens. */
  async listen(channel: string, listener: Listener): Promise<void> {
    const known = this.#listeners.get(channel);
    if (known !== undefined) {
      known.add(listener);
      return;
    }
    this.#listeners.set(channel, new Set([listener]));
    await this.connected();
    await this.#client?.query(`listen ${quoted(channel)}`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  private connected(): Promise<void> {
    if (this.#client !== undefined) return Promise.resolve();
    this.#connecting ??= this.connect().finally(() => (this.#connecting = undefined));
    return this.#connecting;
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'cam-nang notifications',
      keepAlive: true,
      connectionTimeoutMillis: this.config.DATABASE_CONNECT_TIMEOUT_MS,
    });
    client.on('notification', ({ channel, payload }) => this.spread(channel, payload ?? ''));
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the connection ended')));
    await client.connect();
    for (const channel of this.#listeners.keys()) await client.query(`listen ${quoted(channel)}`);
    this.#client = client;
    this.#retryMs = FIRST_RETRY_MS;
  }

  private spread(channel: string, payload: string | undefined): void {
    for (const listener of this.#listeners.get(channel) ?? []) {
      try {
        listener(payload);
      } catch (error) {
        this.log.error({ err: error, channel }, 'a listener failed');
      }
    }
  }

  /** What was told meanwhile is lost, so every listener hears that it may have missed news. */
  private lost(client: Client, error: Error): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    this.log.warn({ err: error }, 'the connection for notifications was lost');
    client.removeAllListeners('end');
    client.end().catch(() => undefined);
    for (const channel of this.#listeners.keys()) this.spread(channel, undefined);
    this.reconnectLater();
  }

  private reconnectLater(): void {
    this.#retry = setTimeout(() => {
      this.connected().then(
        () => {
          for (const channel of this.#listeners.keys()) this.spread(channel, undefined);
        },
        () => this.reconnectLater(),
      );
    }, this.#retryMs);
    this.#retry.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }
}
