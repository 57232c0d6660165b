import { LEGAL_EFFECTS, LEGAL_KINDS } from '@cam-nang/domain';
import * as z from 'zod';

const day = z.iso.date();

/** `legal-documents.yaml`: documents of the register, each after those that it changes. */
export const legalDocuments = z.object({
  documents: z.array(
    z.object({
      number: z.string(),
      kind: z.enum(LEGAL_KINDS),
      issuer: z.string(),
      title: z.string(),
      citedAs: z.string(),
      signed: day.nullable().default(null),
      from: day.nullable().default(null),
      until: day.nullable().default(null),
      source: z.url().nullable().default(null),
      changes: z
        .array(
          z.object({
            effect: z.enum(LEGAL_EFFECTS),
            number: z.string(),
            from: day,
            scope: z.string().default(''),
          }),
        )
        .default([]),
    }),
  ),
});

export type LegalDocumentsFile = z.output<typeof legalDocuments>;
