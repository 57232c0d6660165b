import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClientBase } from 'pg';
import type { QueryRunner } from 'typeorm';

/** A task for after the commit. */
export type AfterCommit = () => void | Promise<void>;

/** One open transaction, reached through the async context. */
export class Transaction {
  readonly afterCommit: AfterCommit[] = [];
  #open = true;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly runner: QueryRunner,
    readonly client: ClientBase,
  ) {}

  /** Runs statements one after the other: a connection has one voice, also under `Promise.all`. */
  inTurn<T>(statement: () => Promise<T>): Promise<T> {
    this.assertOpen();
    const mine = this.#last.then(statement, statement);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Throws when work outlived its transaction: it would run outside of it unnoticed. */
  assertOpen(): void {
    if (!this.#open) throw new Error('This transaction has ended; its work was not awaited.');
  }

  close(): void {
    this.#open = false;
  }
}

export const ambientTransaction = new AsyncLocalStorage<Transaction | undefined>();
