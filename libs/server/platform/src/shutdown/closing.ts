import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Tells everything that stays open (event streams, loops) that the program is stopping. */
@Injectable()
export class Closing implements BeforeApplicationShutdown {
  readonly #controller = new AbortController();

  /** Fires once, when the program begins to stop. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  beforeApplicationShutdown(): void {
    this.begin();
  }

  begin(): void {
    this.#controller.abort();
  }
}
