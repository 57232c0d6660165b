import {
  compareEditionNodes,
  compareEditions,
  downloadComparison,
  issueEdition,
  prepareEdition,
  readEdition,
  returnEdition,
  withdrawEdition,
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
import { EditionComparisons } from '../queries/edition-comparison.query.js';
import { EditionDetails } from '../queries/edition-detail.query.js';
import { PaperFiles } from '../queries/paper-files.query.js';
import { IssueEdition } from '../use-cases/issue-edition.js';
import { PrepareEdition } from '../use-cases/prepare-edition.js';
import { ReturnEdition } from '../use-cases/return-edition.js';
import { WithdrawEdition } from '../use-cases/withdraw-edition.js';

type Detail = ResponseOf<typeof readEdition>;

/** Editions from the candidate to the signature. */
@Controller()
export class EditionController {
  constructor(
    private readonly details: EditionDetails,
    private readonly comparisons: EditionComparisons,
    private readonly preparation: PrepareEdition,
    private readonly issuing: IssueEdition,
    private readonly returning: ReturnEdition,
    private readonly papers: PaperFiles,
    private readonly withdrawing: WithdrawEdition,
  ) {}

  @Endpoint(prepareEdition)
  @RequirePermission('edition.prepare')
  async prepare(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof prepareEdition>,
  ): Promise<Detail> {
    return this.details.read(actor, await this.preparation.run(actor, params.courseId, body));
  }

  @Endpoint(readEdition)
  @RequirePermission('curriculum.read')
  read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readEdition>,
  ): Promise<Detail> {
    return this.details.read(actor, params.editionId);
  }

  @Endpoint(compareEditions)
  @RequirePermission('curriculum.read')
  compare(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof compareEditions>,
  ): Promise<ResponseOf<typeof compareEditions>> {
    return this.comparisons.read(actor, params.editionId, query.with);
  }

  @Endpoint(compareEditionNodes)
  @RequirePermission('curriculum.read')
  comparedNodes(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof compareEditionNodes>,
  ): Promise<ResponseOf<typeof compareEditionNodes>> {
    return this.comparisons.nodes(actor, params.editionId, query);
  }

  @Endpoint(downloadComparison)
  @RequirePermission('curriculum.read')
  table(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadComparison>,
  ): Promise<FileBody> {
    return this.papers.comparison(actor, params.editionId, query);
  }

  @Endpoint(issueEdition)
  @RequirePermission('edition.issue')
  async issue(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof issueEdition>,
  ): Promise<Detail> {
    await this.issuing.run(actor, params.editionId, body);
    return this.details.read(actor, params.editionId);
  }

  /** Whoever may issue may withdraw. */
  @Endpoint(withdrawEdition)
  @RequirePermission('edition.issue')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof withdrawEdition>,
  ): Promise<Detail> {
    await this.withdrawing.run(actor, params.editionId, body);
    return this.details.read(actor, params.editionId);
  }

  /** Whoever may sign or prepare may send back; that takes no fresh authentication. */
  @Endpoint(returnEdition)
  @RequirePermission('curriculum.read')
  async return(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof returnEdition>,
  ): Promise<Detail> {
    await this.returning.run(actor, params.editionId, body.reason);
    return this.details.read(actor, params.editionId);
  }
}
