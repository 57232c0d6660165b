import { applyDecorators, Injectable, SetMetadata, type Type } from '@nestjs/common';
import {
  type EventDefinition,
  type JobDefinition,
  type PayloadOf,
  type Topic,
} from './definition.js';
import type { ProgressReport } from './job-progress.js';

/** What a handler knows of the job it carries out. */
export interface JobContext {
  readonly jobId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly correlationId: string;
  /** Fires when the worker is told to stop; long work ends at its next step and is taken up later. */
  readonly signal: AbortSignal;
  /** Reports how far the work is; readable by every api process. */
  progress(report: ProgressReport): Promise<void>;
}

/**
 * Carries out a job. It may run more than once for the same payload: every step must be harmless
 * when repeated, guarded by keys in the database.
 */
export interface Handler<P = never> {
  handle(payload: P, context: JobContext): Promise<void>;
  /** Called once after the last attempt has failed. */
  onGivenUp?(payload: P, error: unknown): Promise<void>;
}

/** Metadata of a handler class: what it handles, under which name of its own. */
export interface Handles {
  readonly topic: Topic;
  /** The job name in the queue. */
  readonly name: string;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly lockMs: number;
}

export const HANDLES = 'handles';

function kebab(className: string): string {
  return className.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** Marks the class that carries out a job. */
export function JobHandler<D extends JobDefinition>(definition: D) {
  const { name, attempts, backoffMs, lockMs } = definition;
  const handles: Handles = { topic: definition, name, attempts, backoffMs, lockMs };
  return <C extends Type<Handler<PayloadOf<D>>>>(target: C): void =>
    applyDecorators(Injectable(), SetMetadata(HANDLES, handles))(target);
}

/**
 * Marks a class that follows an event: one job a subscriber, tried on its own. The class name is the
 * subscriber's name in the queue, so renaming it loses what is still under way; give `name` then.
 */
export function OnEvent<D extends EventDefinition>(
  definition: D,
  options: { name?: string; attempts?: number; backoffMs?: number; lockMs?: number } = {},
) {
  return <C extends Type<Handler<PayloadOf<D>>>>(target: C): void => {
    const handles: Handles = {
      topic: definition,
      name: `${definition.name}>${options.name ?? kebab(target.name)}`,
      attempts: options.attempts ?? 8,
      backoffMs: options.backoffMs ?? 2_000,
      lockMs: options.lockMs ?? 5_000,
    };
    applyDecorators(Injectable(), SetMetadata(HANDLES, handles))(target);
  };
}
