import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** Who is writing in a node of a request, and until when that holds. */
export interface LeaseRow {
  readonly holderId: string;
  readonly until: Date;
}

/** Soft leases: they say who is writing and stop nobody who insists. */
@Injectable()
export class LeaseStore {
  constructor(private readonly database: Database) {}

  /** The lease that holds at the moment; null when there is none or it ran out. */
  async current(requestId: string, nodeId: string, at: Date): Promise<LeaseRow | null> {
    const [row] = await this.database.query<LeaseRow>(
      `select holder_id as "holderId", until from cr_lease
       where request_id = $1 and node_id = $2 and until > $3`,
      [requestId, nodeId, at],
    );
    return row ?? null;
  }

  /** Takes or renews a lease unless somebody else's holds; `insist` takes it from them. */
  async take(lease: {
    readonly requestId: string;
    readonly nodeId: string;
    readonly holderId: string;
    readonly until: Date;
    readonly at: Date;
    readonly insist: boolean;
  }): Promise<boolean> {
    const rows = await this.database.write(
      `insert into cr_lease (request_id, node_id, holder_id, until) values ($1, $2, $3, $4)
       on conflict (request_id, node_id) do update set holder_id = $3, until = $4
       where cr_lease.holder_id = $3 or cr_lease.until <= $5 or $6`,
      [lease.requestId, lease.nodeId, lease.holderId, lease.until, lease.at, lease.insist],
    );
    return rows === 1;
  }

  /** Whether the curriculum has the node. */
  async nodeExists(curriculumId: string, nodeId: string): Promise<boolean> {
    const rows = await this.database.query(
      'select 1 from node where id = $1 and curriculum_id = $2',
      [nodeId, curriculumId],
    );
    return rows.length === 1;
  }

  async release(requestId: string, nodeId: string, holderId: string): Promise<void> {
    await this.database.query(
      'delete from cr_lease where request_id = $1 and node_id = $2 and holder_id = $3',
      [requestId, nodeId, holderId],
    );
  }
}
