import * as z from 'zod/mini';
import type { CompositionFault, CouncilRules, TallyFault } from '@cam-nang/domain';
import { binary, defineEndpoint } from '../http/endpoint.js';
import { typedJson } from '../http/typed-json.js';
import { calendarDate, id, instant, line, sha256Hex, text } from '../http/fields.js';
import { editionView } from './course.contract.js';
import { paperFormat } from './edition.contract.js';

export const councilDuty = z.enum(['chair', 'secretary', 'reviewer', 'member']);
export const ballotValue = z.enum(['pass', 'pass_with_changes', 'fail', 'abstain']);
export const councilOutcome = z.enum(['pass', 'pass_with_changes', 'fail']);

/** The rules a council is checked and counted by, with their basis. */
export const appraisalRules = z.object({
  id,
  title: z.string(),
  basis: z.string(),
  parameters: typedJson<CouncilRules>(),
});

export const councilMemberView = z.object({
  accountId: id,
  name: z.string(),
  organisation: z.string(),
  duty: councilDuty,
  isTeacher: z.boolean(),
  representsUsers: z.boolean(),
  yearsOfExperience: z.int(),
  /** Wrote in what is judged or prepared it: not counted. */
  recused: z.boolean(),
  ballot: z.nullable(
    z.object({
      value: ballotValue,
      comment: z.string(),
      at: instant,
      /** False when it is about something else than what is frozen now. */
      counts: z.boolean(),
    }),
  ),
});

export const councilView = z.object({
  id,
  edition: editionView,
  courseId: id,
  courseTitle: z.string(),
  rules: appraisalRules,
  decisionNo: z.string(),
  decisionDate: calendarDate,
  papersSentOn: calendarDate,
  /** The first day on which it may decide. */
  decidesFrom: calendarDate,
  manifestHash: sha256Hex,
  convenedBy: z.string(),
  convenedAt: instant,
  stage: z.enum(['sitting', 'decided', 'dissolved']),
  outcome: z.nullable(councilOutcome),
  conclusion: z.string(),
  endedAt: z.nullable(instant),
  members: z.array(councilMemberView),
  tally: z.object({
    votes: z.object({
      pass: z.int(),
      pass_with_changes: z.int(),
      fail: z.int(),
      abstain: z.int(),
    }),
    present: z.int(),
    quorum: z.int(),
    needed: z.int(),
    faults: z.array(typedJson<TallyFault>()),
    outcome: z.nullable(councilOutcome),
  }),
  mine: z.nullable(
    z.object({
      duty: councilDuty,
      recused: z.boolean(),
      /** Whether a vote of one’s own counts now. */
      voted: z.boolean(),
      /** The last vote of one’s own, whatever it was about. */
      ballot: z.nullable(z.object({ value: ballotValue, comment: z.string() })),
    }),
  ),
  /** The later candidate in which the person, as its chair, has to find the changes it asked for. */
  toConfirm: z.nullable(z.object({ editionId: id, label: z.string() })),
  allowed: z.object({ vote: z.boolean(), close: z.boolean() }),
});

const editionParams = z.object({ editionId: id });
const councilParams = z.object({ councilId: id });

/** Where an edition stands with its council. */
export const editionCouncil = z.object({
  /** False when a signature is enough: an erratum, or no rules in force. */
  required: z.boolean(),
  rules: z.nullable(appraisalRules),
  council: z.nullable(councilView),
  /** A council that asked for changes in the candidate before, whose chair may confirm them. */
  confirmable: z.nullable(
    z.object({
      councilId: id,
      /** The candidate that it judged. */
      editionId: id,
      editionLabel: z.string(),
      chair: z.string(),
      conclusion: z.string(),
      /** Whether this candidate says the same as the one that it judged: there is nothing to confirm. */
      unchanged: z.boolean(),
    }),
  ),
  confirmed: z.nullable(z.object({ by: z.string(), at: instant })),
  passed: z.boolean(),
  allowed: z.object({ convene: z.boolean(), confirm: z.boolean() }),
});

