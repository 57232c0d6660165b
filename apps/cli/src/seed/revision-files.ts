import type { CouncilRules } from '@cam-nang/domain';
import * as z from 'zod';

const day = z.iso.date();
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'not "YYYY-MM-DD HH:MM"');
const done = z.object({ by: z.string(), at: moment });
const hours = z.object({ theory: z.int(), discussion: z.int(), practice: z.int() });

/** `appraisal-rules.yaml`: what a council must be and how it decides. */
export const appraisalRules = z.object({
  code: z.string(),
  title: z.string(),
  from: day,
  basis: z.string(),
  /** Checked by the rules themselves when it is loaded. */
  parameters: z.custom<CouncilRules>((value) => typeof value === 'object'),
});

const firstSum = z.object({
  at: moment,
  periods: z.int(),
  modules: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(['compulsory', 'elective', 'assessment']),
      hours,
    }),
  ),
  group: z.object({ code: z.string(), modules: z.array(z.string()), choose: z.int() }),
});

const request = z.object({
  title: z.string(),
  reason: z.string(),
  author: z.string(),
  opened: moment,
  firstSum: firstSum.optional(),
  submitted: moment,
  reviews: z.array(
    z.object({
      ...done.shape,
      verdict: z.enum(['approve', 'comment']),
      comment: z.string(),
    }),
  ),
  merged: done,
  files: z.array(z.string()),
});

const council = z.object({
  decision: z.object({ number: z.string(), signedOn: day }),
  convened: done,
  papersSentOn: day,
  members: z.array(
    z.object({
      account: z.string(),
      duty: z.enum(['chair', 'secretary', 'reviewer', 'member']),
      organisation: z.string(),
      isTeacher: z.boolean(),
      representsUsers: z.boolean(),
      yearsOfExperience: z.int(),
    }),
  ),
  votes: z.array(
    z.object({
      ...done.shape,
      value: z.enum(['pass', 'pass_with_changes', 'fail', 'abstain']),
      comment: z.string(),
    }),
  ),
  closed: z.object({ ...done.shape, conclusion: z.string() }),
});

/** `revision.yaml`: how an amendment came about. */
export const revision = z.object({
  edition: z.string(),
  requests: z.array(request).min(1),
  prepared: done,
  council,
  issued: z.object({ by: z.string(), at: z.string().regex(/^\d{2}:\d{2}$/) }),
});

const order = z.object({ module: z.string(), position: z.int(), order: z.array(z.string()) });

const change = z.discriminatedUnion('kind', [
  z.object({
    id: z.string(),
    kind: z.literal('text'),
    path: z.string(),
    base: z.string(),
    ours: z.string(),
    theirs: z.string(),
    conflict: z.boolean(),
    note: z.string(),
  }),
  z.object({
    id: z.string(),
    kind: z.literal('move'),
    module: z.string(),
    ours: order,
    note: z.string(),
  }),
  z.object({
    id: z.string(),
    kind: z.literal('addQuestion'),
    path: z.string(),
    theirs: z.record(z.string(), z.unknown()),
    note: z.string(),
  }),
]);

/** `course/draft-request.yaml`: a request in review, and the other one that it collides with. */
export const draftRequest = z.object({
  title: z.string(),
  baseEdition: z.string(),
  kind: z.enum(['amendment', 'erratum']),
  openedOn: day,
  submittedOn: day,
  editors: z.array(z.object({ id: z.string(), side: z.enum(['ours', 'theirs']) })),
  approver: z.object({ id: z.string() }),
  reason: z.string(),
  collision: z.object({
    title: z.string(),
    reason: z.string(),
    kind: z.enum(['amendment', 'erratum']),
    author: z.string(),
    openedOn: day,
    submittedOn: day,
    reviewedBy: z.string(),
    reviewedOn: day,
    mergedOn: day,
  }),
  changes: z.array(change),
  comments: z.array(z.object({ on: day, by: z.string(), change: z.string(), text: z.string() })),
});

export type Revision = z.output<typeof revision>;
export type RevisionRequest = z.output<typeof request>;
export type FirstSum = z.output<typeof firstSum>;
export type DraftRequest = z.output<typeof draftRequest>;
export type DraftChange = z.output<typeof change>;
