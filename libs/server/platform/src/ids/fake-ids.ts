import { Ids } from './ids.js';

/** Identifiers 1, 2, 3 … in the shape of a UUID v7: for specs that read ids and for the seeder. */
export class FakeIds extends Ids {
  #count = 0;

  constructor(private readonly series = 0) {
    super();
  }

  override next(): string {
    this.#count += 1;
    const series = this.series.toString(16).padStart(8, '0');
    return `${series}-0000-7000-8000-${this.#count.toString(16).padStart(12, '0')}`;
  }
}
