import type { Processor as BullProcessor, Queue, Worker, WorkerOptions } from 'bullmq';

/** What differs between the databases the queue runs on. */
export interface BullBackend {
  /** `postgresql` or `redis`, for the log. */
  readonly kind: string;
  queue(name: string): Queue;
  worker(
    name: string,
    processor: BullProcessor,
    options: Omit<WorkerOptions, 'connection' | 'prefix'>,
  ): Worker;
  /** Lets go of the connections, after queues and workers are closed. */
  close(): Promise<void>;
}
