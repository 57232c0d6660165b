import { list, located, record, type Decoder } from '../yaml/decoder.js';
import { code, text } from '../yaml/scalars.js';
import { hours, moduleKind, references } from './shared-decoders.js';

/** `module.yaml`: one topic, with its lessons in order and the other files that belong to it. */
export const moduleFile = record(
  {
    code: located(code),
    title: text,
    titleEn: text,
    kind: moduleKind,
    hours,
    outcomes: references,
    summary: text,
    summaryEn: text,
    lessons: list(located(code)),
  },
  { reportTask: located(text), survey: located(text), proposedBy: text },
);

export type ModuleFile = typeof moduleFile extends Decoder<infer T> ? T : never;
