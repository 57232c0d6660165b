import { Module } from '@nestjs/common';
import { QueueReader } from '../queue/queue-reader.js';
import { JobOverviewQuery } from './job-overview.query.js';
import { OperationsController } from './operations.controller.js';

/** The platform's own endpoints: jobs and their failures. */
@Module({ controllers: [OperationsController], providers: [JobOverviewQuery, QueueReader] })
export class OperationsHttpModule {}
