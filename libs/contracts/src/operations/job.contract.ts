import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { done, id, instant } from '../http/fields.js';

export const stageProgress = z.object({
  stage: z.string(),
  done: z.int(),
  total: z.int(),
  failed: z.int(),
  startedAt: instant,
  updatedAt: instant,
  finishedAt: z.nullable(instant),
});

export const jobFailure = z.object({
  id,
  job: z.string(),
  jobId: z.string(),
  reason: z.string(),
  attempts: z.int(),
  failedAt: instant,
  retriedAt: z.nullable(instant),
});

export const jobOverview = defineEndpoint({
  id: 'job.overview',
  method: 'GET',
  path: '/api/jobs',
  summary: 'What runs, what waits, what failed',
  response: z.object({
    backend: z.enum(['postgresql', 'redis']),
    waiting: z.int(),
    active: z.int(),
    delayed: z.int(),
    unsent: z.int(),
    running: z.array(z.object({ key: z.string(), stages: z.array(stageProgress) })),
    failures: z.array(jobFailure),
    serverTime: instant,
  }),
});

export const retryJob = defineEndpoint({
  id: 'job.retry',
  method: 'POST',
  path: '/api/jobs/failures/:failureId/retry',
  summary: 'Put a failed job back into the queue',
  params: z.object({ failureId: id }),
  response: done,
  errors: ['job.not_retryable'],
});
