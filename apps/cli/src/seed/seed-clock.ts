import { Clock } from '@cam-nang/platform';

/** The clock of the seeder: it stands where it was set, so that acts of the past happen in the past. */
export class SeedClock extends Clock {
  #now = new Date();

  override now(): Date {
    return new Date(this.#now);
  }

  /** Stands at a moment of a calendar day in Hanoi: `clock.set('2026-05-04', '08:30')`. */
  set(day: string, time = '09:00'): void {
    this.#now = new Date(`${day}T${time}:00+07:00`);
  }

  /** Goes on by minutes. */
  advance(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }

  /** Back to the real time. */
  release(): void {
    this.#now = new Date();
  }
}

/** The calendar day so many days from a day. */
export function dayFrom(today: string, days: number): string {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
