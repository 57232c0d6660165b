import { readBoard, watchBoard, type InputOf } from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { BoardQuery } from '../queries/board.query.js';
import { WatchBoard } from '../queries/watch-board.js';

@Controller()
export class BoardController {
  constructor(
    private readonly board: BoardQuery,
    private readonly changes: WatchBoard,
  ) {}

  @Endpoint(readBoard)
  @RequirePermission('progress.read')
  read(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readBoard>) {
    return this.board.run(actor, input.params.cohortId);
  }

  @Endpoint(watchBoard)
  @RequirePermission('progress.read')
  async watch(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof watchBoard>) {
    return this.changes.watch(await this.board.cohort(actor, input.params.cohortId));
  }
}
