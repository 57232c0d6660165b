import { fields } from '@cam-nang/contracts';
import { QUESTION_DIFFICULTIES } from '@cam-nang/domain';
import * as z from 'zod/mini';

const text = fields.text({ max: 2000 });
const maybe = fields.text({ min: 0, max: 2000 });
const accepted = z.array(fields.text({ max: 300 })).check(z.minLength(1), z.maxLength(30));
const decimal = z.string().check(z.regex(/^-?(0|[1-9]\d{0,12})(\.\d{1,6})?$/));
/** Ids of parts may be missing or wrong: the server gives every part one (`repair-question-ids`). */
const partId = z._default(z.string().check(z.maxLength(60)), '');

const common = {
  stem: text,
  feedback: maybe,
  lessonId: z.nullable(fields.id),
  outcome: z.nullable(fields.line({ max: 20 })),
  difficulty: z.enum(QUESTION_DIFFICULTIES),
  tags: z.array(fields.text({ max: 60 })).check(z.maxLength(20)),
};

const choice = z.object({ id: partId, text, correct: z.boolean(), feedback: maybe });
const weighed = z.extend(choice, {
  fraction: z.optional(z.int().check(z.gte(-100), z.lte(100))),
});
const few = z.maxLength(20);
const two = z.minLength(2);

/** The shape of a question's content, by type; what makes sense beyond the shape is in `question-rules`. */
export const questionSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('single'), options: z.array(weighed).check(two, few) }),
  z.object({ ...common, type: z.literal('multiple'), options: z.array(weighed).check(two, few) }),
  z.object({ ...common, type: z.literal('truefalse'), options: z.array(choice).check(two, few) }),
  z.object({ ...common, type: z.literal('kprim'), options: z.array(choice).check(two, few) }),
  z.object({ ...common, type: z.literal('short'), accepted }),
  z.object({
    ...common,
    type: z.literal('numeric'),
    answer: decimal,
    tolerance: decimal,
    unit: fields.text({ min: 0, max: 40 }),
  }),
  z.object({
    ...common,
    type: z.literal('matching'),
    pairs: z
      .array(z.object({ id: partId, left: text, rightId: partId, right: text }))
      .check(two, few),
  }),
  z.object({
    ...common,
    type: z.literal('ordering'),
    order: z.array(z.object({ id: partId, text })).check(two, few),
  }),
  z.object({
    ...common,
    type: z.literal('gaps'),
    segments: z
      .array(
        z.union([
          z.object({ gapId: partId, accepted }),
          z.object({
            text: z
              .string()
              .check(z.normalize('NFC'), z.maxLength(2000), z.regex(/^[^\p{Cc}\p{Cs}]*$/u)),
          }),
        ]),
      )
      .check(z.minLength(1), z.maxLength(60)),
  }),
]);

/** A question as it comes from an editor, parts possibly without ids. */
export type QuestionInput = z.infer<typeof questionSchema>;
