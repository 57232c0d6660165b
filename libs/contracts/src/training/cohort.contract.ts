import * as z from 'zod/mini';
import type { ConditionFigure, RequiredFigure } from '@cam-nang/domain';
import { binary, defineEndpoint, eventStream, multipart } from '../http/endpoint.js';
import { typedJson } from '../http/typed-json.js';
import { calendarDate, id, instant, text } from '../http/fields.js';
import { editionView } from '../curriculum/course.contract.js';

export const cohortState = z.enum([
  'planned',
  'running',
  'study_ended',
  'results_closed',
  'certified',
  'archived',
  'cancelled',
]);

export const cohortView = z.object({
  id,
  code: z.string(),
  title: z.string(),
  courseId: id,
  courseTitle: z.string(),
  courseTitleEn: z.string(),
  ownerUnitId: id,
  ownerUnitName: z.string(),
  issuerId: id,
  issuerName: z.string(),
  edition: editionView,
  ruleSet: z.object({ id, code: z.string(), title: z.string(), titleEn: z.string() }),
  opensOn: calendarDate,
  closesOn: calendarDate,
  capacity: z.int(),
  place: z.string(),
  state: cohortState,
  manager: z.nullable(z.string()),
  enrolled: z.int(),
  communes: z.int(),
  isSample: z.boolean(),
  allowed: z.object({
    manage: z.boolean(),
    enrol: z.boolean(),
    attendance: z.boolean(),
    computeAward: z.boolean(),
    nextStates: z.array(cohortState),
  }),
});

export const placement = z.object({
  unitName: z.string(),
  unitCode: z.nullable(z.string()),
  provinceName: z.nullable(z.string()),
  organisationName: z.nullable(z.string()),
  positionTitle: z.nullable(z.string()),
});

export const enrolmentState = z.enum([
  'nominated',
  'confirmed',
  'studying',
  'completed',
  'not_completed',
  'withdrawn',
  'transferred',
]);

export const enrolmentView = z.object({
  id,
  number: z.int(),
  personId: id,
  accountId: z.nullable(id),
  fullName: z.string(),
  birthDate: z.nullable(calendarDate),
  username: z.nullable(z.string()),
  placement,
  state: enrolmentState,
  enrolledAt: instant,
  hasSignedIn: z.boolean(),
});

export const ruleSetView = z.object({
  id,
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  validFrom: calendarDate,
  validTo: z.nullable(calendarDate),
  issuedBasis: z.nullable(z.string()),
  /** RuleSet of libs/domain. */
  parameters: z.record(z.string(), z.unknown()),
});

const cohortParams = z.object({ cohortId: id });

export const listRuleSets = defineEndpoint({
  id: 'rule-set.list',
  method: 'GET',
  path: '/api/rule-sets',
  summary: 'Rule sets with their dates and legal bases',
  query: z.object({ on: z.optional(calendarDate) }),
  response: z.object({ ruleSets: z.array(ruleSetView) }),
});

export const listCohorts = defineEndpoint({
  id: 'cohort.list',
  method: 'GET',
  path: '/api/cohorts',
  summary: 'Cohorts within one’s scope, running ones first',
  query: z.object({
    state: z.optional(cohortState),
    search: z.optional(z.string().check(z.maxLength(100))),
    courseId: z.optional(id),
  }),
  response: z.object({ cohorts: z.array(cohortView), allowed: z.object({ open: z.boolean() }) }),
});

export const previewCohort = defineEndpoint({
  id: 'cohort.preview',
  method: 'GET',
  path: '/api/cohort-preview',
  summary: 'Which edition and rule set a cohort opening on a day would be pinned to',
  query: z.object({ courseId: id, opensOn: calendarDate }),
  response: z.object({
    edition: z.nullable(editionView),
    ruleSet: z.nullable(ruleSetView),
    suggestedCode: z.string(),
  }),
});

