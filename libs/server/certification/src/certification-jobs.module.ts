import { Module } from '@nestjs/common';
import { CertificationModule } from './certification.module.js';
import { MakeDocumentsHandler } from './jobs/make-documents.handler.js';
import { SealBatchHandler } from './jobs/seal-batch.handler.js';

@Module({ imports: [CertificationModule], providers: [MakeDocumentsHandler, SealBatchHandler] })
export class CertificationJobsModule {}
