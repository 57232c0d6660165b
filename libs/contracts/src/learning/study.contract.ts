import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, id, instant } from '../http/fields.js';
import { document, editionView, hours } from '../curriculum/course.contract.js';

/** A reason in code and figures; the web says it in words. The moment it is about is its `at`, an instant. */
export const reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export const itemState = z.enum(['locked', 'open', 'started', 'done', 'failed']);

/** One thing to do inside a module: a lesson, a quiz, a report. */
export const studyItem = z.object({
  nodeId: id,
  kind: z.enum(['lesson', 'quiz', 'report-task', 'survey']),
  label: z.string(),
  title: z.string(),
  titleEn: z.nullable(z.string()),
  minutes: z.nullable(z.int()),
  state: itemState,
  reason: z.nullable(reason),
  blocksRead: z.int(),
  blocksTotal: z.int(),
  score: z.nullable(z.int()),
  scale: z.nullable(z.int()),
  corrected: z.boolean(),
});

export const studyModule = z.object({
  nodeId: id,
  code: z.string(),
  label: z.string(),
  title: z.string(),
  titleEn: z.nullable(z.string()),
  summary: z.nullable(z.string()),
  summaryEn: z.nullable(z.string()),
  kind: z.enum(['compulsory', 'elective', 'assessment']),
  hours,
  state: itemState,
  reason: z.nullable(reason),
  chosen: z.boolean(),
  items: z.array(studyItem),
  lessonsDone: z.int(),
  lessonsTotal: z.int(),
});

export const choiceGroup = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.nullable(z.string()),
  choose: z.int(),
  moduleNodeIds: z.array(id),
  chosenNodeIds: z.array(id),
  mayChoose: z.boolean(),
});

export const enrolmentSummary = z.object({
  enrolmentId: id,
  cohortId: id,
  cohortCode: z.string(),
  cohortTitle: z.string(),
  courseId: id,
  courseTitle: z.string(),
  courseTitleEn: z.string(),
  edition: editionView,
  opensOn: calendarDate,
  closesOn: calendarDate,
  state: z.string(),
  periodsDone: z.int(),
  periodsTotal: z.int(),
  lessonsDone: z.int(),
  lessonsTotal: z.int(),
});

/** The next thing, and why it is this one. */
export const nextStep = z.object({
  kind: z.enum([
    'lesson',
    'quiz',
    'report-task',
    'survey',
    'confirm-data',
    'certificate',
    'wait',
    'choose',
  ]),
  nodeId: z.nullable(id),
  moduleCode: z.nullable(z.string()),
  moduleTitle: z.nullable(z.string()),
  moduleTitleEn: z.nullable(z.string()),
  label: z.nullable(z.string()),
  title: z.nullable(z.string()),
  titleEn: z.nullable(z.string()),
  blocksRead: z.int(),
  blocksTotal: z.int(),
  minutesLeft: z.nullable(z.int()),
  blockId: z.nullable(z.string()),
  attemptId: z.nullable(id),
  why: z.array(reason),
});

export const readToday = defineEndpoint({
  id: 'study.today',
  method: 'GET',
  path: '/api/study/today',
  summary: 'What to do now and why, for every cohort one is enrolled in',
  response: z.object({
    serverTime: instant,
    today: calendarDate,
    enrolments: z.array(
      z.object({
        summary: enrolmentSummary,
        next: nextStep,
        corrections: z.array(
          z.object({
            nodeId: id,
            label: z.string(),
            title: z.string(),
            titleEn: z.nullable(z.string()),
            editionLabel: z.string(),
            reason: z.string(),
            reasonEn: z.nullable(z.string()),
          }),
        ),
        coming: z.array(
          z.object({
            kind: z.enum(['quiz', 'report-task', 'meeting', 'closing']),
            title: z.string(),
            titleEn: z.nullable(z.string()),
            at: z.nullable(instant),
            onDate: z.nullable(calendarDate),
            nodeId: z.nullable(id),
          }),
        ),
      }),
    ),
  }),
});

export const readStudyCourse = defineEndpoint({
  id: 'study.course',
  method: 'GET',
  path: '/api/study/enrolments/:enrolmentId',
  summary: 'The course as this trainee goes through it: modules, states, reasons',
  params: z.object({ enrolmentId: id }),
  response: z.object({
    summary: enrolmentSummary,
    modules: z.array(studyModule),
    groups: z.array(choiceGroup),
    serverTime: instant,
  }),
});

export const chooseElectives = defineEndpoint({
  id: 'study.choose',
  method: 'PUT',
  path: '/api/study/enrolments/:enrolmentId/choices/:groupCode',
  summary: 'Choose among elective modules',
  params: z.object({ enrolmentId: id, groupCode: z.string().check(z.maxLength(40)) }),
  body: z.object({ moduleNodeIds: z.array(id).check(z.maxLength(20)) }),
  response: z.object({ groups: z.array(choiceGroup) }),
  errors: ['study.locked'],
});

export const lessonProgress = z.object({
  blocksRead: z.array(z.string()),
  blocksTotal: z.int(),
  lastBlockId: z.nullable(z.string()),
  seconds: z.int(),
  state: z.enum(['none', 'started', 'done']),
  doneAt: z.nullable(instant),
});

export const readLesson = defineEndpoint({
  id: 'study.lesson',
  method: 'GET',
  path: '/api/study/enrolments/:enrolmentId/lessons/:nodeId',
  summary: 'The text of a lesson in the cohort’s edition, with one’s own progress',
  params: z.object({ enrolmentId: id, nodeId: id }),
  response: z.object({
    edition: editionView,
    courseTitle: z.string(),
    courseTitleEn: z.string(),
    moduleNodeId: id,
    moduleCode: z.string(),
    moduleTitle: z.string(),
    moduleTitleEn: z.nullable(z.string()),
    nodeId: id,
    revisionId: id,
    label: z.string(),
    title: z.string(),
    titleEn: z.nullable(z.string()),
    summary: z.nullable(z.string()),
    summaryEn: z.nullable(z.string()),
    minutes: z.nullable(z.int()),
    document,
    progress: lessonProgress,
    correction: z.nullable(
      z.object({
        editionLabel: z.string(),
        reason: z.string(),
        reasonEn: z.nullable(z.string()),
        blockIds: z.array(z.string()),
      }),
    ),
    previous: z.nullable(
      z.object({ nodeId: id, label: z.string(), title: z.string(), kind: z.string() }),
    ),
    next: z.nullable(
      z.object({ nodeId: id, label: z.string(), title: z.string(), kind: z.string() }),
    ),
  }),
  errors: ['study.locked', 'study.not_in_edition'],
});

export const saveProgress = defineEndpoint({
  id: 'study.save-progress',
  method: 'PUT',
  path: '/api/study/enrolments/:enrolmentId/lessons/:nodeId/progress',
  summary: 'Blocks read so far; sets only grow, whatever order they arrive in',
  repeatable: true,
  params: z.object({ enrolmentId: id, nodeId: id }),
  body: z.object({
    revisionId: id,
    blocksRead: z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(2000)),
    lastBlockId: z.nullable(z.string().check(z.maxLength(60))),
    seconds: z.int().check(z.gte(0), z.lte(86_400)),
  }),
  response: z.object({ progress: lessonProgress, receivedAt: instant }),
  errors: ['study.not_in_edition', 'enrolment.not_active'],
});