export const openCohort = defineEndpoint({
  id: 'cohort.open',
  method: 'POST',
  path: '/api/cohorts',
  summary: 'Open a cohort; it is pinned to the edition in force on its opening day',
  body: z.object({
    code: text({ max: 40 }),
    title: text({ max: 200 }),
    courseId: id,
    ownerUnitId: id,
    issuerId: id,
    opensOn: calendarDate,
    closesOn: calendarDate,
    capacity: z.int().check(z.gte(1), z.lte(1000)),
    place: text({ min: 0, max: 200 }),
  }),
  response: cohortView,
  status: 201,
  errors: [
    'cohort.code_taken',
    'cohort.dates_invalid',
    'edition.none_in_force',
    'rule_set.none_in_force',
  ],
});

export const readCohort = defineEndpoint({
  id: 'cohort.read',
  method: 'GET',
  path: '/api/cohorts/:cohortId',
  summary: 'One cohort',
  params: cohortParams,
  response: cohortView,
});

export const moveCohortState = defineEndpoint({
  id: 'cohort.move-state',
  method: 'POST',
  path: '/api/cohorts/:cohortId/state',
  summary: 'Take a cohort to its next state',
  params: cohortParams,
  body: z.object({ to: cohortState }),
  response: cohortView,
  errors: ['cohort.wrong_state'],
});

export const listEnrolments = defineEndpoint({
  id: 'enrolment.list',
  method: 'GET',
  path: '/api/cohorts/:cohortId/enrolments',
  summary: 'The people of a cohort in Vietnamese name order',
  params: cohortParams,
  response: z.object({ enrolments: z.array(enrolmentView) }),
});

const personFields = {
  fullName: text({ max: 120 }),
  birthDate: z.optional(calendarDate),
  gender: z.optional(z.enum(['female', 'male', 'other'])),
  ethnicity: z.optional(text({ max: 60 })),
  personalNumber: z.optional(z.string().check(z.trim(), z.regex(/^\d{12}$/))),
  unitId: z.optional(id),
  organisationId: z.optional(id),
  positionTitle: z.optional(text({ max: 120 })),
  email: z.optional(z.email().check(z.maxLength(200))),
  phone: z.optional(z.string().check(z.trim(), z.regex(/^[0-9+ .-]{8,20}$/))),
};

/** What an office hands to a new trainee: shown once, never stored in clear. */
export const issuedCode = z.object({
  enrolmentId: id,
  fullName: z.string(),
  username: z.string(),
  oneTimeCode: z.string(),
  expiresAt: instant,
});

export const enrolPerson = defineEndpoint({
  id: 'enrolment.enrol',
  method: 'POST',
  path: '/api/cohorts/:cohortId/enrolments',
  summary: 'Enrol one person; a new account gets a one-time code',
  params: cohortParams,
  body: z.object(personFields),
  response: z.object({ enrolment: enrolmentView, code: z.nullable(issuedCode) }),
  status: 201,
  errors: ['cohort.full', 'cohort.wrong_state', 'enrolment.already_enrolled'],
});

export const withdrawEnrolment = defineEndpoint({
  id: 'enrolment.withdraw',
  method: 'POST',
  path: '/api/enrolments/:enrolmentId/withdraw',
  summary: 'Withdraw a person from a cohort; what was studied stays',
  params: z.object({ enrolmentId: id }),
  body: z.object({ reason: text({ max: 300 }) }),
  response: enrolmentView,
  errors: ['enrolment.not_active'],
});

