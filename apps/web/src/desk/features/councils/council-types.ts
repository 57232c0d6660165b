import type { listCouncilCandidates, readEditionCouncil, ResponseOf } from '@cam-nang/contracts';

export type EditionCouncil = ResponseOf<typeof readEditionCouncil>;
export type Council = NonNullable<EditionCouncil['council']>;
export type CouncilMember = Council['members'][number];
export type AppraisalRules = NonNullable<EditionCouncil['rules']>;
export type Candidate = ResponseOf<typeof listCouncilCandidates>['people'][number];
