import {
  abandonChangeRequest,
  amendChangeRequest,
  describeChangeRequest,
  listChangeRequests,
  mergeChangeRequest,
  openChangeRequest,
  openRevertRequest,
  readChangeRequest,
  readChangesSince,
  readOverlay,
  readRequestDiff,
  reviewChangeRequest,
  submitChangeRequest,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import type { ChangeRequestView } from '../queries/change-request-views.query.js';
import { ChangesSince } from '../queries/changes-since.query.js';
import { ChangeRequests } from '../queries/change-requests.query.js';
import { OverlayOutlines } from '../queries/overlay-outline.query.js';
import { RequestDiffs } from '../queries/request-diff.query.js';
import { AbandonChangeRequest } from '../use-cases/abandon-change-request.js';
import { DescribeChangeRequest } from '../use-cases/describe-change-request.js';
import { MakeAmendment } from '../use-cases/make-amendment.js';
import { MergeChangeRequest } from '../use-cases/merge-change-request.js';
import { OpenChangeRequest } from '../use-cases/open-change-request.js';
import { OpenRevertRequest } from '../use-cases/open-revert-request.js';
import { ReviewChangeRequest } from '../use-cases/review-change-request.js';
import { SubmitChangeRequest } from '../use-cases/submit-change-request.js';

/** Acts on a change request answer the request as it then stands. */
@Controller()
export class ChangeRequestController {
  constructor(
    private readonly requests: ChangeRequests,
    private readonly outlines: OverlayOutlines,
    private readonly diffs: RequestDiffs,
    private readonly changesSince: ChangesSince,
    private readonly openRequest: OpenChangeRequest,
    private readonly openRevert: OpenRevertRequest,
    private readonly describeRequest: DescribeChangeRequest,
    private readonly submitRequest: SubmitChangeRequest,
    private readonly reviewRequest: ReviewChangeRequest,
    private readonly mergeRequest: MergeChangeRequest,
    private readonly makeAmendment: MakeAmendment,
    private readonly abandonRequest: AbandonChangeRequest,
  ) {}

  @Endpoint(listChangeRequests)
  @RequirePermission('curriculum.read')
  list(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof listChangeRequests>,
  ): Promise<ResponseOf<typeof listChangeRequests>> {
    return this.requests.list(actor, params.courseId);
  }

  @Endpoint(readChangeRequest)
  @RequirePermission('curriculum.read')
  read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readChangeRequest>,
  ): Promise<ChangeRequestView> {
    return this.requests.read(actor, params.requestId);
  }

  @Endpoint(readOverlay)
  @RequirePermission('curriculum.read')
  outline(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readOverlay>,
  ): Promise<ResponseOf<typeof readOverlay>> {
    return this.outlines.read(actor, params.requestId);
  }

  @Endpoint(readRequestDiff)
  @RequirePermission('curriculum.read')
  diff(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readRequestDiff>,
  ): Promise<ResponseOf<typeof readRequestDiff>> {
    return this.diffs.read(actor, params.requestId);
  }

  @Endpoint(readChangesSince)
  @RequirePermission('curriculum.read')
  since(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readChangesSince>,
  ): Promise<ResponseOf<typeof readChangesSince>> {
    return this.changesSince.read(actor, params.requestId, params.overlayHash);
  }

  @Endpoint(openChangeRequest)
  @RequirePermission('curriculum.edit')
  async open(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof openChangeRequest>,
  ): Promise<ChangeRequestView> {
    return this.requests.read(actor, await this.openRequest.run(actor, params.courseId, body));
  }

  @Endpoint(openRevertRequest)
  @RequirePermission('curriculum.edit')
  async revert(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof openRevertRequest>,
  ): Promise<ChangeRequestView> {
    return this.requests.read(actor, await this.openRevert.run(actor, params.editionId, body));
  }

  @Endpoint(describeChangeRequest)
  @RequirePermission('curriculum.edit')
  async describe(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof describeChangeRequest>,
  ): Promise<ChangeRequestView> {
    await this.describeRequest.run(actor, params.requestId, body);
    return this.requests.read(actor, params.requestId);
  }

  @Endpoint(submitChangeRequest)
  @RequirePermission('change-request.submit')
  async submit(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof submitChangeRequest>,
  ): Promise<ChangeRequestView> {
    await this.submitRequest.run(actor, params.requestId);
    return this.requests.read(actor, params.requestId);
  }

  @Endpoint(reviewChangeRequest)
  @RequirePermission('change-request.review')
  async review(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof reviewChangeRequest>,
  ): Promise<ChangeRequestView> {
    await this.reviewRequest.run(actor, params.requestId, body);
    return this.requests.read(actor, params.requestId);
  }

  @Endpoint(mergeChangeRequest)
  @RequirePermission('change-request.merge')
  async merge(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof mergeChangeRequest>,
  ): Promise<ChangeRequestView> {
    await this.mergeRequest.run(actor, params.requestId);
    return this.requests.read(actor, params.requestId);
  }

  @Endpoint(amendChangeRequest)
  @RequirePermission('curriculum.edit')
  async amend(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof amendChangeRequest>,
  ): Promise<ChangeRequestView> {
    await this.makeAmendment.run(actor, params.requestId);
    return this.requests.read(actor, params.requestId);
  }

  @Endpoint(abandonChangeRequest)
  @RequirePermission('curriculum.edit')
  async abandon(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof abandonChangeRequest>,
  ): Promise<ChangeRequestView> {
    await this.abandonRequest.run(actor, params.requestId, body.reason);
    return this.requests.read(actor, params.requestId);
  }
}
