import { Clock } from './clock.js';

/** A clock that stands still until it is told otherwise: for specs and the seeder. */
export class FakeClock extends Clock {
  #now: Date;

  constructor(now: Date | string = '2026-03-02T02:00:00Z') {
    super();
    this.#now = new Date(now);
  }

  override now(): Date {
    return new Date(this.#now);
  }

  /** Jumps to an instant. */
  set(now: Date | string): void {
    this.#now = new Date(now);
  }

  /** Moves on by some milliseconds. */
  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
