import { JobHandler, type Handler, type PayloadOf } from '@cam-nang/platform';
import { SealBatch } from '../register/seal-batch.js';
import { sealBatch } from './seal-batch.job.js';

@JobHandler(sealBatch)
export class SealBatchHandler implements Handler<PayloadOf<typeof sealBatch>> {
  constructor(private readonly seal: SealBatch) {}

  handle({ decisionId }: PayloadOf<typeof sealBatch>): Promise<void> {
    return this.seal.run(decisionId);
  }
}
