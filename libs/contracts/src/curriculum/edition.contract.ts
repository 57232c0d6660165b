import * as z from 'zod/mini';
import type { NodeDiff } from '@cam-nang/domain';
import { binary, defineEndpoint, multipart } from '../http/endpoint.js';
import { typedJson } from '../http/typed-json.js';
import { calendarDate, id, idList, instant, line, sha256Hex, text } from '../http/fields.js';
import { requestCheck } from './change-request.contract.js';
import { editionView, nodeKind } from './course.contract.js';

const wordCounts = z.object({ inserted: z.int(), deleted: z.int() });

/** One line of the comparison table: which node, what happened to it, why. */
export const comparisonRow = z.object({
  nodeId: id,
  kind: nodeKind,
  label: z.string(),
  title: z.string(),
  change: z.enum(['added', 'removed', 'moved', 'changed']),
  reason: z.string(),
  proposedBy: z.nullable(z.string()),
  /** Words of its text that came and went; null where the text is the same, or not compared. */
  words: z.nullable(wordCounts),
  /** Whether the key of a question differs; false for who may not see keys. */
  keyChanged: z.boolean(),
});

const cohortCount = z.object({ runningCohorts: z.int(), trainees: z.int() });

/** How an edition came to be: what was merged since the one before, when it was sealed, sent back, why. */
export const editionHistory = z.object({
  requests: z.array(z.object({ id, number: z.int(), title: z.string() })),
  mergedAt: z.nullable(instant),
  preparedAt: instant,
  returned: z.nullable(z.object({ at: instant, by: z.nullable(z.string()), reason: z.string() })),
  decisionTitle: z.nullable(z.string()),
});

export const editionDetail = z.object({
  edition: editionView,
  courseId: id,
  courseTitle: z.string(),
  previous: z.nullable(editionView),
  nextNumber: z.object({ amendment: z.string(), erratum: z.nullable(z.string()) }),
  checks: z.array(requestCheck),
  erratumRefusals: z.array(
    z.object({
      code: z.string(),
      nodeId: z.nullable(id),
      params: z.record(z.string(), z.unknown()),
    }),
  ),
  history: editionHistory,
  /** Running cohorts that follow this edition by themselves: those of its major, for an erratum. */
  affected: cohortCount,
  /** Running cohorts of the course that stay with the edition they have. */
  keeping: cohortCount,
  /** What withdrawing it would mean; null for who may not, and for what cannot be withdrawn. */
  withdrawing: z.nullable(
    z.object({
      /** Whether cohorts that open would have taken it, so that a choice is to be made. */
      governs: z.boolean(),
      fallbacks: z.array(z.object({ id, label: z.string() })),
      /** Running cohorts of its major: they go on. */
      following: cohortCount,
    }),
  ),
  /** The next erratum to it; null for who may not ask for one, and for what is not the latest of its major. */
  correcting: z.nullable(
    z.object({
      next: z.string(),
      /** Whether corrections of it are merged and wait for that erratum. */
      waiting: z.boolean(),
    }),
  ),
  allowed: z.object({
    issue: z.boolean(),
    return: z.boolean(),
    whyNot: z.nullable(z.string()),
  }),
});

export const prepareEdition = defineEndpoint({
  id: 'edition.prepare',
  method: 'POST',
  path: '/api/courses/:courseId/editions',
  summary: 'Freeze the head of the line as the candidate of the next edition',
  params: z.object({ courseId: id }),
  body: z.object({
    kind: z.enum(['amendment', 'erratum']),
    title: line({ max: 300 }),
    /** An erratum to this edition, of the corrections merged on its own line; else to the newest. */
    editionId: z.optional(id),
  }),
  response: editionDetail,
  status: 201,
  errors: [
    'edition.wrong_state',
    'edition.not_an_erratum',
    'curriculum.nothing_changed',
    'curriculum.hours_do_not_add_up',
    'curriculum.structure_invalid',
  ],
});

export const readEdition = defineEndpoint({
  id: 'edition.read',
  method: 'GET',
  path: '/api/editions/:editionId',
  summary: 'An edition with what would happen if it were issued',
  params: z.object({ editionId: id }),
  response: editionDetail,
});

export const compareEditions = defineEndpoint({
  id: 'edition.compare',
  method: 'GET',
  path: '/api/editions/:editionId/comparison',
  summary: 'What differs between an edition and the one before it, or a named one, node by node',
  params: z.object({ editionId: id }),
  query: z.object({ with: z.optional(id) }),
  response: z.object({
    from: z.nullable(editionView),
    to: editionView,
    /** Words that came and went in all. */
    words: wordCounts,
    rows: z.array(comparisonRow),
  }),
});

