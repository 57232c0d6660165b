import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { id, instant } from '../http/fields.js';
import { enrolmentSummary, itemState, reason } from './study.contract.js';

/** One try at a quiz with its mark; `score` is null until it is graded. */
export const attemptLine = z.object({
  id,
  number: z.int(),
  closed: z.boolean(),
  openedAt: instant,
  score: z.nullable(z.int()),
  scale: z.nullable(z.int()),
  passed: z.nullable(z.boolean()),
});

/** A quiz or a report with its mark, and every try at it. */
export const workResult = z.object({
  nodeId: id,
  kind: z.enum(['quiz', 'report-task']),
  /** What a quiz is for; null for a report. */
  purpose: z.nullable(z.enum(['practice', 'final'])),
  moduleCode: z.string(),
  moduleTitle: z.string(),
  moduleTitleEn: z.nullable(z.string()),
  title: z.string(),
  titleEn: z.nullable(z.string()),
  state: itemState,
  reason: z.nullable(reason),
  /** The mark that counts, hundredths, on `scale`. */
  score: z.nullable(z.int()),
  scale: z.nullable(z.int()),
  attempts: z.array(attemptLine),
});

export const readStudyResults = defineEndpoint({
  id: 'study.results',
  method: 'GET',
  path: '/api/study/enrolments/:enrolmentId/results',
  summary: 'One’s own marks in every quiz and report, and the periods one was there',
  params: z.object({ enrolmentId: id }),
  response: z.object({
    summary: enrolmentSummary,
    works: z.array(workResult),
    /** Periods of every class meeting held so far. */
    attendance: z.object({
      planned: z.int(),
      present: z.int(),
      madeUp: z.int(),
      excused: z.int(),
      /** Neither there nor excused. */
      absent: z.int(),
    }),
  }),
});
