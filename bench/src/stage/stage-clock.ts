import { Clock } from '@cam-nang/platform';

/** A clock that stands where it was set, so that a cohort of the past can be written down. */
export class StageClock extends Clock {
  #now: Date | undefined;

  override now(): Date {
    return new Date(this.#now ?? Date.now());
  }

  set(instant: string): void {
    this.#now = new Date(instant);
  }

  /** Back to the real time. */
  release(): void {
    this.#now = undefined;
  }
}
