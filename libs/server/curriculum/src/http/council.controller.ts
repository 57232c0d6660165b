import {
  castBallot,
  closeCouncil,
  confirmChanges,
  conveneCouncil,
  downloadMinutes,
  listCouncilCandidates,
  listCouncils,
  readEditionCouncil,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import {
  CurrentActor,
  Endpoint,
  Input,
  RequirePermission,
  type Actor,
  type FileBody,
} from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { CouncilCandidates } from '../queries/council-candidates.query.js';
import { CouncilViews, type CouncilView } from '../queries/council-views.query.js';
import { PaperFiles } from '../queries/paper-files.query.js';
import { CastBallot } from '../use-cases/cast-ballot.js';
import { CloseCouncil } from '../use-cases/close-council.js';
import { ConfirmChanges } from '../use-cases/confirm-changes.js';
import { ConveneCouncil } from '../use-cases/convene-council.js';

type EditionCouncil = ResponseOf<typeof readEditionCouncil>;

/** Appraisal councils from the decision that sets them up to what they conclude. */
@Controller()
export class CouncilController {
  constructor(
    private readonly views: CouncilViews,
    private readonly candidates: CouncilCandidates,
    private readonly convening: ConveneCouncil,
    private readonly voting: CastBallot,
    private readonly closing: CloseCouncil,
    private readonly confirming: ConfirmChanges,
    private readonly papers: PaperFiles,
  ) {}

  @Endpoint(readEditionCouncil)
  @RequirePermission('curriculum.read')
  ofEdition(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readEditionCouncil>,
  ): Promise<EditionCouncil> {
    return this.views.ofEdition(actor, params.editionId);
  }

  @Endpoint(listCouncilCandidates)
  @RequirePermission('council.convene')
  async possible(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof listCouncilCandidates>,
  ): Promise<ResponseOf<typeof listCouncilCandidates>> {
    return { people: await this.candidates.ofEdition(actor, params.editionId) };
  }

  @Endpoint(conveneCouncil)
  @RequirePermission('council.convene')
  async convene(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof conveneCouncil>,
  ): Promise<EditionCouncil> {
    await this.convening.run(actor, params.editionId, body);
    return this.views.ofEdition(actor, params.editionId);
  }

  @Endpoint(listCouncils)
  @RequirePermission('curriculum.read')
  async list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listCouncils>> {
    return { councils: await this.views.list(actor) };
  }

  @Endpoint(castBallot)
  @RequirePermission('council.vote')
  async vote(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof castBallot>,
  ): Promise<CouncilView> {
    await this.voting.run(actor, params.councilId, body);
    return this.views.read(actor, params.councilId);
  }

  @Endpoint(closeCouncil)
  @RequirePermission('council.vote')
  async close(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof closeCouncil>,
  ): Promise<CouncilView> {
    await this.closing.run(actor, params.councilId, body.conclusion);
    return this.views.read(actor, params.councilId);
  }

  @Endpoint(downloadMinutes)
  @RequirePermission('curriculum.read')
  minutes(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadMinutes>,
  ): Promise<FileBody> {
    return this.papers.minutes(actor, params.councilId, query.format);
  }

  @Endpoint(confirmChanges)
  @RequirePermission('council.vote')
  async confirm(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof confirmChanges>,
  ): Promise<EditionCouncil> {
    await this.confirming.run(actor, params.editionId, body.manifestHash);
    return this.views.ofEdition(actor, params.editionId);
  }
}
