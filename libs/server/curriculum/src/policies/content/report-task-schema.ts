import { fields } from '@cam-nang/contracts';
import { SUBMISSION_FORMATS } from '@cam-nang/domain';
import * as z from 'zod/mini';

const short = fields.text({ min: 0, max: 300 });
const long = fields.text({ min: 0, max: 8000 });
const partId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));
const points = z.number().check(z.gte(0), z.lte(1000), z.multipleOf(0.01));
const words = z.int().check(z.gte(0), z.lte(20_000));
const percent = z.number().check(z.gte(0), z.lte(100));

const criterion = z.object({
  id: partId,
  criterion: short,
  criterionEn: short,
  outcome: fields.line({ min: 0, max: 20 }),
  points,
  levels: z
    .array(z.object({ points, label: short, text: long, textEn: long }))
    .check(z.minLength(1), z.maxLength(10)),
});

/** Settings of a reflective report; the best levels of the rubric make up `maxPoints`. */
export const reportTaskMeta = z
  .object({
    code: fields.line({ max: 20 }),
    titleEn: short,
    task: long,
    taskEn: long,
    lessons: z.array(fields.id).check(z.maxLength(60)),
    outcomes: z.array(fields.line({ max: 20 })).check(z.maxLength(60)),
    maxPoints: points,
    passPoints: points,
    wordsMin: words,
    wordsMax: words,
    submission: z.object({
      formats: z.array(z.enum(SUBMISSION_FORMATS)).check(z.minLength(1), z.maxLength(3)),
      maxPages: z.optional(z.int().check(z.gte(1), z.lte(200))),
      maxFileMegabytes: z.number().check(z.gt(0), z.lte(50)),
      returnForImprovement: z.int().check(z.gte(0), z.lte(10)),
    }),
    suggestions: z.optional(
      z.array(z.object({ position: short, example: long })).check(z.maxLength(40)),
    ),
    secondMarker: z.optional(z.object({ between: z.tuple([points, points]), random: percent })),
    rubric: z.array(criterion).check(z.minLength(1), z.maxLength(20)),
  })
  .check(
    z.refine(({ passPoints, maxPoints }) => passPoints <= maxPoints, {
      path: ['passPoints'],
      error: 'above_maximum',
    }),
    z.refine(({ wordsMin, wordsMax }) => wordsMin <= wordsMax, {
      path: ['wordsMin'],
      error: 'above_maximum',
    }),
    z.refine(({ rubric, maxPoints }) => hundredthsOf(rubric) === Math.round(maxPoints * 100), {
      path: ['rubric'],
      error: 'rubric_sum',
    }),
  );

function hundredthsOf(rubric: readonly { readonly points: number }[]): number {
  return rubric.reduce((sum, item) => sum + Math.round(item.points * 100), 0);
}
