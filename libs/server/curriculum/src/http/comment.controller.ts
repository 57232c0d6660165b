import {
  answerThread,
  declineSuggestion,
  listEditionThreads,
  listRequestThreads,
  openEditionThread,
  openRequestThread,
  settleThread,
  takeOverSuggestion,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { Threads } from '../queries/threads.query.js';
import { OpenThread } from '../use-cases/open-thread.js';
import { SettleThread } from '../use-cases/settle-thread.js';

type ThreadView = ResponseOf<typeof answerThread>;
type ThreadList = ResponseOf<typeof listRequestThreads>;

/** Acts on a thread answer the thread as it then stands. */
@Controller()
export class CommentController {
  constructor(
    private readonly threads: Threads,
    private readonly opening: OpenThread,
    private readonly settling: SettleThread,
  ) {}

  @Endpoint(listRequestThreads)
  @RequirePermission('curriculum.read')
  ofRequest(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof listRequestThreads>,
  ): Promise<ThreadList> {
    return this.threads.ofRequest(actor, params.requestId);
  }

  @Endpoint(openRequestThread)
  @RequirePermission('curriculum.comment')
  async openOnRequest(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof openRequestThread>,
  ): Promise<ThreadView> {
    const threadId = await this.opening.onRequest(actor, params.requestId, body);
    return this.threads.one(actor, threadId);
  }

  @Endpoint(listEditionThreads)
  @RequirePermission('curriculum.read')
  ofEdition(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof listEditionThreads>,
  ): Promise<ThreadList> {
    return this.threads.ofEdition(actor, params.editionId);
  }

  @Endpoint(openEditionThread)
  @RequirePermission('curriculum.comment')
  async openOnEdition(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof openEditionThread>,
  ): Promise<ThreadView> {
    const threadId = await this.opening.onEdition(actor, params.editionId, body);
    return this.threads.one(actor, threadId);
  }

  @Endpoint(answerThread)
  @RequirePermission('curriculum.comment')
  async answer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof answerThread>,
  ): Promise<ThreadView> {
    await this.settling.answer(actor, params.threadId, body);
    return this.threads.one(actor, params.threadId);
  }

  @Endpoint(settleThread)
  @RequirePermission('curriculum.comment')
  async settle(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof settleThread>,
  ): Promise<ThreadView> {
    await this.settling.setOpen(actor, params.threadId, body.open);
    return this.threads.one(actor, params.threadId);
  }

  @Endpoint(takeOverSuggestion)
  @RequirePermission('curriculum.edit')
  async takeOver(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof takeOverSuggestion>,
  ): Promise<ThreadView> {
    await this.settling.takeOver(actor, params);
    return this.threads.one(actor, params.threadId);
  }

  @Endpoint(declineSuggestion)
  @RequirePermission('curriculum.comment')
  async decline(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof declineSuggestion>,
  ): Promise<ThreadView> {
    await this.settling.decline(actor, params, body.reason);
    return this.threads.one(actor, params.threadId);
  }
}
