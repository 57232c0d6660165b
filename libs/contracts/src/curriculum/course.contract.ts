import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { typedJson } from '../http/typed-json.js';
import { calendarDate, id, instant, sha256Hex } from '../http/fields.js';

/** A ProseMirror document of the lesson preset; libs/content validates it. */
export interface WireDocument {
  readonly type: 'doc';
  readonly content?: readonly unknown[];
}
export const document = typedJson<WireDocument>();

export const nodeKind = z.enum([
  'root',
  'module',
  'lesson',
  'quiz',
  'bank',
  'question',
  'report-task',
  'survey',
  'outcome',
  'annex',
]);

export const hours = z.object({ theory: z.int(), discussion: z.int(), practice: z.int() });

export const editionState = z.enum([
  'candidate',
  'returned',
  'scheduled',
  'in_force',
  'superseded',
  'withdrawn',
]);

/** A withdrawal by decision; from its day the edition is withdrawn. */
export const editionWithdrawal = z.object({
  on: calendarDate,
  decisionNo: z.string(),
  decisionDate: z.nullable(calendarDate),
  reason: z.string(),
  /** The edition that cohorts open on instead; null when none was named. */
  fallback: z.nullable(z.object({ id, label: z.string() })),
});

/** Because of which withdrawal no edition is in force. */
export const withdrawnFrom = z.object({
  label: z.string(),
  on: calendarDate,
  decisionNo: z.string(),
  decisionDate: z.nullable(calendarDate),
  reason: z.string(),
});

export const editionView = z.object({
  id,
  label: z.string(),
  major: z.int(),
  minor: z.int(),
  kind: z.enum(['first', 'amendment', 'replacement', 'erratum']),
  state: editionState,
  title: z.nullable(z.string()),
  decisionNo: z.nullable(z.string()),
  decisionDate: z.nullable(calendarDate),
  signer: z.nullable(z.string()),
  preparedBy: z.nullable(z.string()),
  forceFrom: z.nullable(calendarDate),
  forceTo: z.nullable(calendarDate),
  appliesFrom: z.nullable(calendarDate),
  appliesTo: z.nullable(calendarDate),
  manifestHash: sha256Hex,
  issuedAt: z.nullable(instant),
  /** Also while its day is still to come; `state` says whether it has come. */
  withdrawal: z.nullable(editionWithdrawal),
  /** Opening cohorts take it today because what was in force after it is withdrawn. */
  servesAsFallback: z.boolean(),
  recordOnly: z.boolean(),
});

export const courseView = z.object({
  id,
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  ownerUnitId: id,
  ownerUnitName: z.string(),
  isSample: z.boolean(),
  recordOnly: z.boolean(),
  inForce: z.nullable(editionView),
  counts: z.object({ modules: z.int(), lessons: z.int(), questions: z.int(), periods: z.int() }),
  openRequests: z.int(),
  allowed: z.object({ edit: z.boolean(), prepareEdition: z.boolean() }),
});

/** One line of a curriculum's tree, in reading order; children follow their parent. */
export const outlineNode = z.object({
  nodeId: id,
  parentId: z.nullable(id),
  slug: z.string(),
  kind: nodeKind,
  depth: z.int(),
  label: z.string(),
  code: z.nullable(z.string()),
  title: z.string(),
  titleEn: z.nullable(z.string()),
  revisionId: id,
  moduleKind: z.nullable(z.enum(['compulsory', 'elective', 'assessment'])),
  hours: z.nullable(hours),
  minutes: z.nullable(z.int()),
  questions: z.nullable(z.int()),
});

/** One admissible way through the choice groups with its sums of hours. */
export const hoursPath = z.object({
  choices: z.array(z.object({ group: z.string(), modules: z.array(z.string()) })),
  hours,
  total: z.int(),
  difference: z.int(),
});

export const hoursCheck = z.object({
  required: z.int(),
  days: z.int(),
  periodsPerDay: z.int(),
  paths: z.array(hoursPath),
  addsUp: z.boolean(),
});

/** An edition that may be corrected, and what becomes of it. */
export const correctableEdition = z.object({
  editionId: id,
  /** The number of the erratum. */
  next: z.string(),
  /** Whether it is written apart, on the very text of the edition: the main line holds other text by now. */
  apart: z.boolean(),
});

export const listCourses = defineEndpoint({
  id: 'course.list',
  method: 'GET',
  path: '/api/courses',
  summary: 'Courses within one’s scope with the edition in force',
  response: z.object({ courses: z.array(courseView) }),
});

export const readCourse = defineEndpoint({
  id: 'course.read',
  method: 'GET',
  path: '/api/courses/:courseId',
  summary: 'One course with all its editions',
  params: z.object({ courseId: id }),
  response: z.object({
    course: courseView,
    editions: z.array(editionView),
    /** Editions to which the person may ask for an erratum, the newest first. */
    correctable: z.array(correctableEdition),
  }),
});

export const readOutline = defineEndpoint({
  id: 'edition.outline',
  method: 'GET',
  path: '/api/editions/:editionId/outline',
  summary: 'The tree of an edition with hours',
  params: z.object({ editionId: id }),
  response: z.object({
    edition: editionView,
    courseId: id,
    nodes: z.array(outlineNode),
    hours: hoursCheck,
  }),
});

/** The whole content of a node for the desk, answers of questions included. */
export const nodeContent = z.object({
  nodeId: id,
  slug: z.string(),
  kind: nodeKind,
  title: z.string(),
  meta: z.record(z.string(), z.unknown()),
  document: z.nullable(document),
});

export const readEditionNode = defineEndpoint({
  id: 'edition.node',
  method: 'GET',
  path: '/api/editions/:editionId/nodes/:nodeId',
  summary: 'A node as an edition holds it, for the desk',
  params: z.object({ editionId: id, nodeId: id }),
  response: z.object({ edition: editionView, revisionId: id, node: nodeContent }),
});

/** Handbook: the edition in force on a day, for reading at work. */
export const readHandbook = defineEndpoint({
  id: 'handbook.read',
  method: 'GET',
  path: '/api/courses/:courseId/handbook',
  summary: 'The edition in force on a day as a handbook',
  params: z.object({ courseId: id }),
  query: z.object({ on: z.optional(calendarDate) }),
  response: z.object({
    course: z.object({ id, code: z.string(), title: z.string(), titleEn: z.string() }),
    edition: editionView,
    nodes: z.array(outlineNode),
  }),
  errors: ['edition.none_in_force'],
});

export const readHandbookLesson = defineEndpoint({
  id: 'handbook.lesson',
  method: 'GET',
  path: '/api/editions/:editionId/lessons/:nodeId',
  summary: 'The text of a lesson in an issued edition',
  params: z.object({ editionId: id, nodeId: id }),
  response: z.object({
    edition: editionView,
    nodeId: id,
    revisionId: id,
    label: z.string(),
    title: z.string(),
    titleEn: z.nullable(z.string()),
    minutes: z.nullable(z.int()),
    document,
    previous: z.nullable(z.object({ nodeId: id, title: z.string() })),
    next: z.nullable(z.object({ nodeId: id, title: z.string() })),
  }),
});
