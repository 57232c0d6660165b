import * as z from 'zod/mini';
import type { ConditionFigure, RequiredFigure } from '@cam-nang/domain';
import { defineEndpoint, eventStream } from '../http/endpoint.js';
import { typedJson } from '../http/typed-json.js';
import { id, instant } from '../http/fields.js';
import { cohortView } from './cohort.contract.js';

/** The board: one row a person, columns by module. */
export const boardCell = z.object({
  moduleCode: z.string(),
  done: z.int(),
  started: z.int(),
  total: z.int(),
  absent: z.int(),
});

export const boardRow = z.object({
  enrolmentId: id,
  number: z.int(),
  fullName: z.string(),
  unitName: z.string(),
  cells: z.array(boardCell),
  periodsDone: z.int(),
  periodsTotal: z.int(),
  /** Best score of the final quiz on the scale of the rule set, hundredths. */
  finalScore: z.nullable(z.int()),
  finalPassed: z.nullable(z.boolean()),
  report: z.enum(['none', 'draft', 'submitted', 'returned', 'marked']),
  reportPassed: z.nullable(z.boolean()),
  /** Conditions of the certificate that are not met yet. */
  missing: z.array(
    z.object({
      code: z.string(),
      nodeTitle: z.nullable(z.string()),
      actual: typedJson<ConditionFigure>(),
      required: typedJson<RequiredFigure>(),
    }),
  ),
  lastSeenAt: z.nullable(instant),
  online: z.boolean(),
});

export const boardModule = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.nullable(z.string()),
  periods: z.int(),
});

export const cohortBoard = z.object({
  cohort: cohortView,
  modules: z.array(boardModule),
  rows: z.array(boardRow),
  serverTime: instant,
});

const cohortParams = z.object({ cohortId: id });

export const readBoard = defineEndpoint({
  id: 'progress.board',
  method: 'GET',
  path: '/api/cohorts/:cohortId/board',
  summary: 'Who is where, one row a person',
  params: cohortParams,
  response: cohortBoard,
});

export const watchBoard = defineEndpoint({
  id: 'progress.watch-board',
  method: 'GET',
  path: '/api/cohorts/:cohortId/board/events',
  summary: 'Rows of the board as they change',
  params: cohortParams,
  response: eventStream(
    z.object({ kind: z.enum(['rows', 'beat']), rows: z.array(boardRow), serverTime: instant }),
  ),
});