/** One thing to mend in a row of the list. `column` is the heading as the template names it. */
export const importRowError = z.object({
  row: z.int(),
  column: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const importReport = z.object({
  importId: id,
  fileName: z.string(),
  state: z.enum(['checked', 'applied', 'refused']),
  rowsTotal: z.int(),
  rowsOk: z.int(),
  errors: z.array(importRowError),
  preview: z.array(
    z.object({
      row: z.int(),
      fullName: z.string(),
      birthDate: z.nullable(calendarDate),
      unitName: z.nullable(z.string()),
      positionTitle: z.nullable(z.string()),
      outcome: z.enum(['new', 'known_person', 'already_enrolled', 'error']),
    }),
  ),
});

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const importTemplate = defineEndpoint({
  id: 'enrolment.import-template',
  method: 'GET',
  path: '/api/cohorts/:cohortId/imports/template',
  summary: 'The list to fill in, as XLSX',
  params: cohortParams,
  response: binary(XLSX_MEDIA_TYPE),
});

export const checkImport = defineEndpoint({
  id: 'enrolment.check-import',
  method: 'POST',
  path: '/api/cohorts/:cohortId/imports',
  summary: 'Read a list and say row by row what would happen; nothing is enrolled yet',
  params: cohortParams,
  body: multipart(z.object({}), { maxBytes: 10_000_000, accepts: [XLSX_MEDIA_TYPE] }),
  response: importReport,
  status: 201,
  errors: ['import.unreadable', 'import.too_many_rows', 'import.columns_missing', 'file.refused'],
});

export const applyImport = defineEndpoint({
  id: 'enrolment.apply-import',
  method: 'POST',
  path: '/api/cohorts/:cohortId/imports/:importId/apply',
  summary: 'Enrol the rows of a checked list; rows with errors stay out',
  params: z.object({ cohortId: id, importId: id }),
  body: z.object({ skipErrors: z.boolean() }),
  response: z.object({ report: importReport, enrolled: z.int(), codes: z.array(issuedCode) }),
  errors: ['import.rows_invalid', 'cohort.full', 'cohort.wrong_state'],
});

export const attendanceMark = z.object({
  enrolmentId: id,
  periodsPresent: z.int().check(z.gte(0), z.lte(8)),
  excused: z.boolean(),
  note: text({ min: 0, max: 300 }),
});

export const meetingView = z.object({
  id,
  onDate: calendarDate,
  halfDay: z.enum(['morning', 'afternoon', 'evening']),
  periods: z.int(),
  moduleNodeId: z.nullable(id),
  moduleCode: z.nullable(z.string()),
  topic: z.string(),
  place: z.string(),
  held: z.boolean(),
  marks: z.array(z.extend(attendanceMark, { fullName: z.string(), recordedAt: instant })),
});

export const listMeetings = defineEndpoint({
  id: 'meeting.list',
  method: 'GET',
  path: '/api/cohorts/:cohortId/meetings',
  summary: 'Class meetings with attendance',
  params: cohortParams,
  response: z.object({
    meetings: z.array(meetingView),
    people: z.array(z.object({ enrolmentId: id, fullName: z.string(), unitName: z.string() })),
    /** Modules of the edition in reading order: what a meeting may be about. */
    modules: z.array(z.object({ nodeId: id, code: z.string(), title: z.string() })),
    allowed: z.object({ add: z.boolean(), record: z.boolean() }),
  }),
});

export const addMeeting = defineEndpoint({
  id: 'meeting.add',
  method: 'POST',
  path: '/api/cohorts/:cohortId/meetings',
  summary: 'Plan a class meeting of a half-day',
  params: cohortParams,
  body: z.object({
    onDate: calendarDate,
    halfDay: z.enum(['morning', 'afternoon', 'evening']),
    periods: z.int().check(z.gte(1), z.lte(8)),
    moduleNodeId: z.nullable(id),
    topic: text({ min: 0, max: 200 }),
    place: text({ min: 0, max: 200 }),
  }),
  response: meetingView,
  status: 201,
  errors: ['cohort.dates_invalid', 'cohort.wrong_state'],
});

export const recordAttendance = defineEndpoint({
  id: 'meeting.record-attendance',
  method: 'PUT',
  path: '/api/meetings/:meetingId/attendance',
  summary: 'Roll call of a meeting; earlier records stay, the newest counts',
  params: z.object({ meetingId: id }),
  body: z.object({ marks: z.array(attendanceMark).check(z.minLength(1), z.maxLength(1000)) }),
  response: meetingView,
});

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
