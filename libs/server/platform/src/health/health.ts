import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Closing } from '../shutdown/closing.js';

/** One thing the program needs, and whether it answers. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
}

const LONGEST_CHECK_MS = 2_000;

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), LONGEST_CHECK_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Tells whether the program can do its work. */
@Injectable()
export class Health {
  readonly #checks = new Map<string, () => Promise<unknown>>();

  constructor(
    database: Database,
    private readonly closing: Closing,
  ) {
    this.add('database', () => database.query('select 1'));
  }

  /** Adds something that must answer for the program to be ready. */
  add(name: string, check: () => Promise<unknown>): void {
    this.#checks.set(name, check);
  }

  /** Asks everything at once; a program that is stopping is never ready. */
  async ready(): Promise<{ ready: boolean; checks: HealthCheck[] }> {
    const checks = await Promise.all([...this.#checks].map(([name, check]) => timed(name, check)));
    return { ready: !this.closing.signal.aborted && checks.every(({ ok }) => ok), checks };
  }
}

async function timed(name: string, check: () => Promise<unknown>): Promise<HealthCheck> {
  const startedAt = performance.now();
  const ok = await within(check()).then(
    () => true,
    () => false,
  );
  return { name, ok, ms: Math.round(performance.now() - startedAt) };
}
