import * as z from 'zod/mini';

const partId = z.string().check(z.minLength(1), z.maxLength(60));
const part = z.object({ id: partId, text: z.string() });
const common = { stem: z.string(), difficulty: z.enum(['easy', 'medium', 'hard']) };

/** A question as its taker sees it. The authoring shape is another schema: a key has no place here. */
export const questionTaking = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), ...common, options: z.array(part) }),
  z.object({ type: z.literal('multiple'), ...common, options: z.array(part) }),
  z.object({ type: z.literal('truefalse'), ...common, options: z.array(part) }),
  z.object({ type: z.literal('kprim'), ...common, options: z.array(part) }),
  z.object({ type: z.literal('short'), ...common }),
  z.object({ type: z.literal('numeric'), ...common, unit: z.string() }),
  z.object({ type: z.literal('matching'), ...common, lefts: z.array(part), rights: z.array(part) }),
  z.object({ type: z.literal('ordering'), ...common, items: z.array(part) }),
  z.object({
    type: z.literal('gaps'),
    ...common,
    segments: z.array(z.union([z.object({ gapId: partId }), z.object({ text: z.string() })])),
  }),
]);

/** What a taker gave, by stable ids and never by position. Same union as QuestionResponse in libs/domain. */
export const questionResponse = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), optionId: z.nullable(partId) }),
  z.object({ type: z.literal('multiple'), optionIds: z.array(partId).check(z.maxLength(50)) }),
  z.object({ type: z.literal('truefalse'), optionId: z.nullable(partId) }),
  z.object({ type: z.literal('kprim'), judged: z.record(partId, z.boolean()) }),
  z.object({ type: z.literal('short'), text: z.string().check(z.maxLength(2000)) }),
  z.object({ type: z.literal('numeric'), text: z.string().check(z.maxLength(100)) }),
  z.object({ type: z.literal('matching'), matches: z.record(partId, partId) }),
  z.object({ type: z.literal('ordering'), order: z.array(partId).check(z.maxLength(50)) }),
  z.object({
    type: z.literal('gaps'),
    texts: z.record(partId, z.string().check(z.maxLength(2000))),
  }),
]);
