import { CELL_CODES, PERSON_COLUMNS } from '@cam-nang/domain';
import * as z from 'zod/mini';
import { binary, defineEndpoint, multipart } from '../http/endpoint.js';
import { calendarDate, id, instant, line, text } from '../http/fields.js';

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
  /** What the person says is wrong with the name or the date of birth. */
  reported: z.nullable(z.object({ note: z.string(), at: instant })),
  /** Of this cohort or another: a paper that a correction does not change. */
  certified: z.boolean(),
});

const cohortParams = z.object({ cohortId: id });

export const listEnrolments = defineEndpoint({
  id: 'enrolment.list',
  method: 'GET',
  path: '/api/cohorts/:cohortId/enrolments',
  summary: 'The people of a cohort in Vietnamese name order',
  params: cohortParams,
  response: z.object({ enrolments: z.array(enrolmentView) }),
});

const personFields = {
  fullName: line({ max: 120 }),
  birthDate: z.optional(calendarDate),
  gender: z.optional(z.enum(['female', 'male', 'other'])),
  ethnicity: z.optional(line({ max: 60 })),
  personalNumber: z.optional(z.string().check(z.trim(), z.regex(/^\d{12}$/))),
  unitId: z.optional(id),
  organisationId: z.optional(id),
  positionTitle: z.optional(line({ max: 120 })),
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
  errors: [
    'cohort.full',
    'cohort.wrong_state',
    'enrolment.already_enrolled',
    'enrolment.number_of_another',
  ],
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

const named = z.object({ fullName: line({ max: 120 }), birthDate: z.nullable(calendarDate) });

export const correctPerson = defineEndpoint({
  id: 'enrolment.correct-person',
  method: 'PUT',
  path: '/api/enrolments/:enrolmentId/person',
  summary:
    'Put the name and the date of birth of an enrolled person right; they are confirmed anew, and papers stay as printed',
  params: z.object({ enrolmentId: id }),
  body: z.object({
    /** As it was shown: what was corrected by somebody else meanwhile is not overwritten. */
    seen: named,
    fullName: line({ max: 120 }),
    birthDate: calendarDate,
    reason: text({ max: 300 }),
  }),
  response: enrolmentView,
  errors: [
    'request.stale',
    'permission.same_person',
    'person.nothing_changed',
    'person.another_person',
    'person.alike',
    'person.known_elsewhere',
  ],
});

/** Something about one cell of the list. */
export const importNote = z.object({
  column: z.enum(PERSON_COLUMNS),
  code: z.enum(CELL_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** One thing to mend in a row of the list. */
export const importRowError = z.extend(importNote, { row: z.int() });

export const importReport = z.object({
  importId: id,
  fileName: z.string(),
  state: z.enum(['checked', 'applied', 'refused']),
  rowsTotal: z.int(),
  rowsOk: z.int(),
  errors: z.array(importRowError),
  /** Columns that were not read although something stands in them: letters and heading. */
  passedOver: z.array(z.object({ column: z.string(), heading: z.string() })),
  preview: z.array(
    z.object({
      row: z.int(),
      fullName: z.string(),
      birthDate: z.nullable(calendarDate),
      unitName: z.nullable(z.string()),
      positionTitle: z.nullable(z.string()),
      outcome: z.enum(['new', 'known_person', 'already_enrolled', 'error']),
      /** What to look at again; it stops nothing. */
      doubts: z.array(importNote),
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
  errors: [
    'import.rows_invalid',
    'cohort.full',
    'cohort.wrong_state',
    'enrolment.number_of_another',
  ],
});
