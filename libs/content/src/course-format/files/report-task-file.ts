import { SUBMISSION_FORMATS } from '@cam-nang/domain';

import { list, located, record, wrong, WRONG, type Decoder } from '../yaml/decoder.js';
import { choice, code, decimal, integer, markdownText, text } from '../yaml/scalars.js';
import { references } from './shared-decoders.js';

const points = decimal(0, 100, 2);

const level = record({ points, label: text, text, textEn: text });

const criterion = record({
  id: code,
  criterion: text,
  criterionEn: text,
  outcome: located(code),
  points,
  levels: list(level, 2),
});

const between: Decoder<readonly [number, number]> = (value) => {
  const read = list(points, 2)(value);
  if (read === WRONG) return WRONG;
  const [low, high, ...more] = read;
  const isRange = low !== undefined && high !== undefined && more.length === 0 && low <= high;
  return isRange ? [low, high] : wrong(value, 'value_out_of_range', { min: 0, max: 100 });
};

/** `report-task.yaml`: what is asked in a reflective report and the rubric it is marked by. */
export const reportTaskFile = record(
  {
    code: located(code),
    title: text,
    titleEn: text,
    task: markdownText,
    taskEn: markdownText,
    lessons: references,
    outcomes: references,
    maxPoints: located(points),
    passPoints: points,
    wordsMin: integer(0, 100_000),
    wordsMax: integer(1, 100_000),
    submission: record(
      {
        formats: list(choice(SUBMISSION_FORMATS), 1),
        maxFileMegabytes: integer(1, 1000),
        returnForImprovement: integer(0, 20),
      },
      { maxPages: integer(1, 1000) },
    ),
    rubric: list(criterion, 1),
  },
  {
    suggestions: list(record({ position: text, example: text })),
    secondMarker: record({ between, random: integer(0, 100) }),
  },
);

export type ReportTaskFile = typeof reportTaskFile extends Decoder<infer T> ? T : never;
