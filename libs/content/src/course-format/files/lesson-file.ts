import { list, located, record, type Decoder } from '../yaml/decoder.js';
import { code, integer, text } from '../yaml/scalars.js';
import { references } from './shared-decoders.js';

/** The particulars at the head of a lesson file; `minutes` is the time to study it. */
export const lessonFrontMatter = record({
  id: located(code),
  title: text,
  titleEn: text,
  minutes: integer(1, 1000),
  outcomes: references,
  summary: text,
  summaryEn: text,
  keywords: list(text),
});

export type LessonFrontMatter = typeof lessonFrontMatter extends Decoder<infer T> ? T : never;
