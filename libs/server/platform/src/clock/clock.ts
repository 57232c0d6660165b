import { Injectable } from '@nestjs/common';

const HANOI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date in Hanoi at an instant, `YYYY-MM-DD` (law 12: dates on papers are local). */
export function dateInHanoi(instant: Date): string {
  return HANOI.format(instant);
}

/** The only source of time for use cases and jobs; tests and the seeder set another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in Hanoi, `YYYY-MM-DD`. */
  today(): string {
    return dateInHanoi(this.now());
  }
}
