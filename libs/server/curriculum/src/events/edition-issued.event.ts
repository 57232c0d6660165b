import { fields } from '@cam-nang/contracts';
import { EDITION_KINDS } from '@cam-nang/domain';
import { defineEvent } from '@cam-nang/platform';
import * as z from 'zod/mini';

/** An edition was issued: by decision, with effect from a day that may still be to come. */
export const editionIssued = defineEvent({
  name: 'curriculum.edition-issued',
  schema: z.object({
    editionId: fields.id,
    courseId: fields.id,
    major: z.int(),
    minor: z.int(),
    kind: z.enum(EDITION_KINDS),
    effectiveFrom: fields.calendarDate,
  }),
});
