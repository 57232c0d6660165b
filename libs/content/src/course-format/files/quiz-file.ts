import { QUIZ_PURPOSES, QUIZ_REVIEWS } from '@cam-nang/domain';

import { list, located, nullable, record, type Decoder } from '../yaml/decoder.js';
import { boolean, choice, code, integer, text } from '../yaml/scalars.js';

const draw = record({ module: located(code), count: located(integer(1, 500)) });

/** `quiz.yaml`: what a quiz draws and how it is taken; null means no limit. */
export const quizFile = record(
  {
    id: located(code),
    title: text,
    titleEn: text,
    purpose: choice(QUIZ_PURPOSES),
    draws: list(draw, 1),
    timeLimitMinutes: nullable(integer(1, 1440)),
    attempts: nullable(integer(1, 100)),
    passMark: integer(0, 1000),
    scale: integer(1, 1000),
    shuffle: boolean,
    review: choice(QUIZ_REVIEWS),
    offline: boolean,
  },
  // Why the draws are as they are, for whoever reads the file.
  { electiveRule: text },
);

export type QuizFile = typeof quizFile extends Decoder<infer T> ? T : never;
