import type {
  conveneCouncil,
  InputOf,
  issueEdition,
  openChangeRequest,
  prepareEdition,
  reviewChangeRequest,
} from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { RequestContext, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CouncilStore } from '../persistence/council-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import { Overlays } from '../queries/overlays.query.js';
import { CastBallot } from './cast-ballot.js';
import { CloseCouncil } from './close-council.js';
import { ConveneCouncil } from './convene-council.js';
import { EditFromFiles, type FilesToTake } from './edit-from-files.js';
import { IssueEdition } from './issue-edition.js';
import { MergeChangeRequest } from './merge-change-request.js';
import { OpenChangeRequest } from './open-change-request.js';
import { PrepareEdition } from './prepare-edition.js';
import { ReviewChangeRequest } from './review-change-request.js';
import { SubmitChangeRequest } from './submit-change-request.js';

type Opening = InputOf<typeof openChangeRequest>['body'];
type Preparing = InputOf<typeof prepareEdition>['body'];
type Convening = InputOf<typeof conveneCouncil>['body'];
type Verdict = InputOf<typeof reviewChangeRequest>['body']['verdict'];
type Signing = Omit<InputOf<typeof issueEdition>['body'], 'manifestHash' | 'confirmation'>;

/** A vote as its member gives it; what it is about is what was frozen. */
export interface Vote {
  readonly value: 'pass' | 'pass_with_changes' | 'fail' | 'abstain';
  readonly comment: string;
}

/**
 * The acts of the desk, each in somebody's name and about what stands there at that moment. A
 * demonstration is made of these, so that nothing in it can come about otherwise than on the screens.
 */
@Injectable()
export class DeskActs {
  constructor(
    private readonly requests: ChangeRequestStore,
    private readonly overlays: Overlays,
    private readonly editions: EditionStore,
    private readonly councils: CouncilStore,
    private readonly opening: OpenChangeRequest,
    private readonly editing: EditFromFiles,
    private readonly submitting: SubmitChangeRequest,
    private readonly reviewing: ReviewChangeRequest,
    private readonly merging: MergeChangeRequest,
    private readonly preparing: PrepareEdition,
    private readonly convening: ConveneCouncil,
    private readonly voting: CastBallot,
    private readonly closing: CloseCouncil,
    private readonly issuing: IssueEdition,
  ) {}

  open(actor: Actor, courseId: string, body: Opening): Promise<string> {
    return as(actor, () => this.opening.run(actor, courseId, body));
  }

  take(actor: Actor, requestId: string, files: FilesToTake): Promise<void> {
    return as(actor, () => this.editing.run(actor, requestId, files));
  }

  submit(actor: Actor, requestId: string): Promise<void> {
    return as(actor, () => this.submitting.run(actor, requestId));
  }

  async review(
    actor: Actor,
    requestId: string,
    { verdict, comment }: { readonly verdict: Verdict; readonly comment: string },
  ): Promise<void> {
    const request = await this.requests.byId(requestId);
    if (request === null) throw new DomainError('resource.not_found');
    const { hash: overlayHash } = await this.overlays.load(request);
    const body = { verdict, comment, overlayHash, requestKind: request.kind };
    await as(actor, () => this.reviewing.run(actor, requestId, body));
  }

  merge(actor: Actor, requestId: string): Promise<void> {
    return as(actor, () => this.merging.run(actor, requestId));
  }

  /** Answers the candidate's id. */
  prepare(actor: Actor, courseId: string, body: Preparing): Promise<string> {
    return as(actor, () => this.preparing.run(actor, courseId, body));
  }

  convene(actor: Actor, editionId: string, body: Convening): Promise<void> {
    return as(actor, () => this.convening.run(actor, editionId, body));
  }

  async vote(actor: Actor, editionId: string, vote: Vote): Promise<void> {
    const { id, manifestHash } = await this.councilOf(editionId);
    await as(actor, () => this.voting.run(actor, id, { ...vote, manifestHash }));
  }

  async close(actor: Actor, editionId: string, conclusion: string): Promise<void> {
    const { id } = await this.councilOf(editionId);
    await as(actor, () => this.closing.run(actor, id, conclusion));
  }

  async issue(actor: Actor, editionId: string, signing: Signing): Promise<void> {
    const { manifestHash } = await this.editionOf(editionId);
    const body = { ...signing, manifestHash, confirmation: signing.decisionNo };
    await as(actor, () => this.issuing.run(actor, editionId, body));
  }

  private async councilOf(editionId: string) {
    const [council] = await this.councils.ofEditions([editionId]);
    if (council === undefined) throw new DomainError('resource.not_found');
    return council;
  }

  private async editionOf(editionId: string): Promise<EditionRow> {
    const edition = await this.editions.byId(editionId);
    if (edition === null) throw new DomainError('resource.not_found');
    return edition;
  }
}

function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return RequestContext.run({ correlationId: 'demonstration', actor, work: 'seed' }, work);
}
