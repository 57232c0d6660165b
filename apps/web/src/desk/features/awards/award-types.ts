import type { listProposals, readProposal, ResponseOf } from '@cam-nang/contracts';

/** An award proposal with its lists. */
export type Proposal = ResponseOf<typeof readProposal>;

/** A person of an award list. */
export type AwardPerson = Proposal['notEligible'][number];

/** A condition a person does not meet, with its figures. */
export type Unmet = AwardPerson['unmet'][number];

/** One line of the list of proposals. */
export type ProposalSummary = ResponseOf<typeof listProposals>['proposals'][number];
