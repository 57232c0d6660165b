import {
  decideConflict,
  readConflicts,
  takeOverHead,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import type { ChangeRequestView } from '../queries/change-request-views.query.js';
import { ChangeRequests } from '../queries/change-requests.query.js';
import { ConflictViews } from '../queries/conflict-views.query.js';
import { DecideConflict } from '../use-cases/decide-conflict.js';
import { TakeOverHead } from '../use-cases/take-over-head.js';

/** A change request and what its line became meanwhile. */
@Controller()
export class MergeController {
  constructor(
    private readonly requests: ChangeRequests,
    private readonly conflicts: ConflictViews,
    private readonly decide: DecideConflict,
    private readonly takeOver: TakeOverHead,
  ) {}

  @Endpoint(readConflicts)
  @RequirePermission('curriculum.read')
  read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readConflicts>,
  ): Promise<ResponseOf<typeof readConflicts>> {
    return this.conflicts.read(actor, params.requestId);
  }

  @Endpoint(decideConflict)
  @RequirePermission('curriculum.edit')
  async decideOne(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideConflict>,
  ): Promise<ResponseOf<typeof readConflicts>> {
    await this.decide.run(actor, params.requestId, body);
    return this.conflicts.read(actor, params.requestId);
  }

  @Endpoint(takeOverHead)
  @RequirePermission('curriculum.edit')
  async takeOverAll(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof takeOverHead>,
  ): Promise<ChangeRequestView> {
    await this.takeOver.run(actor, params.requestId);
    return this.requests.read(actor, params.requestId);
  }
}