export const readEditionCouncil = defineEndpoint({
  id: 'council.of-edition',
  method: 'GET',
  path: '/api/editions/:editionId/council',
  summary: 'Where an edition stands with its appraisal council',
  params: editionParams,
  response: editionCouncil,
});

export const listCouncilCandidates = defineEndpoint({
  id: 'council.candidates',
  method: 'GET',
  path: '/api/editions/:editionId/council/candidates',
  summary: 'Who could sit on the council of an edition, and who wrote in it',
  params: editionParams,
  response: z.object({
    people: z.array(
      z.object({ accountId: id, name: z.string(), organisation: z.string(), recused: z.boolean() }),
    ),
  }),
});

export const conveneCouncil = defineEndpoint({
  id: 'council.convene',
  method: 'POST',
  path: '/api/editions/:editionId/council',
  summary: 'Set up the council by decision; its composition is checked',
  params: editionParams,
  body: z.object({
    decisionNo: line({ max: 60 }),
    decisionDate: calendarDate,
    papersSentOn: calendarDate,
    members: z
      .array(
        z.object({
          accountId: id,
          duty: councilDuty,
          organisation: line({ min: 0, max: 200 }),
          isTeacher: z.boolean(),
          representsUsers: z.boolean(),
          yearsOfExperience: z.int().check(z.gte(0), z.lte(60)),
        }),
      )
      .check(z.minLength(1), z.maxLength(30)),
  }),
  response: editionCouncil,
  status: 201,
  errors: ['council.composition', 'council.wrong_state', 'edition.wrong_state'],
});

/** What a refusal for its composition carries in `faults`. */
export type CouncilCompositionFault = CompositionFault;

export const listCouncils = defineEndpoint({
  id: 'council.list',
  method: 'GET',
  path: '/api/councils',
  summary: 'Councils one sits on or may read, those at work first',
  response: z.object({ councils: z.array(councilView) }),
});

export const castBallot = defineEndpoint({
  id: 'council.vote',
  method: 'POST',
  path: '/api/councils/:councilId/ballots',
  summary: 'A member’s vote on exactly what was frozen; the latest one counts',
  params: councilParams,
  body: z.object({
    value: ballotValue,
    manifestHash: sha256Hex,
    comment: text({ min: 0, max: 4000 }),
  }),
  response: councilView,
  status: 201,
  errors: [
    'council.wrong_state',
    'council.not_a_member',
    'edition.manifest_changed',
    'permission.same_person',
  ],
});

export const closeCouncil = defineEndpoint({
  id: 'council.close',
  method: 'POST',
  path: '/api/councils/:councilId/close',
  summary: 'The chair closes the vote; a candidate that did not pass is sent back',
  params: councilParams,
  body: z.object({ conclusion: text({ min: 0, max: 4000 }) }),
  response: councilView,
  errors: ['council.wrong_state', 'council.chair_only', 'council.cannot_decide'],
});

export const downloadMinutes = defineEndpoint({
  id: 'council.minutes',
  method: 'GET',
  path: '/api/councils/:councilId/minutes',
  summary: 'The minutes of a council that has decided, in the official layout',
  params: councilParams,
  query: z.object({ format: paperFormat }),
  response: binary('application/*'),
  errors: ['council.wrong_state'],
});

export const confirmChanges = defineEndpoint({
  id: 'council.confirm',
  method: 'POST',
  path: '/api/editions/:editionId/council/confirmation',
  summary: 'The chair finds in a later candidate the changes the council asked for',
  params: editionParams,
  body: z.object({ manifestHash: sha256Hex }),
  response: editionCouncil,
  errors: [
    'council.wrong_state',
    'council.chair_only',
    'council.nothing_changed',
    'edition.manifest_changed',
    'permission.same_person',
  ],
});
