import { fields } from '@cam-nang/contracts';
import { defineJob } from '@cam-nang/platform';
import * as z from 'zod/mini';

/** How many papers one job makes: a few seconds of typesetting. */
export const CHUNK = 25;

/** Makes the papers of a decision from one place of its list to another (both included). */
export const makeDocuments = defineJob({
  name: 'certification.make-documents',
  schema: z.object({
    decisionId: fields.id,
    from: z.int().check(z.gte(1)),
    to: z.int().check(z.gte(1)),
  }),
  attempts: 5,
  backoffMs: 2_000,
});

/** The jobs that make a list of so many papers. */
export function chunksOf(
  decisionId: string,
  total: number,
): { readonly decisionId: string; readonly from: number; readonly to: number }[] {
  return Array.from({ length: Math.ceil(total / CHUNK) }, (_, index) => ({
    decisionId,
    from: index * CHUNK + 1,
    to: Math.min(total, (index + 1) * CHUNK),
  }));
}
