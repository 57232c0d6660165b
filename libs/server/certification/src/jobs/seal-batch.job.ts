import { fields } from '@cam-nang/contracts';
import { defineJob } from '@cam-nang/platform';
import * as z from 'zod/mini';

/** Seals the papers of a decision once all of them are made. */
export const sealBatch = defineJob({
  name: 'certification.seal-batch',
  schema: z.object({ decisionId: fields.id }),
  attempts: 8,
  backoffMs: 2_000,
});
