import { fields } from '@cam-nang/contracts';
import * as z from 'zod/mini';

const short = fields.text({ min: 0, max: 300 });
const long = fields.text({ min: 0, max: 4000 });
const partId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));
const mark = z.number().check(z.gte(0), z.lte(100));
const share = z.number().check(z.gte(0), z.lte(1));
const item = z.object({ id: partId, text: long, textEn: z.optional(long) });

const form = z.object({
  id: partId,
  title: short,
  titleEn: short,
  respondents: z.array(fields.text({ max: 60 })).check(z.minLength(1), z.maxLength(20)),
  when: z.union([
    z.literal('end'),
    z.literal('afterTopic'),
    z.object({
      afterMonths: z
        .array(z.int().check(z.gte(1), z.lte(60)))
        .check(z.minLength(1), z.maxLength(10)),
    }),
  ]),
  perLecturer: z.optional(z.boolean()),
  indicators: z.array(item).check(z.minLength(1), z.maxLength(60)),
  open: z.optional(z.array(item).check(z.maxLength(20))),
});

/** Settings of a quality survey. */
export const surveyMeta = z.object({
  titleEn: short,
  basis: long,
  basisEn: long,
  scale: z
    .object({ min: mark, max: mark, lowLabel: short, highLabel: short })
    .check(z.refine(({ min, max }) => min < max, { path: ['max'], error: 'not_above_minimum' })),
  rules: z.object({
    oneChoicePerIndicator: z.boolean(),
    invalidAboveUnansweredShare: share,
    anonymous: z.boolean(),
    showFromValidForms: z.int().check(z.gte(0), z.lte(1000)),
  }),
  levels: z
    .array(
      z.object({
        from: mark,
        below: z.optional(mark),
        upTo: z.optional(mark),
        label: short,
        labelEn: short,
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
  introduction: long,
  forms: z.array(form).check(z.minLength(1), z.maxLength(20)),
  closing: z.object({ thanks: long, thanksEn: long }),
});
