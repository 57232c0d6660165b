import { Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

export type Verdict = 'approve' | 'request_changes' | 'comment';

/** A verdict as it is given: on exactly what the hash says, which the caller keeps. */
export interface NewReview {
  readonly requestId: string;
  readonly reviewerId: string;
  readonly overlayHash: string;
  readonly verdict: Verdict;
  readonly comment: string;
  readonly at: Date;
}

/** A verdict with the kind that the request had when it was given. */
export interface ReviewRow extends NewReview {
  readonly requestKind: 'amendment' | 'erratum';
  /** Whether the version that it is about is kept; of the first verdicts it was not. */
  readonly kept: boolean;
}

export type ChangeRequestEventKind =
  | 'opened'
  | 'edited'
  | 'amended'
  | 'submitted'
  | 'reviewed'
  | 'dismissed'
  | 'rebased'
  | 'merged'
  | 'abandoned';

/** Something that happened to a request. */
export interface ChangeRequestEvent {
  readonly requestId: string;
  readonly event: ChangeRequestEventKind;
  readonly actorId: string | null;
  readonly at: Date;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Verdicts on change requests, and what happened to the requests. */
@Injectable()
export class ReviewStore {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  async insert(review: NewReview): Promise<void> {
    await this.database.query(
      `insert into review (id, request_id, reviewer_id, overlay_hash, verdict, comment, at, kept)
       values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, true)`,
      [
        this.ids.next(),
        review.requestId,
        review.reviewerId,
        review.overlayHash,
        review.verdict,
        review.comment,
        review.at,
      ],
    );
  }

  /**
   * Verdicts on requests in the order they were given. A request changes its kind once at most, from an
   * erratum to an amendment, and the log of what happened to it tells when: what was said before is about
   * the erratum.
   */
  async ofRequests(requestIds: readonly string[]): Promise<ReviewRow[]> {
    return this.database.query<ReviewRow>(
      `select r.request_id as "requestId", r.reviewer_id as "reviewerId",
         encode(r.overlay_hash, 'hex') as "overlayHash", r.verdict, r.comment, r.at, r.kept,
         case when e.id is null then q.kind else 'erratum' end as "requestKind"
       from review r join change_request q on q.id = r.request_id
       left join change_request_event e
         on e.request_id = r.request_id and e.event = 'amended' and (r.at, r.id) < (e.at, e.id)
       where r.request_id = any($1::uuid[]) order by r.at, r.id`,
      [requestIds],
    );
  }

  /** Whether a request came to a line with other words after the last verdict on a version of it. */
  async regroundedSince(requestId: string, overlayHash: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from change_request_event e where e.request_id = $1 and e.event = 'rebased'
         and e.payload->>'otherWords' = 'true'
         and (e.at, e.id) > (select r.at, r.id from review r
           where r.request_id = $1 and r.overlay_hash = decode($2, 'hex') order by r.at desc, r.id desc limit 1)`,
      [requestId, overlayHash],
    );
    return rows.length > 0;
  }

  async record(event: ChangeRequestEvent): Promise<void> {
    await this.database.query(
      `insert into change_request_event (id, request_id, event, actor_id, at, payload) values ($1, $2, $3, $4, $5, $6)`,
      [
        this.ids.next(),
        event.requestId,
        event.event,
        event.actorId,
        event.at,
        JSON.stringify(event.payload ?? {}),
      ],
    );
  }

  /** Notes once that a person wrote in the request: whoever did has no verdict on it. */
  async recordEditor(requestId: string, actorId: string, at: Date): Promise<void> {
    await this.database.query(
      `insert into change_request_event (id, request_id, event, actor_id, at, payload)
       select $1, $2, 'edited', $3, $4, '{}'
       where not exists (select 1 from change_request_event
         where request_id = $2 and event = 'edited' and actor_id = $3)`,
      [this.ids.next(), requestId, actorId, at],
    );
  }

  /** Everybody who opened the requests or wrote in them, by request. */
  async editors(requestIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.query<{ requestId: string; editors: string[] }>(
      `select request_id as "requestId", array_agg(distinct actor_id)::text[] as editors from change_request_event
       where request_id = any($1::uuid[]) and event in ('opened', 'edited') and actor_id is not null
       group by request_id`,
      [requestIds],
    );
    return new Map(rows.map((row) => [row.requestId, row.editors]));
  }
}
