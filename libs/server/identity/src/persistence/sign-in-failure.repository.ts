import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** A try as it was counted, to be taken back. */
export interface CountedTry {
  readonly bucket: string;
  /** As text: an instant of the database is finer than one of the program. */
  readonly at: string;
}

/** Tries to sign in that have not succeeded, by account and by address, for throttling. */
@Injectable()
export class SignInFailureRepository {
  constructor(private readonly database: Database) {}

  /** Tries of each bucket since an instant. */
  async countSince(buckets: readonly string[], since: Date): Promise<Map<string, number>> {
    const rows = await this.database.query<{ bucket: string; n: number }>(
      `select bucket, count(*)::int as n from sign_in_failure
       where bucket = any($1::text[]) and at > $2 group by bucket`,
      [buckets, since],
    );
    return new Map(rows.map((row) => [row.bucket, row.n]));
  }

  /** Counts a try in a transaction of its own, so that a refused request still counts. */
  add(buckets: readonly string[], at: Date): Promise<CountedTry[]> {
    return this.database.apart(() =>
      this.database.query<CountedTry>(
        `insert into sign_in_failure (bucket, at)
         select bucket, $2::timestamptz + random() * interval '1 second' from unnest($1::text[]) as bucket
         on conflict do nothing returning bucket, at::text`,
        [buckets, at],
      ),
    );
  }

  async takeBack(tries: readonly CountedTry[]): Promise<void> {
    await this.database.apart(() =>
      this.database.query(
        `delete from sign_in_failure where (bucket, at) in
           (select bucket, at::timestamptz from unnest($1::text[], $2::text[]) as t (bucket, at))`,
        [tries.map(({ bucket }) => bucket), tries.map(({ at }) => at)],
      ),
    );
  }

  async clear(bucket: string): Promise<void> {
    await this.database.query('delete from sign_in_failure where bucket = $1', [bucket]);
  }
}
