import { fields } from '@cam-nang/contracts';
import { MODULE_KINDS, QUIZ_PURPOSES, QUIZ_REVIEWS, type NodeKind } from '@cam-nang/domain';
import * as z from 'zod/mini';
import { reportTaskMeta } from './report-task-schema.js';
import { surveyMeta } from './survey-schema.js';

const title = fields.line({ min: 0, max: 300 });
const summary = fields.text({ min: 0, max: 2000 });
/** Codes as authors write them: "CD02", "CDR10". */
const code = z.string().check(z.regex(/^\p{Lu}[\p{Lu}\d-]{0,19}$/u));
const codes = z.array(code).check(z.maxLength(60));
const periods = z.int().check(z.gte(0), z.lte(400));

const root = z.object({
  code,
  titleEn: title,
  days: z.int().check(z.gte(1), z.lte(120)),
  periodsPerDay: z.int().check(z.gte(1), z.lte(16)),
  goals: z.array(z.object({ text: summary, textEn: summary })).check(z.maxLength(40)),
  notice: summary,
  noticeEn: summary,
  groups: z
    .array(
      z.object({
        code,
        title,
        titleEn: title,
        modules: z.array(fields.id).check(z.maxLength(60)),
        choose: z.int().check(z.gte(1), z.lte(60)),
        note: z.optional(summary),
        noteEn: z.optional(summary),
      }),
    )
    .check(z.maxLength(20)),
});

const module = z.object({
  code,
  titleEn: title,
  moduleKind: z.enum(MODULE_KINDS),
  hours: z.object({ theory: periods, discussion: periods, practice: periods }),
  outcomes: codes,
  summary,
  summaryEn: summary,
});

const annex = z.object({
  titleEn: title,
  summary,
  summaryEn: summary,
  keywords: z.array(fields.line({ max: 80 })).check(z.maxLength(40)),
});

const lesson = z.extend(annex, {
  minutes: z.int().check(z.gte(1), z.lte(1000)),
  outcomes: codes,
});

const quiz = z.object({
  titleEn: title,
  purpose: z.enum(QUIZ_PURPOSES),
  draws: z
    .array(z.object({ bankId: fields.id, count: z.int().check(z.gte(1), z.lte(500)) }))
    .check(z.maxLength(60)),
  timeLimitMinutes: z.nullable(z.int().check(z.gte(1), z.lte(600))),
  attempts: z.nullable(z.int().check(z.gte(1), z.lte(100))),
  passMark: z.number().check(z.gte(0), z.lte(100), z.multipleOf(0.01)),
  scale: z.number().check(z.gte(1), z.lte(100), z.multipleOf(0.01)),
  shuffle: z.boolean(),
  review: z.enum(QUIZ_REVIEWS),
  offline: z.boolean(),
});

/** What the settings of a node may be, by kind; questions have rules of their own (`question-schema`). */
export const META_SCHEMAS: Readonly<Record<Exclude<NodeKind, 'question'>, z.ZodMiniType>> = {
  root,
  module,
  lesson,
  quiz,
  bank: z.object({ titleEn: title }),
  outcome: z.object({ code, titleEn: summary }),
  annex,
  'report-task': reportTaskMeta,
  survey: surveyMeta,
};
