import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Notifications } from '../database/notifications.js';
import { Log } from '../logging/log.js';
import { QUEUE, type QueuePort } from '../queue/queue-port.js';
import { OutboxBatch } from './outbox-batch.js';
import { OUTBOX_CHANNEL } from './outbox.js';

const BATCH = 200;
const LOOK_EVERY_MS = 1_000;
const AFTER_ERROR_MS = 2_000;

/**
 * Moves outbox rows into the queue: as soon as it is told of them, and every second by itself. Any
 * number of workers may relay at once.
 */
@Injectable()
export class OutboxRelay implements BeforeApplicationShutdown {
  #stopped = false;
  #news = false;
  #wake: (() => void) | undefined;
  #loop: Promise<void> | undefined;

  constructor(
    private readonly batch: OutboxBatch,
    private readonly notifications: Notifications,
    private readonly log: Log,
    @Inject(QUEUE) private readonly queue: QueuePort,
  ) {}

  async start(): Promise<void> {
    await this.notifications.listen(OUTBOX_CHANNEL, () => this.hear());
    this.#loop = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#loop;
  }

  private hear(): void {
    this.#news = true;
    this.#wake?.();
  }

  private async run(): Promise<void> {
    while (!this.#stopped) {
      this.#news = false;
      const pause = await this.drain();
      if (!this.#news) await this.pause(pause);
    }
  }

  /** Hands on all there is. Returns how long to wait before the next look. */
  private async drain(): Promise<number> {
    try {
      let taken = BATCH;
      while (taken === BATCH && !this.#stopped) {
        taken = await this.batch.take(BATCH, (jobs) => this.queue.add(jobs));
      }
      return LOOK_EVERY_MS;
    } catch (error) {
      this.log.warn({ err: error }, 'the outbox could not be handed on; it is tried again');
      return AFTER_ERROR_MS;
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    if (this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