/** Nodes whose words are compared in one answer: lessons of 10,000 words stay a quick read together. */
export const MOST_COMPARED_NODES = 8;

/** The words of a comparison, apart from its rows: between far editions they weigh many megabytes. */
export const compareEditionNodes = defineEndpoint({
  id: 'edition.compare-nodes',
  method: 'GET',
  path: '/api/editions/:editionId/comparison/nodes',
  summary: 'The old and the new of some nodes of the comparison, in words',
  params: z.object({ editionId: id }),
  query: z.object({ with: z.optional(id), nodes: idList(MOST_COMPARED_NODES) }),
  response: z.object({
    /** In reading order; what does not differ is left out, and everything of a first edition. */
    nodes: z.array(typedJson<NodeDiff>()),
  }),
});

/** The file types of official papers. */
export const paperFormat = z.enum(['pdf', 'docx']);

export const downloadComparison = defineEndpoint({
  id: 'edition.comparison-table',
  method: 'GET',
  path: '/api/editions/:editionId/comparison-table',
  summary: 'The comparison table (old, new, reason) as a file for the council',
  params: z.object({ editionId: id }),
  query: z.object({ format: paperFormat, with: z.optional(id) }),
  response: binary('application/*'),
});

export const issueEdition = defineEndpoint({
  id: 'edition.issue',
  method: 'POST',
  path: '/api/editions/:editionId/issue',
  summary: 'Sign and issue: decision number and date, date of effect; cannot be undone',
  params: z.object({ editionId: id }),
  body: z.object({
    manifestHash: sha256Hex,
    decisionNo: line({ max: 60 }),
    decisionDate: calendarDate,
    decisionTitle: line({ min: 0, max: 300 }),
    effectiveFrom: calendarDate,
    /** The decision number typed once more, as the confirmation of an act that cannot be undone. */
    confirmation: line({ min: 0, max: 60 }),
  }),
  response: editionDetail,
  errors: [
    'edition.wrong_state',
    'edition.not_appraised',
    'edition.manifest_changed',
    'edition.decision_taken',
    'edition.dates_overlap',
    'edition.date_in_past',
    'permission.same_person',
    'session.fresh_authentication_required',
  ],
});

export const returnEdition = defineEndpoint({
  id: 'edition.return',
  method: 'POST',
  path: '/api/editions/:editionId/return',
  summary: 'Send the candidate back with an opinion',
  params: z.object({ editionId: id }),
  body: z.object({ reason: text({ max: 2000 }) }),
  response: editionDetail,
  errors: ['edition.wrong_state'],
});

export const withdrawEdition = defineEndpoint({
  id: 'edition.withdraw',
  method: 'POST',
  path: '/api/editions/:editionId/withdraw',
  summary: 'Withdraw an issued edition by decision, from a day on; cannot be undone',
  params: z.object({ editionId: id }),
  body: z.object({
    decisionNo: line({ max: 60 }),
    decisionDate: calendarDate,
    reason: text({ max: 2000 }),
    /** First day on which it is withdrawn: today or later. */
    on: calendarDate,
    /** The edition that cohorts open on instead; null for none. */
    fallbackId: z.nullable(id),
    /** The decision number typed once more, as the confirmation of an act that cannot be undone. */
    confirmation: line({ min: 0, max: 60 }),
  }),
  response: editionDetail,
  errors: ['edition.wrong_state', 'edition.date_in_past', 'session.fresh_authentication_required'],
});

export const uploadImage = defineEndpoint({
  id: 'file.upload-image',
  method: 'POST',
  path: '/api/files/images',
  summary: 'Store an image for lessons; the same bytes are stored once',
  body: multipart(z.object({}), {
    maxBytes: 5_000_000,
    accepts: ['image/png', 'image/jpeg', 'image/webp'],
  }),
  response: z.object({
    sha256: sha256Hex,
    mediaType: z.string(),
    bytes: z.int(),
    width: z.nullable(z.int()),
    height: z.nullable(z.int()),
  }),
  status: 201,
  errors: ['file.refused', 'request.too_large'],
});

export const readImage = defineEndpoint({
  id: 'file.image',
  method: 'GET',
  path: '/api/files/images/:sha256',
  summary: 'A stored image',
  params: z.object({ sha256: sha256Hex }),
  response: binary('image/*'),
});
