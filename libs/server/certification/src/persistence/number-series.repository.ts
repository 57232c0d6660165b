import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** Serial numbers run for life and are kept under this year. */
const FOR_LIFE = 0;

/** Two running numbers: of the serial series and of the register of a year. */
export interface SeriesCounters {
  readonly serial: number;
  readonly register: number;
}

/** Whose series: a type of certificate and its issuer. */
export interface SeriesKey {
  readonly typeId: string;
  readonly issuerId: string;
  readonly registerYear: number;
}

const TAKE = `insert into number_series as s (type_id, issuer_id, series, year, last)
  values ($1, $2, $3, $4, $5)
  on conflict (type_id, issuer_id, series, year) do update set last = s.last + excluded.last
  returning last`;

/** The counters of the two series of numbers. They are never read off the register. */
@Injectable()
export class NumberSeriesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes `count` numbers of both series and returns the numbers before the first of them. The rows
   * stay locked until the transaction ends; whoever signs at the same time waits.
   */
  async take(key: SeriesKey, count: number): Promise<SeriesCounters> {
    const serial = await this.takeOf(key, 'serial', FOR_LIFE, count);
    const register = await this.takeOf(key, 'register', key.registerYear, count);
    return { serial: serial - count, register: register - count };
  }

  /** The last serial number given; 0 before the first. */
  async lastSerial(typeId: string, issuerId: string): Promise<number> {
    const [row] = await this.database.query<{ last: number }>(
      `select last from number_series
       where type_id = $1 and issuer_id = $2 and series = 'serial' and year = $3`,
      [typeId, issuerId, FOR_LIFE],
    );
    return row?.last ?? 0;
  }

  /** Every series with its last number. `year` is 0 for serial numbers. */
  all(): Promise<
    {
      readonly typeId: string;
      readonly issuerId: string;
      readonly series: 'serial' | 'register';
      readonly year: number;
      readonly last: number;
    }[]
  > {
    return this.database.query(
      `select type_id as "typeId", issuer_id as "issuerId", series, year, last from number_series
       order by type_id, issuer_id, series, year`,
    );
  }

  private async takeOf(
    key: SeriesKey,
    series: 'serial' | 'register',
    year: number,
    count: number,
  ): Promise<number> {
    const [row] = await this.database.query<{ last: number }>(TAKE, [
      key.typeId,
      key.issuerId,
      series,
      year,
      count,
    ]);
    return row?.last ?? 0;
  }
}
