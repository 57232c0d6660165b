/** A job as it comes out of the queue. */
export interface TakenJob {
  readonly name: string;
  readonly jobId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly payload: unknown;
  readonly correlationId: string;
}

/** A job that no further attempt can help. */
export class HopelessJob extends Error {
  override readonly name = 'HopelessJob';
}

/** The worker is stopping: the attempt does not count, and the job is offered again. */
export class InterruptedJob extends Error {
  override readonly name = 'InterruptedJob';
}
