import { ROLES, type RuleSet } from '@cam-nang/domain';
import * as z from 'zod';
import { legalDocuments, type LegalDocumentsFile } from './legal-files.js';
import {
  appraisalRules,
  draftRequest,
  revision,
  type DraftRequest,
  type Revision,
} from './revision-files.js';
import { readYaml, type YamlSource } from './yaml-source.js';

const day = z.iso.date();
const nullable = <S extends z.ZodType>(schema: S) => schema.nullable().default(null);

const units = z.object({
  units: z.array(
    z.object({
      key: z.string(),
      code: z.string(),
      level: z.enum(['country', 'province', 'district', 'commune']),
      kind: z.string(),
      name: z.string(),
      under: nullable(z.string()),
      from: day,
      until: nullable(day),
      basis: nullable(z.string()),
    }),
  ),
  successions: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      kind: z.enum(['rename', 'kind_change', 'merge', 'split', 'reparent']),
      extent: z.enum(['whole', 'part']),
      on: day,
      basis: nullable(z.string()),
    }),
  ),
  committees: z.boolean(),
  organisations: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      nameEn: nullable(z.string()),
      shortName: z.string(),
      shortNameEn: nullable(z.string()),
      kind: z.string(),
      unit: z.string(),
      contact: nullable(z.string()),
      from: day,
      until: nullable(day),
    }),
  ),
});

const accounts = z.object({
  accounts: z.array(
    z.object({
      username: z.string(),
      name: z.string(),
      title: z.string(),
      titleEn: z.string(),
      roles: z.array(z.enum(ROLES)),
      unit: z.string(),
      cohort: z.enum(['running', 'finished']).optional(),
      birthDate: day.optional(),
      position: z.string().optional(),
    }),
  ),
});

const ruleSet = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  owner: z.string(),
  from: day,
  basis: z.string(),
  /** Checked by the rules themselves when it is loaded. */
  parameters: z.custom<Omit<RuleSet, 'id' | 'valid'>>((value) => typeof value === 'object'),
});

const certificateType = z.object({
  code: z.string(),
  kind: z.enum(['programme', 'completion']),
  title: z.string(),
  titleEn: z.string(),
  noun: z.string(),
  nounEn: z.string(),
  serialPattern: z.string(),
  registerPattern: z.string(),
  registerCode: z.string(),
});

const person = z.object({
  name: z.string(),
  birthDate: day,
  unit: z.string(),
  position: z.string(),
  study: z.number().min(0).max(1).default(1),
  answers: z.number().min(0).max(1).optional(),
  report: z.number().optional(),
  absent: z.int().default(0),
  excused: z.int().default(0),
  unconfirmed: z.boolean().default(false),
});

const cohort = z.object({
  number: z.int(),
  title: z.string(),
  opens: z.int(),
  closes: z.int(),
  capacity: z.int(),
  place: z.string(),
  meetings: z.array(
    z.object({
      day: z.int(),
      halfDay: z.enum(['morning', 'afternoon', 'evening']),
      periods: z.int(),
      module: z.string(),
    }),
  ),
  people: z.array(person),
});

const cohorts = z.object({ running: cohort, finished: cohort });

export type SeedAccount = z.output<typeof accounts>['accounts'][number];
export type SeedCohort = z.output<typeof cohort>;
export type SeedPerson = z.output<typeof person>;

/** Everything the demonstration is made of, but the course. */
export interface SeedFiles {
  readonly units: z.output<typeof units>;
  readonly accounts: readonly SeedAccount[];
  readonly ruleSet: z.output<typeof ruleSet>;
  readonly certificateType: z.output<typeof certificateType>;
  readonly cohorts: z.output<typeof cohorts>;
  readonly appraisalRules: z.output<typeof appraisalRules>;
  readonly legalDocuments: YamlSource<LegalDocumentsFile>;
  readonly revision: YamlSource<Revision>;
  readonly draftRequest: YamlSource<DraftRequest>;
}

/** Reads the files of the folder `seed/`; says by file, line and field what is wrong. */
export function readSeedFiles(folder: string): SeedFiles {
  const read = <S extends z.ZodType>(file: string, schema: S) =>
    readYaml(folder, file, schema).data;
  return {
    units: read('units.yaml', units),
    accounts: read('accounts.yaml', accounts).accounts,
    ruleSet: read('rule-set.yaml', ruleSet),
    certificateType: read('certificate-type.yaml', certificateType),
    cohorts: read('cohorts.yaml', cohorts),
    appraisalRules: read('appraisal-rules.yaml', appraisalRules),
    legalDocuments: readYaml(folder, 'legal-documents.yaml', legalDocuments),
    revision: readYaml(folder, 'revision.yaml', revision),
    draftRequest: readYaml(folder, 'course/draft-request.yaml', draftRequest),
  };
}
