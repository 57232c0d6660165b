import { Injectable } from '@nestjs/common';
import type { Pool, QueryResult, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Log } from '../logging/log.js';
import { ambientTransaction, Transaction, type AfterCommit } from './transaction.js';
import { isTransient } from './sql-state.js';

const ATTEMPTS = 3;

/**
 * The only opener of transactions. The transaction travels in the async context: repositories and
 * queries find it by themselves, and a `run` inside a `run` joins it.
 */
@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly log: Log,
  ) {}

  /**
   * Runs work in one transaction and commits it; any error rolls back. On a serialisation failure
   * or deadlock the whole work is run again in a new transaction, twice at most, so it must leave
   * no trace outside the database but through `afterCommit`.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const ambient = ambientTransaction.getStore();
    if (ambient !== undefined) {
      ambient.assertOpen();
      return work();
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isTransient(error)) throw error;
        this.log.warn({ err: error, attempt }, 'transaction runs again');
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  /**
   * Runs one SQL statement with `$1…` parameters and returns its rows: in the ambient transaction
   * if there is one, else on a connection of the pool by itself.
   */
  async query<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const result = await this.execute<R & QueryResultRow>({ text: sql, values: [...params] });
    return result.rows;
  }

  /**
   * As `query`, for statements of hot paths: PostgreSQL keeps the parsed statement per connection
   * under `name`. One name, one text, for ever.
   */
  async prepared<R extends object>(
    name: string,
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<R[]> {
    const result = await this.execute<R & QueryResultRow>({ name, text: sql, values: [...params] });
    return result.rows;
  }

  /** As `query`, and tells how many rows were written instead of returning rows. */
  async write(sql: string, params: readonly unknown[] = []): Promise<number> {
    const result = await this.execute({ text: sql, values: [...params] });
    return result.rowCount ?? 0;
  }

  /** TypeORM's manager of the ambient transaction, else of the pool. For `persistence/` only. */
  manager(): EntityManager {
    const ambient = ambientTransaction.getStore();
    ambient?.assertOpen();
    return ambient?.runner.manager ?? this.source.manager;
  }

  /** Runs work outside of the ambient transaction: what it writes stays when that is rolled back. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return ambientTransaction.run(undefined, work);
  }

  /** True inside `run`. */
  inTransaction(): boolean {
    return ambientTransaction.getStore() !== undefined;
  }

  /**
   * Runs a task once the ambient transaction is committed, never when it is rolled back; at once
   * when there is none. A task that fails is logged and undoes nothing.
   */
  afterCommit(task: AfterCommit): void {
    const ambient = ambientTransaction.getStore();
    if (ambient === undefined) void this.runTask(task);
    else ambient.afterCommit.push(task);
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    let tasks: readonly AfterCommit[];
    let result: T;
    try {
      const transaction = new Transaction(runner, await runner.connect());
      await runner.startTransaction();
      result = await this.finish(transaction, work);
      tasks = transaction.afterCommit;
    } finally {
      await runner.release();
    }
    for (const task of tasks) await this.runTask(task);
    return result;
  }

  private async finish<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
    try {
      const result = await ambientTransaction.run(transaction, work);
      await transaction.inTurn(() => transaction.runner.commitTransaction());
      return result;
    } catch (error) {
      await this.rollBack(transaction);
      throw error;
    } finally {
      transaction.close();
    }
  }

  private async rollBack(transaction: Transaction): Promise<void> {
    if (!transaction.runner.isTransactionActive) return;
    try {
      await transaction.inTurn(() => transaction.runner.rollbackTransaction());
    } catch (error) {
      this.log.warn({ err: error }, 'rollback failed; the connection is gone');
    }
  }

  private async runTask(task: AfterCommit): Promise<void> {
    try {
      await ambientTransaction.run(undefined, async () => task());
    } catch (error) {
      this.log.error({ err: error }, 'a task after the commit failed');
    }
  }

  private execute<R extends QueryResultRow>(statement: {
    name?: string;
    text: string;
    values: unknown[];
  }): Promise<QueryResult<R>> {
    const ambient = ambientTransaction.getStore();
    if (ambient === undefined) return this.pool().query<R>(statement);
    return ambient.inTurn(() => ambient.client.query<R>(statement));
  }

  /** The pool below TypeORM, without its per-statement cost. */
  private pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}
