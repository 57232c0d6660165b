import { MODULE_KINDS } from '@cam-nang/domain';

import { list, located, record } from '../yaml/decoder.js';
import { choice, code, integer, text } from '../yaml/scalars.js';

/** Study time by kind, in periods (tiết). */
export const hours = record({
  theory: integer(0, 400),
  discussion: integer(0, 400),
  practice: integer(0, 400),
});

export const moduleKind = choice(MODULE_KINDS);

/** Names of other things of the course, with the places where they are named. */
export const references = list(located(code));

/** A sentence in both languages. */
export const bilingual = record({ text, textEn: text });
