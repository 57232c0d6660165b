import type { SurveyMoment } from '@cam-nang/domain';

import { list, located, record, scalarOf, WRONG, type Decoder } from '../yaml/decoder.js';
import { boolean, choice, code, decimal, integer, text } from '../yaml/scalars.js';

const item = record({ id: code, text }, { textEn: text });

const moment: Decoder<SurveyMoment> = (value) => {
  if (scalarOf(value) !== undefined) return choice(['end', 'afterTopic'])(value);
  const read = record({ afterMonths: list(integer(1, 120), 1) })(value);
  return read === WRONG ? WRONG : read;
};

const form = record(
  {
    id: code,
    title: text,
    titleEn: text,
    respondents: list(text, 1),
    when: moment,
    indicators: list(item, 1),
  },
  { perLecturer: boolean, open: list(item) },
);

const level = record(
  { from: decimal(0, 1000, 2), label: text, labelEn: text },
  { below: decimal(0, 1000, 2), upTo: decimal(0, 1000, 2) },
);

/** `survey.yaml`: the forms with which people judge the course. */
export const surveyFile = record({
  id: located(code),
  title: text,
  titleEn: text,
  basis: text,
  basisEn: text,
  scale: record({
    min: integer(0, 100),
    max: integer(1, 100),
    lowLabel: text,
    highLabel: text,
  }),
  rules: record({
    oneChoicePerIndicator: boolean,
    invalidAboveUnansweredShare: decimal(0, 1, 4),
    anonymous: boolean,
    showFromValidForms: integer(1, 1000),
  }),
  levels: list(level, 1),
  introduction: text,
  forms: list(form, 1),
  closing: record({ thanks: text, thanksEn: text }),
});

export type SurveyFile = typeof surveyFile extends Decoder<infer T> ? T : never;
