import { Controller } from '@nestjs/common';
import {
  computeAward,
  listProposals,
  readBatch,
  readProposal,
  returnProposal,
  signAward,
  submitProposal,
  watchBatch,
  type InputOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Batches } from '../queries/batch-view.query.js';
import { ProposalList } from '../queries/proposal-list.query.js';
import { ProposalViews } from '../queries/proposal-view.query.js';
import { ComputeAward } from '../use-cases/compute-award.js';
import { ReturnProposal } from '../use-cases/return-proposal.js';
import { SignAward } from '../use-cases/sign-award.js';
import { SubmitProposal } from '../use-cases/submit-proposal.js';

@Controller()
export class AwardController {
  constructor(
    private readonly proposals: ProposalList,
    private readonly views: ProposalViews,
    private readonly batches: Batches,
    private readonly computeAward: ComputeAward,
    private readonly submitProposal: SubmitProposal,
    private readonly returnProposal: ReturnProposal,
    private readonly signAward: SignAward,
  ) {}

  @Endpoint(listProposals)
  @RequirePermission('award.read')
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listProposals>) {
    return this.proposals.run(actor, query);
  }

  @Endpoint(readProposal)
  @RequirePermission('award.read')
  read(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof readProposal>) {
    return this.views.read(actor, params.proposalId);
  }

  @Endpoint(computeAward)
  @RequirePermission('award.compute')
  compute(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof computeAward>) {
    return this.computeAward.run(actor, params.cohortId);
  }

  @Endpoint(submitProposal)
  @RequirePermission('award.submit')
  submit(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof submitProposal>) {
    return this.submitProposal.run(actor, params.proposalId, body.listHash);
  }

  /** Whoever may sign may send back; it can be undone, so the declared right is to read awards. */
  @Endpoint(returnProposal)
  @RequirePermission('award.read')
  return(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof returnProposal>) {
    return this.returnProposal.run(actor, params.proposalId, body.reason);
  }

  @Endpoint(signAward)
  @RequirePermission('award.sign')
  sign(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof signAward>) {
    return this.signAward.run(actor, params.proposalId, body);
  }

  @Endpoint(readBatch)
  @RequirePermission('award.read')
  batch(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof readBatch>) {
    return this.batches.read(actor, params.decisionId);
  }

  @Endpoint(watchBatch)
  @RequirePermission('award.read')
  watch(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof watchBatch>) {
    return this.batches.watch(actor, params.decisionId);
  }
}
