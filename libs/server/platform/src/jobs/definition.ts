import type { Schema } from '@cam-nang/contracts';
import type * as z from 'zod/mini';

const DEFAULT_ATTEMPTS = 5;
const DEFAULT_BACKOFF_MS = 2_000;
export const DEFAULT_LOCK_MS = 5_000;

/** A kind of background work: its name, the shape of its payload, and how often it is tried. */
export interface JobDefinition<S extends Schema = Schema> {
  readonly kind: 'job';
  /** `area.act`, unique: `certification.make-documents`. */
  readonly name: string;
  readonly schema: S;
  readonly attempts: number;
  /** Wait before the second attempt; doubles with each further one. */
  readonly backoffMs: number;
  /**
   * How long the worker may be busy without a sign of life before another takes the job over. More
   * than 5 s only for work that blocks the thread.
   */
  readonly lockMs: number;
}

/** News that other features may follow: one job for each subscriber. */
export interface EventDefinition<S extends Schema = Schema> {
  readonly kind: 'event';
  /** `area.what-happened`: `curriculum.edition-issued`. */
  readonly name: string;
  readonly schema: S;
}

/** What an outbox row is about. */
export type Topic = JobDefinition | EventDefinition;

/** The payload of a job or event after parsing. */
export type PayloadOf<D extends Topic> = z.output<D['schema']>;

const jobs = new Map<string, JobDefinition>();

/** Defines a job. It must have exactly one handler (`@JobHandler`), or the worker does not start. */
export function defineJob<S extends Schema>(definition: {
  readonly name: string;
  readonly schema: S;
  readonly attempts?: number;
  readonly backoffMs?: number;
  readonly lockMs?: number;
}): JobDefinition<S> {
  const { name, schema } = definition;
  if (jobs.has(name)) throw new Error(`Two jobs are called ${name}`);
  const made: JobDefinition<S> = {
    kind: 'job',
    name,
    schema,
    attempts: definition.attempts ?? DEFAULT_ATTEMPTS,
    backoffMs: definition.backoffMs ?? DEFAULT_BACKOFF_MS,
    lockMs: definition.lockMs ?? DEFAULT_LOCK_MS,
  };
  jobs.set(name, made);
  return made;
}

/** Defines an event. It may have any number of subscribers (`@OnEvent`), none included. */
export function defineEvent<S extends Schema>(definition: {
  readonly name: string;
  readonly schema: S;
}): EventDefinition<S> {
  return { kind: 'event', ...definition };
}

/** Every job defined by the modules that are loaded. */
export function definedJobs(): JobDefinition[] {
  return [...jobs.values()];
}

/** The lock times under which jobs and events of the loaded modules run, each once. */
export function lockTimes(): number[] {
  return [...new Set([DEFAULT_LOCK_MS, ...[...jobs.values()].map(({ lockMs }) => lockMs)])];
}
