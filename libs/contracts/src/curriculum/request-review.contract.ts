import * as z from 'zod/mini';
import { id, instant, sha256Hex } from '../http/fields.js';

export const requestKind = z.enum(['amendment', 'erratum']);

export const verdict = z.enum(['approve', 'request_changes', 'comment']);

/** A verdict on a change request as everybody reads it. */
export const reviewView = z.object({
  reviewerId: id,
  reviewer: z.string(),
  verdict,
  comment: z.string(),
  at: instant,
  /** What the reviewer saw; the verdict counts while the request is the same, in words and in kind. */
  overlayHash: sha256Hex,
  requestKind,
  current: z.boolean(),
});
