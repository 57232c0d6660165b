import {
  readHandbook,
  readHandbookLesson,
  readLessonHistory,
  readLessonPassageHistory,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { Endpoint, Input, OptionalActor, Public, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { Handbook } from '../queries/handbook.query.js';
import { HandbookHistories } from '../queries/handbook-history.query.js';

/** Public, because a course may open its handbook to everybody; the query judges who else may read. */
@Controller()
export class HandbookController {
  constructor(
    private readonly handbook: Handbook,
    private readonly histories: HandbookHistories,
  ) {}

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

  @Endpoint(readLessonHistory)
  @Public()
  lessonHistory(
    @OptionalActor() actor: Actor | null,
    @Input() { params }: InputOf<typeof readLessonHistory>,
  ): Promise<ResponseOf<typeof readLessonHistory>> {
    return this.histories.lesson(actor, params);
  }

  @Endpoint(readLessonPassageHistory)
  @Public()
  passageHistory(
    @OptionalActor() actor: Actor | null,
    @Input() { params }: InputOf<typeof readLessonPassageHistory>,
  ): Promise<ResponseOf<typeof readLessonPassageHistory>> {
    return this.histories.passage(actor, params);
  }
}
