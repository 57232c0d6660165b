import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OutboxBatch } from '../outbox/outbox-batch.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';

/** Carries out jobs in process: what the worker and `drainJobs` have in common. */
@Module({
  imports: [DiscoveryModule],
  providers: [JobRegistry, JobRunner, OutboxBatch],
  exports: [JobRegistry, JobRunner, OutboxBatch],
})
export class PlatformJobsModule {}
