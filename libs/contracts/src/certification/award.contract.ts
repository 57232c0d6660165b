import * as z from 'zod/mini';
import { defineEndpoint, eventStream } from '../http/endpoint.js';
import { calendarDate, id, instant, line, sha256Hex, text } from '../http/fields.js';
import { editionView } from '../curriculum/course.contract.js';
import { jobFailure, stageProgress } from '../operations/job.contract.js';
import { cohortView } from '../training/cohort.contract.js';
import { conditionView } from './certificate.contract.js';

export const awardItem = z.object({
  enrolmentId: id,
  position: z.nullable(z.int()),
  fullName: z.string(),
  birthDate: z.nullable(calendarDate),
  unitName: z.string(),
  eligible: z.boolean(),
  mark: z.nullable(z.int()),
  grade: z.nullable(z.string()),
  unmet: z.array(conditionView),
});

export const awardChange = z.object({
  kind: z.enum(['in', 'out', 'changed']),
  enrolmentId: id,
  fullName: z.string(),
  unitName: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export const proposalView = z.object({
  id,
  cohort: cohortView,
  round: z.int(),
  state: z.enum(['computed', 'submitted', 'signed', 'returned']),
  typeTitle: z.string(),
  typeNoun: z.string(),
  typeNounEn: z.string(),
  ruleSet: z.object({ code: z.string(), title: z.string(), titleEn: z.string() }),
  edition: editionView,
  listHash: sha256Hex,
  computedAt: instant,
  computedBy: z.string(),
  submittedAt: z.nullable(instant),
  submittedBy: z.nullable(z.string()),
  returnedReason: z.nullable(z.string()),
  version: z.int(),
  eligible: z.array(awardItem),
  notEligible: z.array(awardItem),
  grades: z.array(z.object({ grade: z.string(), count: z.int() })),
  changes: z.array(awardChange),
  previousComputedAt: z.nullable(instant),
  checks: z.array(
    z.object({
      code: z.string(),
      met: z.boolean(),
      blocking: z.boolean(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  nextSerial: z.string(),
  lastSerial: z.nullable(z.string()),
  decisionId: z.nullable(id),
  allowed: z.object({
    compute: z.boolean(),
    submit: z.boolean(),
    sign: z.boolean(),
    return: z.boolean(),
    whyNotSign: z.nullable(z.string()),
  }),
});

const proposalParams = z.object({ proposalId: id });

export const computeAward = defineEndpoint({
  id: 'award.compute',
  method: 'POST',
  path: '/api/cohorts/:cohortId/award-proposals',
  summary: 'Compute the list of the eligible and of the others with reasons, or compute it again',
  params: z.object({ cohortId: id }),
  response: proposalView,
  status: 201,
  errors: ['award.wrong_state', 'cohort.wrong_state'],
});

export const proposalSummary = z.object({
  id,
  cohortId: id,
  cohortCode: z.string(),
  cohortTitle: z.string(),
  round: z.int(),
  state: z.enum(['computed', 'submitted', 'signed', 'returned']),
  eligible: z.int(),
  notEligible: z.int(),
  computedAt: instant,
  computedBy: z.string(),
  submittedBy: z.nullable(z.string()),
  decisionId: z.nullable(id),
  decisionNo: z.nullable(z.string()),
  batchState: z.nullable(z.string()),
});

export const listProposals = defineEndpoint({
  id: 'award.list',
  method: 'GET',
  path: '/api/award-proposals',
  summary: 'Award proposals within one’s scope, those waiting for a signature first',
  query: z.object({ cohortId: z.optional(id) }),
  response: z.object({ proposals: z.array(proposalSummary) }),
});

export const readProposal = defineEndpoint({
  id: 'award.read',
  method: 'GET',
  path: '/api/award-proposals/:proposalId',
  summary: 'An award proposal with its lists',
  params: proposalParams,
  response: proposalView,
});

export const submitProposal = defineEndpoint({
  id: 'award.submit',
  method: 'POST',
  path: '/api/award-proposals/:proposalId/submit',
  summary: 'Submit the list for signature',
  params: proposalParams,
  body: z.object({ listHash: sha256Hex }),
  response: proposalView,
  errors: [
    'award.wrong_state',
    'award.list_changed',
    'award.nobody_eligible',
    'award.text_does_not_fit',
    'award.glyph_missing',
  ],
});

export const returnProposal = defineEndpoint({
  id: 'award.return',
  method: 'POST',
  path: '/api/award-proposals/:proposalId/return',
  summary: 'Send the list back with a reason',
  params: proposalParams,
  body: z.object({ reason: text({ max: 1000 }) }),
  response: proposalView,
  errors: ['award.wrong_state'],
});

export const signAward = defineEndpoint({
  id: 'award.sign',
  method: 'POST',
  path: '/api/award-proposals/:proposalId/sign',
  summary:
    'Sign the decision: numbers are taken at once, certificates are made by a job; cannot be undone',
  params: proposalParams,
  body: z.object({
    listHash: sha256Hex,
    decisionNo: line({ max: 60 }),
    decisionDate: calendarDate,
    place: line({ max: 100 }),
    signerTitle: line({ max: 120 }),
    confirmation: line({ min: 0, max: 60 }),
  }),
  response: z.object({ decisionId: id, proposal: proposalView }),
  errors: [
    'award.wrong_state',
    'award.list_changed',
    'award.decision_taken',
    'award.text_does_not_fit',
    'award.glyph_missing',
    'permission.same_person',
    'session.fresh_authentication_required',
  ],
});

export const batchView = z.object({
  decisionId: id,
  proposalId: id,
  cohortCode: z.string(),
  decisionNo: z.string(),
  decisionDate: calendarDate,
  signerName: z.string(),
  state: z.enum(['numbered', 'making', 'sealing', 'done', 'paused']),
  total: z.int(),
  registered: z.int(),
  firstSerial: z.string(),
  lastSerial: z.string(),
  firstRegister: z.string(),
  lastRegister: z.string(),
  stages: z.array(stageProgress),
  failures: z.array(
    z.extend(jobFailure, {
      fullName: z.nullable(z.string()),
      registerNumber: z.nullable(z.string()),
    }),
  ),
  startedAt: instant,
  finishedAt: z.nullable(instant),
  head: z.nullable(z.object({ size: z.int(), root: sha256Hex, signedAt: instant })),
  serverTime: instant,
});

export const readBatch = defineEndpoint({
  id: 'award.batch',
  method: 'GET',
  path: '/api/award-decisions/:decisionId',
  summary: 'Where the making of a batch stands',
  params: z.object({ decisionId: id }),
  response: batchView,
});

export const watchBatch = defineEndpoint({
  id: 'award.watch-batch',
  method: 'GET',
  path: '/api/award-decisions/:decisionId/events',
  summary: 'The progress of a batch as it happens',
  params: z.object({ decisionId: id }),
  response: eventStream(batchView),
});
