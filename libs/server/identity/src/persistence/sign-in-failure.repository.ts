import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** Failed sign-ins by account and by address, for throttling. */
@Injectable()
export class SignInFailureRepository {
  constructor(private readonly database: Database) {}

  /** Failures of each bucket since an instant. */
  async countSince(buckets: readonly string[], since: Date): Promise<Map<string, number>> {
    const rows = await this.database.query<{ bucket: string; n: number }>(
      `select bucket, count(*)::int as n from sign_in_failure
       where bucket = any($1::text[]) and at > $2 group by bucket`,
      [buckets, since],
    );
    return new Map(rows.map((row) => [row.bucket, row.n]));
  }

  /** Counts a failure in a transaction of its own, so that a refused request still counts. */
  async add(buckets: readonly string[], at: Date): Promise<void> {
    await this.database.apart(() =>
      this.database.query(
        `insert into sign_in_failure (bucket, at)
         select bucket, $2::timestamptz + random() * interval '1 millisecond' from unnest($1::text[]) as bucket
         on conflict do nothing`,
        [buckets, at],
      ),
    );
  }

  async clear(bucket: string): Promise<void> {
    await this.database.query('delete from sign_in_failure where bucket = $1', [bucket]);
  }
}
