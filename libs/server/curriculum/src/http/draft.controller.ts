import {
  addNode,
  deleteNode,
  explainChange,
  moveNode,
  readDraft,
  releaseLease,
  restoreNode,
  saveDraft,
  takeBackRestoring,
  takeLease,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import {
  BodyLimit,
  CurrentActor,
  Endpoint,
  Input,
  RequirePermission,
  type Actor,
} from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { DraftViews } from '../queries/draft-views.query.js';
import { AddNode } from '../use-cases/add-node.js';
import { DeleteNode } from '../use-cases/delete-node.js';
import { ExplainChange } from '../use-cases/explain-change.js';
import { Leases } from '../use-cases/leases.js';
import { MoveNode } from '../use-cases/move-node.js';
import { RestoreNode } from '../use-cases/restore-node.js';
import { SaveDraft } from '../use-cases/save-draft.js';

type DraftView = ResponseOf<typeof readDraft>;

const DONE = { done: true } as const;
/** A long lesson with everything in it, several times over. */
const LARGEST_DRAFT_BYTES = 2_000_000;

/** Work on the nodes of a change request. */
@Controller()
export class DraftController {
  constructor(
    private readonly drafts: DraftViews,
    private readonly saveText: SaveDraft,
    private readonly addition: AddNode,
    private readonly moving: MoveNode,
    private readonly deletion: DeleteNode,
    private readonly restoration: RestoreNode,
    private readonly explanation: ExplainChange,
    private readonly leases: Leases,
  ) {}

  @Endpoint(readDraft)
  @RequirePermission('curriculum.read')
  read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readDraft>,
  ): Promise<DraftView> {
    return this.drafts.read(actor, params);
  }

  @Endpoint(saveDraft)
  @RequirePermission('curriculum.edit')
  @BodyLimit(LARGEST_DRAFT_BYTES)
  async save(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof saveDraft>,
  ): Promise<ResponseOf<typeof saveDraft>> {
    const cameIn = await this.saveText.run(actor, input);
    return { ...(await this.drafts.read(actor, input.params)), cameIn };
  }

  @Endpoint(addNode)
  @RequirePermission('curriculum.edit')
  async add(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addNode>,
  ): Promise<DraftView> {
    const { requestId } = params;
    const nodeId = await this.addition.run(actor, requestId, body);
    return this.drafts.read(actor, { requestId, nodeId });
  }

  @Endpoint(moveNode)
  @RequirePermission('curriculum.edit')
  async move(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof moveNode>,
  ): Promise<typeof DONE> {
    await this.moving.run(actor, params, body);
    return DONE;
  }

  @Endpoint(deleteNode)
  @RequirePermission('curriculum.edit')
  async delete(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof deleteNode>,
  ): Promise<typeof DONE> {
    await this.deletion.run(actor, params.requestId, params.nodeId);
    return DONE;
  }

  @Endpoint(restoreNode)
  @RequirePermission('curriculum.edit')
  async restore(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof restoreNode>,
  ): Promise<typeof DONE> {
    await this.restoration.run(actor, params.requestId, params.nodeId);
    return DONE;
  }

  @Endpoint(takeBackRestoring)
  @RequirePermission('curriculum.edit')
  async takeBackRestoring(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof takeBackRestoring>,
  ): Promise<typeof DONE> {
    await this.restoration.takeBack(actor, params.requestId, params.nodeId);
    return DONE;
  }

  @Endpoint(explainChange)
  @RequirePermission('curriculum.edit')
  async explain(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof explainChange>,
  ): Promise<typeof DONE> {
    await this.explanation.run(actor, params, body.reason);
    return DONE;
  }

  @Endpoint(takeLease)
  @RequirePermission('curriculum.edit')
  async take(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof takeLease>,
  ): Promise<ResponseOf<typeof takeLease>> {
    return { lease: await this.leases.take(actor, params, body.insist) };
  }

  @Endpoint(releaseLease)
  @RequirePermission('curriculum.edit')
  async release(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof releaseLease>,
  ): Promise<typeof DONE> {
    await this.leases.release(actor, params);
    return DONE;
  }
}
