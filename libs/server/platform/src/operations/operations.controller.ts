import { jobOverview, retryJob, type InputOf, type ResponseOf } from '@cam-nang/contracts';
import { Controller } from '@nestjs/common';
import { Endpoint } from '../http/endpoint-decorator.js';
import { CurrentActor } from '../http/exchange.js';
import { Input } from '../http/input.js';
import { JobFailures } from '../jobs/job-failures.js';
import { RequirePermission } from '../security/access.js';
import type { Actor } from '../security/actor.js';
import { JobOverviewQuery } from './job-overview.query.js';

/** Running work, for administrators. */
@Controller()
export class OperationsController {
  constructor(
    private readonly overviewQuery: JobOverviewQuery,
    private readonly failures: JobFailures,
  ) {}

  @Endpoint(jobOverview)
  @RequirePermission('job.read')
  overview(): Promise<ResponseOf<typeof jobOverview>> {
    return this.overviewQuery.read();
  }

  @Endpoint(retryJob)
  @RequirePermission('job.retry')
  async retry(
    @Input() { params }: InputOf<typeof retryJob>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof retryJob>> {
    await this.failures.retry(params.failureId, actor.accountId);
    return { done: true };
  }
}
