import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, id, line } from '../http/fields.js';
import { editionView, withdrawnFrom } from '../curriculum/course.contract.js';

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
  /** People who said that the name or date of birth that will be printed is wrong. */
  reported: z.int(),
  isSample: z.boolean(),
  allowed: z.object({
    manage: z.boolean(),
    enrol: z.boolean(),
    /** Put the names and dates of birth of its people right. */
    correct: z.boolean(),
    attendance: z.boolean(),
    computeAward: z.boolean(),
    nextStates: z.array(cohortState),
    /** Whether the person could close the results, had they not given marks in this cohort. */
    closedByOthers: z.boolean(),
  }),
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
    /** The withdrawal because of which no edition is in force on the day. */
    withdrawn: z.nullable(withdrawnFrom),
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
    code: line({ max: 40 }),
    title: line({ max: 200 }),
    courseId: id,
    ownerUnitId: id,
    issuerId: id,
    opensOn: calendarDate,
    closesOn: calendarDate,
    capacity: z.int().check(z.gte(1), z.lte(1000)),
    place: line({ min: 0, max: 200 }),
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
  errors: [
    'cohort.wrong_state',
    'cohort.closed_by_marker',
    'cohort.unsettled',
    'session.fresh_authentication_required',
  ],
});
