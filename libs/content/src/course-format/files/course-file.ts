import { list, located, record, type Decoder } from '../yaml/decoder.js';
import { code, date, integer, text } from '../yaml/scalars.js';
import { decisionRecord } from './changes-file.js';
import { bilingual, hours, moduleKind, references } from './shared-decoders.js';

const outcome = record({ code: located(code), text, textEn: text });

const courseModule = record({
  code: located(code),
  title: text,
  titleEn: text,
  kind: moduleKind,
  hours,
  outcomes: references,
});

const group = record(
  { code, title: text, titleEn: text, modules: references, choose: located(integer(1, 50)) },
  { note: text, noteEn: text },
);

/**
 * `course.yaml`: the course as a whole, its outcomes, its modules in order and its choice groups. The
 * first edition has no `changes.yaml`, so its decision stands here.
 */
export const courseFile = record(
  {
    code: located(code),
    edition: located(text),
    force: date,
    title: text,
    titleEn: text,
    notice: text,
    noticeEn: text,
    days: located(integer(1, 200)),
    periodsPerDay: integer(1, 12),
    goals: list(bilingual),
    outcomes: list(outcome, 1),
    modules: list(courseModule, 1),
    groups: list(group),
  },
  { decision: decisionRecord },
);

export type CourseFile = typeof courseFile extends Decoder<infer T> ? T : never;
