import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** A job of a batch that was given up and not tried again. */
export interface BatchFailureRow {
  readonly id: string;
  readonly job: string;
  readonly jobId: string;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly retriedAt: Date | null;
  /** The one paper it is about; null for a stretch, or for the seal. */
  readonly fullName: string | null;
  readonly registerNumber: string | null;
}

const OPEN = `
  select f.id, f.job, f.job_id as "jobId", f.reason, f.attempts, f.failed_at as "failedAt",
    f.retried_at as "retriedAt", e.printed->>'holderName' as "fullName",
    e.register_number as "registerNumber"
  from job_failure f
  left join register_entry e on e.decision_id = $1::uuid
    and f.payload->>'from' = f.payload->>'to' and e.position = (f.payload->>'from')::int
  where f.job in ('certification.make-documents', 'certification.seal-batch')
    and f.payload->>'decisionId' = $1::uuid::text and f.retried_at is null
    and not exists (select 1 from register_document d where d.entry_id = e.id)
  order by e.position nulls last, f.failed_at`;

/** What went wrong while the papers of a decision were made. */
@Injectable()
export class BatchFailureRepository {
  constructor(private readonly database: Database) {}

  /** Failures that still stand: not tried again, and the paper still missing. */
  of(decisionId: string): Promise<BatchFailureRow[]> {
    return this.database.query<BatchFailureRow>(OPEN, [decisionId]);
  }
}
