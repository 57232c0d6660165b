import {
  readHandbook,
  readHandbookLesson,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { Endpoint, Input, OptionalActor, Public, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { Handbook } from '../queries/handbook.query.js';

/** Public, because a course may open its handbook to everybody; the query judges who else may read. */
@Controller()
export class HandbookController {
  constructor(private readonly handbook: Handbook) {}

  @Endpoint(readHandbook)
  @Public()
  read(
    @OptionalActor() actor: Actor | null,
    @Input() { params, query }: InputOf<typeof readHandbook>,
  ): Promise<ResponseOf<typeof readHandbook>> {
    return this.handbook.read(actor, params.courseId, query.on);
  }

  @Endpoint(readHandbookLesson)
  @Public()
  lesson(
    @OptionalActor() actor: Actor | null,
    @Input() { params }: InputOf<typeof readHandbookLesson>,
  ): Promise<ResponseOf<typeof readHandbookLesson>> {
    return this.handbook.lesson(actor, params);
  }
}
