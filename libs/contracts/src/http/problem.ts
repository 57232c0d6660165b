import * as z from 'zod/mini';
import { errorCodes } from '../error-codes.js';

/** One field that has to be mended. `path` is dotted from the root of params, query or body. */
export const problemField = z.object({
  path: z.string(),
  /** A code of the validation language (`too_small`, `invalid_type`, …) or of the domain. */
  code: z.string(),
  message: z.string(),
  params: z.optional(
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  ),
});

/** RFC 9457 problem details as every endpoint answers them (`application/problem+json`). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(errorCodes),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  correlationId: z.string(),
  errors: z.optional(z.array(problemField)),
  details: z.optional(z.record(z.string(), z.unknown())),
});

export type ProblemField = z.infer<typeof problemField>;
export type Problem = z.infer<typeof problem>;
