import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { hundredths, id, instant, text } from '../http/fields.js';

export const rubricCriterion = z.object({
  id: z.string(),
  criterion: z.string(),
  criterionEn: z.nullable(z.string()),
  /** Hundredths of a point. */
  points: z.int(),
  levels: z.array(
    z.object({
      points: z.int(),
      label: z.string(),
      text: z.string(),
      textEn: z.nullable(z.string()),
    }),
  ),
});

export const reportTaskView = z.object({
  nodeId: id,
  title: z.string(),
  titleEn: z.nullable(z.string()),
  task: z.string(),
  taskEn: z.nullable(z.string()),
  wordsMin: z.nullable(z.int()),
  wordsMax: z.nullable(z.int()),
  maxPoints: z.int(),
  passPoints: z.int(),
  rubric: z.array(rubricCriterion),
});

/** A mark as it counts, or counted. */
const reportMark = z.object({
  points: z.int(),
  maxPoints: z.int(),
  passed: z.boolean(),
  comment: z.string(),
  criteria: z.array(z.object({ id: z.string(), points: z.int() })),
  markedAt: instant,
});

export const reportView = z.object({
  task: reportTaskView,
  submissionId: z.nullable(id),
  state: z.enum(['none', 'draft', 'submitted', 'returned', 'marked']),
  version: z.int(),
  text: z.string(),
  words: z.int(),
  updatedAt: z.nullable(instant),
  submittedAt: z.nullable(instant),
  mark: z.nullable(reportMark),
  mayEdit: z.boolean(),
});

const reportParams = z.object({ enrolmentId: id, taskNodeId: id });

export const readReport = defineEndpoint({
  id: 'report.read',
  method: 'GET',
  path: '/api/study/enrolments/:enrolmentId/reports/:taskNodeId',
  summary: 'One’s own reflective report with its task and mark',
  params: reportParams,
  response: reportView,
});

export const saveReport = defineEndpoint({
  id: 'report.save',
  method: 'PUT',
  path: '/api/study/enrolments/:enrolmentId/reports/:taskNodeId',
  summary: 'Save the text of one’s own report',
  params: reportParams,
  body: z.object({
    version: z.int().check(z.gte(0)),
    text: z.string().check(z.maxLength(60_000), z.normalize('NFC')),
  }),
  response: reportView,
  errors: ['report.wrong_state', 'request.stale'],
});

export const submitReport = defineEndpoint({
  id: 'report.submit',
  method: 'POST',
  path: '/api/study/enrolments/:enrolmentId/reports/:taskNodeId/submit',
  summary: 'Hand the report in',
  params: reportParams,
  body: z.object({ version: z.int() }),
  response: reportView,
  errors: ['report.wrong_state', 'request.stale'],
});

export const listReports = defineEndpoint({
  id: 'report.list',
  method: 'GET',
  path: '/api/cohorts/:cohortId/reports',
  summary: 'Reports of a cohort to be marked',
  params: z.object({ cohortId: id }),
  response: z.object({
    reports: z.array(
      z.object({
        submissionId: z.nullable(id),
        enrolmentId: id,
        fullName: z.string(),
        unitName: z.string(),
        taskNodeId: id,
        taskTitle: z.string(),
        taskTitleEn: z.nullable(z.string()),
        state: z.enum(['none', 'draft', 'submitted', 'returned', 'marked']),
        words: z.int(),
        submittedAt: z.nullable(instant),
        points: z.nullable(z.int()),
        maxPoints: z.int(),
        passed: z.nullable(z.boolean()),
      }),
    ),
    allowed: z.object({ mark: z.boolean() }),
  }),
});

/** A report as its markers see it. What is still being written is nobody's business: its text is empty. */
const submissionView = z.extend(reportView, {
  fullName: z.string(),
  unitName: z.string(),
  enrolmentId: id,
  cohortId: id,
  /** Every mark given, the one that counts first. */
  marks: z.array(z.extend(reportMark, { markedBy: z.string() })),
  allowed: z.object({
    mark: z.boolean(),
    /** Why not, where the person marks reports of this cohort: the report is the person's own. */
    isOwn: z.boolean(),
  }),
});

export const readSubmission = defineEndpoint({
  id: 'report.read-submission',
  method: 'GET',
  path: '/api/reports/:submissionId',
  summary: 'A handed-in report for its marker',
  params: z.object({ submissionId: id }),
  response: submissionView,
});

export const markReport = defineEndpoint({
  id: 'report.mark',
  method: 'POST',
  path: '/api/reports/:submissionId/marks',
  summary: 'Mark a report by its rubric; earlier marks stay',
  params: z.object({ submissionId: id }),
  body: z.object({
    criteria: z.array(z.object({ id: z.string().check(z.maxLength(60)), points: hundredths })),
    comment: text({ min: 0, max: 4000 }),
    returnForImprovement: z.boolean(),
  }),
  response: submissionView,
  status: 201,
  errors: ['report.wrong_state', 'cohort.wrong_state', 'permission.same_person'],
});
