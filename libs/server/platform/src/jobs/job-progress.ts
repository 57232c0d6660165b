import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';

/** How far one stage of a long piece of work is. */
export interface ProgressReport {
  /** Chosen by the work, known to who watches: `award:<decision id>`. */
  readonly key: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly failed?: number;
  /** Facts for the screen: ids and counts. */
  readonly note?: Readonly<Record<string, unknown>>;
  /** The stage is over; also when not everything was done. */
  readonly finished?: boolean;
}

/** A stage as it is read back. */
export interface StageProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
  readonly note: Readonly<Record<string, unknown>> | null;
}

const UPSERT = `
  insert into job_progress (key, stage, done, total, failed, started_at, updated_at, finished_at, note)
  values ($1, $2, $3, $4, $5, $6, $6, case when $7 then $6::timestamptz end, $8)
  on conflict (key, stage) do update set
    done = excluded.done, total = excluded.total, failed = excluded.failed,
    updated_at = excluded.updated_at, finished_at = excluded.finished_at,
    note = coalesce(excluded.note, job_progress.note)`;

const READ = `
  select stage, done, total, failed, started_at as "startedAt", updated_at as "updatedAt",
         finished_at as "finishedAt", note
  from job_progress where key = $1 order by started_at, stage`;

/** Progress of long work, kept in the database so that every process can show it. */
@Injectable()
export class JobProgress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes how far a stage is, in the ambient transaction if there is one. */
  async report(report: ProgressReport): Promise<void> {
    const { key, stage, done, total, failed = 0, note } = report;
    const finished = report.finished ?? (total > 0 && done + failed >= total);
    const noted = note === undefined ? null : JSON.stringify(note);
    const now = this.clock.now();
    await this.database.write(UPSERT, [key, stage, done, total, failed, now, finished, noted]);
  }

  /** The stages of a key in the order they were begun; empty when nothing has begun. */
  read(key: string): Promise<StageProgress[]> {
    return this.database.query<StageProgress>(READ, [key]);
  }

  /**
   * The stages of a key, again whenever they change, until `isOver` or the signal. For event
   * streams: `return progress.watch(key, { signal: closing.signal, isOver })`.
   */
  async *watch(
    key: string,
    options: {
      readonly signal: AbortSignal;
      readonly isOver: (stages: readonly StageProgress[]) => boolean;
      readonly everyMs?: number;
    },
  ): AsyncGenerator<StageProgress[]> {
    let last = '';
    while (!options.signal.aborted) {
      const stages = await this.read(key);
      const seen = JSON.stringify(stages);
      if (seen !== last) yield stages;
      last = seen;
      if (options.isOver(stages)) return;
      await pause(options.everyMs ?? 400, options.signal);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
  });
}
