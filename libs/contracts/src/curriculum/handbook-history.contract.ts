import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, id } from '../http/fields.js';

/** What readers are told of an issued edition: its number, decision and days, and who signed it. */
const readEditionFacts = z.object({
  id,
  label: z.string(),
  kind: z.enum(['first', 'amendment', 'replacement', 'erratum']),
  decisionNo: z.nullable(z.string()),
  decisionDate: z.nullable(calendarDate),
  signer: z.nullable(z.string()),
  forceFrom: z.nullable(calendarDate),
  /** First day on which the edition is withdrawn. */
  withdrawnFrom: z.nullable(calendarDate),
});

/** What an edition did, and the reason that its comparison table gives. */
const step = {
  edition: readEditionFacts,
  reason: z.string(),
  reasonEn: z.nullable(z.string()),
};

/** A line of text in which something changed, as runs that stayed, went or came. */
const changedLine = z.array(
  z.object({ op: z.enum(['same', 'delete', 'insert']), text: z.string() }),
);

/** Where one is: the lesson, and the edition in which it is read. */
const lesson = {
  edition: z.object({ id, label: z.string() }),
  nodeId: id,
  label: z.string(),
  title: z.string(),
  titleEn: z.nullable(z.string()),
};

export const readLessonHistory = defineEndpoint({
  id: 'handbook.lesson-history',
  method: 'GET',
  path: '/api/editions/:editionId/lessons/:nodeId/history',
  summary: 'Which issued editions changed a lesson, by which decision and in which words',
  params: z.object({ editionId: id, nodeId: id }),
  response: z.object({
    ...lesson,
    /** Editions that did something to the lesson, in the order in which they were issued. */
    steps: z.array(
      z.object({
        ...step,
        what: z.enum(['first', 'changed', 'moved', 'removed', 'restored']),
        /** The name of the lesson before, where it was another one. */
        titleBefore: z.nullable(z.string()),
        passages: z.array(
          z.object({
            blockId: z.string(),
            type: z.string(),
            change: z.enum(['added', 'changed', 'removed']),
            lines: z.array(changedLine),
          }),
        ),
      }),
    ),
    /** Passages of the edition that is read which are not as they first were; `step` counts from 0. */
    changed: z.array(z.object({ blockId: z.string(), step: z.int() })),
  }),
});

export const readLessonPassageHistory = defineEndpoint({
  id: 'handbook.passage-history',
  method: 'GET',
  path: '/api/editions/:editionId/lessons/:nodeId/passages/:blockId/history',
  summary: 'What a passage of a lesson said in the issued editions, and which brought its words',
  params: z.object({
    editionId: id,
    nodeId: id,
    blockId: z.string().check(z.minLength(1), z.maxLength(100)),
  }),
  response: z.object({
    ...lesson,
    blockId: z.string(),
    /** Every wording, oldest first; null text where the passage was taken out. */
    wordings: z.array(
      z.object({ ...step, text: z.nullable(z.string()), lines: z.array(changedLine) }),
    ),
    /** The passage in the edition that is read; `wording` counts from 0 in `wordings`. */
    runs: z.array(z.object({ wording: z.int(), text: z.string() })),
  }),
});
