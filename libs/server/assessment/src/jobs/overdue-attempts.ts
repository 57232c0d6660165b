import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Log } from '@cam-nang/platform';
import { HandIn } from '../use-cases/hand-in.js';

const EVERY_MS = 30_000;

/**
 * Hands in what ran out of time while nobody looked: a tab was closed, a phone was off. Harmless when doubled, and
 * what still arrives afterwards and was given in time is graded again.
 */
@Injectable()
export class OverdueAttempts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly handIn: HandIn,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() => this.sweep());
    }, EVERY_MS);
    this.#timer.unref();
  }

  /** No round begins any more; the one under way ends before its connections are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  private async sweep(): Promise<void> {
    try {
      await this.handIn.closeDue(null);
    } catch (error) {
      this.log.warn({ err: error }, 'attempts whose time is over could not be closed');
    }
  }
}
