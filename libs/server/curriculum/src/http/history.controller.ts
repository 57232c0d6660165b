import {
  readCurriculumHistory,
  readNodeHistory,
  readNodeStep,
  readPassageHistory,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { CurriculumHistories } from '../queries/curriculum-history.query.js';
import { NodeHistories } from '../queries/node-history.query.js';

/** How a curriculum, a node and a passage came to be what they are. */
@Controller()
export class HistoryController {
  constructor(
    private readonly curricula: CurriculumHistories,
    private readonly nodes: NodeHistories,
  ) {}

  @Endpoint(readCurriculumHistory)
  @RequirePermission('curriculum.read')
  curriculum(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readCurriculumHistory>,
  ): Promise<ResponseOf<typeof readCurriculumHistory>> {
    return this.curricula.read(actor, params.courseId);
  }

  @Endpoint(readNodeHistory)
  @RequirePermission('curriculum.read')
  node(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readNodeHistory>,
  ): Promise<ResponseOf<typeof readNodeHistory>> {
    return this.nodes.node(actor, params);
  }

  @Endpoint(readNodeStep)
  @RequirePermission('curriculum.read')
  step(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readNodeStep>,
  ): Promise<ResponseOf<typeof readNodeStep>> {
    return this.nodes.step(actor, params);
  }

  @Endpoint(readPassageHistory)
  @RequirePermission('curriculum.read')
  passage(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readPassageHistory>,
  ): Promise<ResponseOf<typeof readPassageHistory>> {
    return this.nodes.passage(actor, params);
  }
}
