import { JobHandler, type Handler, type JobContext, type PayloadOf } from '@cam-nang/platform';
import { MakeChunk } from '../use-cases/make-chunk.js';
import { makeDocuments } from './make-documents.job.js';

@JobHandler(makeDocuments)
export class MakeDocumentsHandler implements Handler<PayloadOf<typeof makeDocuments>> {
  constructor(private readonly makeChunk: MakeChunk) {}

  handle(payload: PayloadOf<typeof makeDocuments>, { signal }: JobContext): Promise<void> {
    return this.makeChunk.run(payload, signal);
  }
}
